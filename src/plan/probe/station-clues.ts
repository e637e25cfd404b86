import { all, answered, any, available, type Clue, canBe, exists, isTrue, look, named, offers, writable } from './clue.ts';
import type { Observation } from './observation.ts';

const START_POINTS = ['EVConnected', 'Authorized', 'DataSigned', 'PowerPathClosed', 'EnergyTransfer', 'ParkingBayOccupancy'];
const STOP_POINTS = ['EVConnected', 'Authorized', 'PowerPathClosed', 'EnergyTransfer', 'ParkingBayOccupancy'];
const TRIGGERED = ['MeterValues', 'TransactionEvent', 'LogStatusNotification', 'FirmwareStatusNotification', 'StatusNotification'];

/** A00.FR.319 */
const CIPHERS = ['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384', 'AES128-GCM-SHA256', 'AES256-GCM-SHA384'];

/** `C-09.1`, `C-09.2`, ... for the members of a list, in their order. */
const numbered = (id: string, members: readonly string[], clue: (member: string) => Clue): Record<string, Clue> =>
  Object.fromEntries(members.map((member, index) => [`${id}.${index + 1}`, clue(member)]));

const connectorTypes = (seen: Observation): string[] => named(seen, 'Connector.ConnectorType').flatMap(({ value }) => value || []);

/** Connectors of these types; what connectors are of no other type at all is known as well. */
const connector = (is: (type: string) => boolean): Clue =>
  look((seen) => {
    const types = connectorTypes(seen);
    const found = types.find(is);
    if (types.length === 0 || (!found && !seen.complete)) return undefined;
    return { has: found !== undefined, because: `ConnectorType is ${found ?? [...new Set(types)].join(', ')}` };
  });

const directCurrent = look((seen) => {
  const phases = [...named(seen, 'EVSE.SupplyPhases'), ...named(seen, 'Connector.SupplyPhases')].filter(({ value }) => value);
  const found = phases.find(({ value }) => Number(value) === 0);
  if (phases.length === 0 || (!found && !seen.complete)) return undefined;
  return { has: found !== undefined, because: found ? `${found.path} is 0` : 'no SupplyPhases is 0' };
});

const severalEvses = look((seen) => {
  const evses = new Set(seen.variables.flatMap(({ evseId }) => evseId ?? []));
  if (evses.size === 0 || (evses.size === 1 && !seen.complete)) return undefined;
  return { has: evses.size > 1, because: `EVSEs: ${[...evses].join(', ')}` };
});

const localList = all(available('LocalAuthListCtrlr'), answered('GetLocalListVersion'));
const unknownTokens = exists('AuthCtrlr.OfflineTxForUnknownIdEnabled');
const cache = available('AuthCacheCtrlr');
const measurands = numbered(
  'C-40',
  ['SampledDataCtrlr.TxStartedMeasurands', 'SampledDataCtrlr.TxUpdatedMeasurands', 'SampledDataCtrlr.TxEndedMeasurands'].concat(
    'AlignedDataCtrlr.Measurands',
    'AlignedDataCtrlr.TxEndedMeasurands',
  ),
  exists,
);
const smartCharging = all(available('SmartChargingCtrlr'), answered('GetChargingProfiles'));
const masterPass = look((seen) => {
  const known = exists('AuthCtrlr.MasterPassGroupId').tell(seen);
  // Whether the station has a user interface, and so which of the two features it is, does not show.
  return known?.has ? undefined : known;
});

/** How the features of a station show; what is not listed does not. */
export const STATION_CLUES: Readonly<Record<string, Clue>> = {
  'C-01': any(localList, unknownTokens, cache),
  'C-02': unknownTokens,
  'C-03': exists('TxCtrlr.MaxEnergyOnInvalidId'),
  'C-04': look((seen) => {
    const found = seen.variables.find(({ name }) => name.endsWith('.MinimumStatusDuration'));
    if (!found) return seen.complete ? { has: false, because: 'there is no MinimumStatusDuration' } : undefined;
    return { has: true, because: `there is ${found.path}` };
  }),
  'C-06.1': canBe('TxCtrlr.StopTxOnEVSideDisconnect', false),
  'C-06.2': canBe('TxCtrlr.StopTxOnEVSideDisconnect', true),
  'C-07': masterPass,
  'C-08': masterPass,
  ...numbered('C-09', START_POINTS, (point) => offers('TxCtrlr.TxStartPoint', point)),
  ...numbered('C-10', STOP_POINTS, (point) => offers('TxCtrlr.TxStopPoint', point)),
  'C-12.1': canBe('OCPPCommCtrlr.UnlockOnEVSideDisconnect', true),
  'C-12.2': canBe('OCPPCommCtrlr.UnlockOnEVSideDisconnect', false),
  'C-13': isTrue('EVSE.AllowReset'),
  'C-14': answered('CustomerInformation'),
  'C-20': exists('ChargingStation.AllowNewSessionsPendingFirmwareUpdate'),
  'C-21': exists('OCPPCommCtrlr.QueueAllMessages'),
  'C-23': exists('ClockCtrlr.TimeSource'),
  'C-25': exists('ClockCtrlr.TimeOffset'),
  'C-26': exists('ClockCtrlr.TimeZone'),
  'C-28': exists('AlignedDataCtrlr.SendDuringIdle'),
  ...numbered('C-29', TRIGGERED, (message) => answered(`TriggerMessage ${message}`)),
  'C-40': any(...Object.values(measurands)),
  ...measurands,
  'C-41': look(({ upgrade }) => {
    const cipher = upgrade?.tls?.cipher;
    return cipher && CIPHERS.includes(cipher) ? { has: true, because: `the connection uses ${cipher}` } : undefined;
  }),
  'C-42': any(exists('SampledDataCtrlr.SignReadings'), exists('AlignedDataCtrlr.SignReadings')),
  'C-48.1': canBe('AuthCtrlr.AuthorizeRemoteStart', true),
  'C-48.2': canBe('AuthCtrlr.AuthorizeRemoteStart', false),
  'C-49': cache,
  'C-51': writable('TxCtrlr.TxStartPoint'),
  'C-52': writable('TxCtrlr.TxStopPoint'),
  'C-53': exists('AuthCacheCtrlr.LifeTime'),
  'C-54': exists('AuthCacheCtrlr.Policy'),
  'C-56': answered('GetBaseReport SummaryInventory'),
  'C-58': exists('AuthCtrlr.DisableRemoteAuthorization'),
  'C-59': exists('AuthCacheCtrlr.DisablePostAuthorize'),
  'C-61': look(({ upgrade }) => (upgrade && !upgrade.tls ? { has: true, because: 'the connection is one without TLS' } : undefined)),
  'AS-2': isTrue('SecurityCtrlr.AdditionalRootCertificateCheck'),
  'AS-3': all(exists('SecurityCtrlr.CertSigningWaitMinimum'), exists('SecurityCtrlr.CertSigningRepeatTimes')),
  'Advanced Security': look(({ upgrade }) =>
    upgrade?.tls?.peer ? { has: true, because: 'the station shows a certificate of its own' } : undefined,
  ),
  'Smart Charging': smartCharging,
  'SC-2.1': offers('SmartChargingCtrlr.RateUnit', 'A'),
  'SC-2.2': offers('SmartChargingCtrlr.RateUnit', 'W'),
  'R-0': available('ReservationCtrlr'),
  'R-2': isTrue('ReservationCtrlr.NonEvseSpecific'),
  'R-3': exists('ReservationCtrlr.Enabled'),
  'DM-0': all(available('MonitoringCtrlr'), answered('GetMonitoringReport')),
  'DM-3': exists('MonitoringCtrlr.OfflineQueuingSeverity'),
  'ISO 15118 support': available('ISO15118Ctrlr'),
  'ISO-5': isTrue('ISO15118Ctrlr.CentralContractValidationAllowed'),
  'Local Authorization List Management': localList,
  'LA-0': localList,
  'LA-1': exists('LocalAuthListCtrlr.Enabled'),
  'LA-3': exists('LocalAuthListCtrlr.DisablePostAuthorize'),
  'UI-0': all(available('DisplayMessageCtrlr'), answered('GetDisplayMessages')),
  ...numbered('UI-1', ['AlwaysFront', 'InFront', 'NormalCycle'], (priority) => offers('DisplayMessageCtrlr.SupportedPriorities', priority)),
  ...numbered('UI-2', ['ASCII', 'HTML', 'URI', 'UTF8'], (format) => offers('DisplayMessageCtrlr.SupportedFormats', format)),
  'HFS-1': connector((type) => type.startsWith('s')),
  'HFS-2': connector((type) => type.startsWith('c')),
  'HFS-4': directCurrent,
  'HFS-8 > 1': severalEvses,
  'Product Subtype "Wireless Charging Station"': connector((type) => type === 'wInductive' || type === 'wResonant'),
};
