import type { VariableCharacteristicsType } from '../../ocpp/generated/messages.ts';
import type { EvseConfig, StationConfig } from '../config.ts';
import { MEASURANDS } from '../transactions/meter.ts';

/** First value of a variable, and where this station departs from or adds to what the specification says of it. */
export interface Initial {
  value: string;
  mutability?: 'ReadOnly';
  characteristics?: Partial<VariableCharacteristicsType>;
}

const limits = (minLimit?: number, maxLimit?: number): Partial<VariableCharacteristicsType> => ({
  ...(minLimit === undefined ? {} : { minLimit }),
  ...(maxLimit === undefined ? {} : { maxLimit }),
});
const number = (value: number, minLimit?: number, maxLimit?: number): Initial => ({
  value: String(value),
  characteristics: limits(minLimit, maxLimit),
});
const text = (value: string, maxLimit?: number): Initial => ({ value, characteristics: limits(undefined, maxLimit) });
const list = (value: string, valuesList: string): Initial => ({ value, characteristics: { valuesList } });
const flag = (value: boolean): Initial => ({ value: String(value) });
const fixed = (initial: Initial): Initial => ({ ...initial, mutability: 'ReadOnly' });
const perInstance = (path: string, instances: string[], initial: Initial): Record<string, Initial> =>
  Object.fromEntries(instances.map((instance) => [`${path}[${instance}]`, initial]));

const REGISTER = 'Energy.Active.Import.Register';
const measurands = (value: string): Initial => list(value, MEASURANDS.join(','));
const STOP_POINTS = 'ParkingBayOccupancy,EVConnected,Authorized,PowerPathClosed,EnergyTransfer';
const START_POINTS = `${STOP_POINTS},DataSigned`;
const REQUESTS = ['GetReport', 'GetVariables', 'SetVariables'];
const MONITORING = ['SetVariableMonitoring', 'ClearVariableMonitoring'];
/** Values that are read from elsewhere: see bindings.ts. */
const live = (characteristics: Partial<VariableCharacteristicsType> = {}): Initial => ({ value: '', characteristics });
/** One whose changes the CSMS can have itself told. */
const monitored = ({ characteristics, ...initial }: Initial): Initial => ({
  ...initial,
  characteristics: { ...characteristics, supportsMonitoring: true },
});
const watched = (characteristics: Partial<VariableCharacteristicsType> = {}): Initial => monitored(live(characteristics));

/** What every station has once, by path. */
export const STANDING: Readonly<Record<string, Initial>> = {
  'ChargingStation.Available': flag(true),
  'ChargingStation.AvailabilityState': watched(),
  'ChargingStation.AllowNewSessionsPendingFirmwareUpdate': flag(false),
  'ChargingStation.Problem': problem(),

  'OCPPCommCtrlr.ActiveNetworkProfile': live(),
  'OCPPCommCtrlr.MessageTimeout[Default]': live(),
  'OCPPCommCtrlr.FileTransferProtocols': list('HTTP,HTTPS', 'HTTP,HTTPS'),
  'OCPPCommCtrlr.HeartbeatInterval': number(300, 1),
  'OCPPCommCtrlr.NetworkProfileConnectionAttempts': number(3, 1),
  'OCPPCommCtrlr.OfflineThreshold': monitored(number(60, 0)),
  'OCPPCommCtrlr.MessageAttempts[TransactionEvent]': number(3, 1),
  'OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]': number(10, 0),
  'OCPPCommCtrlr.WebSocketPingInterval': number(0, 0),
  'OCPPCommCtrlr.PublicKeyWithSignedMeterValue': list('EveryMeterValue', 'Never,OncePerTransaction,EveryMeterValue'),
  'OCPPCommCtrlr.ResetRetries': number(0, 0),
  'OCPPCommCtrlr.RetryBackOffRepeatTimes': number(3, 0),
  'OCPPCommCtrlr.RetryBackOffRandomRange': number(5, 0),
  'OCPPCommCtrlr.RetryBackOffWaitMinimum': number(10, 0),

  ...perInstance('DeviceDataCtrlr.ItemsPerMessage', REQUESTS, number(20)),
  ...perInstance('DeviceDataCtrlr.BytesPerMessage', REQUESTS, number(10000)),
  'DeviceDataCtrlr.ConfigurationValueSize': number(1000),
  'DeviceDataCtrlr.ReportingValueSize': number(2500),

  'ClockCtrlr.DateTime': live(),
  'ClockCtrlr.TimeSource': list('Heartbeat', 'Heartbeat,RealTimeClock'),
  'ClockCtrlr.TimeOffset': text('+00:00'),
  'ClockCtrlr.TimeOffset[NextTransition]': text(''),
  'ClockCtrlr.NextTimeOffsetTransitionDateTime': text(''),
  'ClockCtrlr.TimeAdjustmentReportingThreshold': number(20, 0),

  'SecurityCtrlr.OrganizationName': text('ocppspec'),
  'SecurityCtrlr.CertificateEntries': live({ maxLimit: 20 }),
  'SecurityCtrlr.SecurityProfile': live(),
  'SecurityCtrlr.AdditionalRootCertificateCheck': flag(false),
  'SecurityCtrlr.MaxCertificateChainSize': number(10000),
  'SecurityCtrlr.CertSigningWaitMinimum': number(60, 1),
  'SecurityCtrlr.CertSigningRepeatTimes': number(3, 0),
  'SecurityCtrlr.AllowSecurityProfileDowngrade': flag(false),
  'SecurityCtrlr.AllowCSMSTLSWildcards': flag(false),

  'AuthCtrlr.Enabled': flag(true),
  'AuthCtrlr.AuthorizeRemoteStart': flag(false),
  'AuthCtrlr.LocalAuthorizeOffline': flag(true),
  'AuthCtrlr.LocalPreAuthorize': flag(false),
  'AuthCtrlr.OfflineTxForUnknownIdEnabled': flag(false),
  'AuthCtrlr.DisableRemoteAuthorization': flag(false),
  'AuthCtrlr.MasterPassGroupId': text('', 36),
  'AuthCacheCtrlr.Available': flag(true),
  'AuthCacheCtrlr.Enabled': flag(true),
  'AuthCacheCtrlr.LifeTime': number(604800, 1),
  'AuthCacheCtrlr.Storage': live({ maxLimit: 50000 }),
  'AuthCacheCtrlr.Entries': live(),
  'AuthCacheCtrlr.DisablePostAuthorize': flag(false),
  'LocalAuthListCtrlr.Available': flag(true),
  'LocalAuthListCtrlr.Enabled': flag(true),
  'LocalAuthListCtrlr.Entries': live({ maxLimit: 100 }),
  'LocalAuthListCtrlr.ItemsPerMessage': number(20),
  'LocalAuthListCtrlr.BytesPerMessage': number(10000),
  'LocalAuthListCtrlr.DisablePostAuthorize': flag(false),
  'LocalAuthListCtrlr.SupportsExpiryDateTime': flag(true),

  'TxCtrlr.EVConnectionTimeOut': number(60, 1),
  'TxCtrlr.StopTxOnEVSideDisconnect': flag(true),
  'TxCtrlr.StopTxOnInvalidId': flag(true),
  'TxCtrlr.MaxEnergyOnInvalidId': number(0, 0),
  'TxCtrlr.TxStartPoint': list('EVConnected,Authorized', START_POINTS),
  'TxCtrlr.TxStopPoint': list('EVConnected', STOP_POINTS),

  'SampledDataCtrlr.Available': flag(true),
  'SampledDataCtrlr.Enabled': flag(true),
  'SampledDataCtrlr.SignReadings': flag(false),
  'SampledDataCtrlr.RegisterValuesWithoutPhases': flag(true),
  'SampledDataCtrlr.TxStartedMeasurands': measurands(REGISTER),
  'SampledDataCtrlr.TxUpdatedMeasurands': measurands(REGISTER),
  'SampledDataCtrlr.TxUpdatedInterval': number(0, 0),
  'SampledDataCtrlr.TxEndedMeasurands': measurands(REGISTER),
  'SampledDataCtrlr.TxEndedInterval': number(0, 0),
  'AlignedDataCtrlr.Available': flag(true),
  'AlignedDataCtrlr.Enabled': flag(true),
  'AlignedDataCtrlr.SendDuringIdle': flag(false),
  'AlignedDataCtrlr.SignReadings': flag(false),
  'AlignedDataCtrlr.Interval': number(0, 0),
  'AlignedDataCtrlr.Measurands': measurands(REGISTER),
  'AlignedDataCtrlr.TxEndedInterval': number(0, 0),
  'AlignedDataCtrlr.TxEndedMeasurands': measurands(''),

  'SmartChargingCtrlr.Available': fixed(flag(true)),
  'SmartChargingCtrlr.Enabled': flag(true),
  'SmartChargingCtrlr.ProfileStackLevel': number(8),
  'SmartChargingCtrlr.RateUnit': list('A,W', 'A,W'),
  'SmartChargingCtrlr.PeriodsPerSchedule': number(24),
  'SmartChargingCtrlr.Entries[ChargingProfiles]': live({ maxLimit: 20 }),
  'SmartChargingCtrlr.LimitChangeSignificance': number(5, 0, 100),
  'SmartChargingCtrlr.ExternalControlSignalsEnabled': flag(true),
  'SmartChargingCtrlr.NotifyChargingLimitWithSchedules': flag(false),

  ...perInstance('TariffCostCtrlr.Available', ['Tariff', 'Cost'], flag(true)),
  ...perInstance('TariffCostCtrlr.Enabled', ['Tariff', 'Cost'], fixed(flag(true))),
  'TariffCostCtrlr.TariffFallbackMessage': text(''),
  'TariffCostCtrlr.TotalCostFallbackMessage': text(''),
  'TariffCostCtrlr.Currency': text('EUR'),

  'MonitoringCtrlr.Available': flag(true),
  'MonitoringCtrlr.Enabled': flag(true),
  ...perInstance('MonitoringCtrlr.ItemsPerMessage', MONITORING, number(20)),
  ...perInstance('MonitoringCtrlr.BytesPerMessage', MONITORING, number(10000)),
  'MonitoringCtrlr.OfflineQueuingSeverity': number(4, 0, 9),
  'MonitoringCtrlr.ActiveMonitoringBase': live(),
  'MonitoringCtrlr.ActiveMonitoringLevel': live(),

  'DisplayMessageCtrlr.Available': flag(true),
  'DisplayMessageCtrlr.Enabled': flag(true),
  'DisplayMessageCtrlr.DisplayMessages': live({ maxLimit: 10 }),
  'DisplayMessageCtrlr.SupportedFormats': list('ASCII,UTF8', 'ASCII,UTF8'),
  'DisplayMessageCtrlr.SupportedPriorities': list('AlwaysFront,InFront,NormalCycle', 'AlwaysFront,InFront,NormalCycle'),

  'Display.Available': { value: 'true', characteristics: { dataType: 'boolean' } },

  'ISO15118Ctrlr.Enabled': fixed(flag(false)),
  'ISO15118Ctrlr.ContractValidationOffline': flag(false),
  'ISO15118Ctrlr.CentralContractValidationAllowed': flag(false),
  'ISO15118Ctrlr.ContractCertificateInstallationEnabled': flag(true),
  'ISO15118Ctrlr.V2GCertificateInstallationEnabled': flag(true),
  'ISO15118Ctrlr.PnCEnabled': flag(true),
};

type Chosen = 'variables' | 'evses' | 'identity' | 'model' | 'vendorName' | 'password' | 'priority' | 'slots';

/** What of its configuration decides which variables a station has from the factory. */
export type Kind = Pick<StationConfig, Chosen> & { capabilities: Pick<StationConfig['capabilities'], 'resetEvse' | 'reservations'> };

/** What a station has once and its configuration decides, by path. */
export function stationVariables(config: Kind): Record<string, Initial> {
  const sockets = config.evses.some(({ connectors }) => connectors.some(({ fixedCable }) => !fixedCable));
  const phases = Math.max(...config.evses.map((evse) => evse.phases));
  return {
    'ChargingStation.SupplyPhases': number(phases),
    'ChargingStation.Model': text(config.model),
    'ChargingStation.VendorName': text(config.vendorName),
    'OCPPCommCtrlr.NetworkConfigurationPriority': list(config.priority.join(','), config.slots.join(',')),
    'OCPPCommCtrlr.UnlockOnEVSideDisconnect': sockets ? flag(true) : fixed(flag(false)),
    'SecurityCtrlr.BasicAuthPassword': monitored(text(config.password, 64)),
    'SecurityCtrlr.Identity': fixed(text(config.identity)),
    'ReservationCtrlr.Available': flag(config.capabilities.reservations),
    'ReservationCtrlr.Enabled': flag(config.capabilities.reservations),
    'ReservationCtrlr.NonEvseSpecific': flag(config.capabilities.reservations),
  };
}

/** What exists for every EVSE and for every Connector, by path. */
export function evseVariables({ id, phases, maxPower, connectors }: EvseConfig, config: Kind): Record<string, Initial> {
  const evse = `EVSE(${id})`;
  return {
    [`${evse}.Available`]: flag(true),
    [`${evse}.AvailabilityState`]: watched(),
    [`${evse}.SupplyPhases`]: number(phases),
    [`${evse}.Power`]: watched({ unit: 'W', maxLimit: maxPower }),
    [`${evse}.AllowReset`]: flag(config.capabilities.resetEvse),
    [`${evse}.Problem`]: problem(),
    ...Object.assign(
      {},
      ...connectors.map((connector) => ({
        [`Connector(${id},${connector.id}).Available`]: flag(true),
        [`Connector(${id},${connector.id}).AvailabilityState`]: watched(),
        [`Connector(${id},${connector.id}).ConnectorType`]: text(connector.type),
        [`Connector(${id},${connector.id}).SupplyPhases`]: number(phases),
        ...(connector.fixedCable ? {} : { [`ConnectorPlugRetentionLock(${id},${connector.id}).Problem`]: problem() }),
      })),
    ),
  };
}

/** Problem may belong to any component, so that no table says more about it. */
function problem(): Initial {
  return { value: 'false', characteristics: { dataType: 'boolean', supportsMonitoring: true } };
}
