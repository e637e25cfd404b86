import type { Core } from '../core.ts';
import { PRIORITY } from '../network/network-profiles.ts';
import { membersOf } from './formats.ts';

/** passwordString: the characters of BasicAuthPassword, and how many there have to be (A00.FR.205). */
const PASSWORD = /^[A-Za-z0-9*\-_=:+|@.]{16,}$/;

/** Connects variables with the parts of the station that know their values or act on them. */
export function bindVariables(core: Core): void {
  const { variables, connection, networkProfiles, certificates, availability, persistent, time, heartbeat, config } = core;
  const { authorizationCache, localAuthorizationList, alignedData, transactions } = core;
  const reads = (path: string, read: () => string | number) => variables.bind(path, { read: () => String(read()) });

  reads('ClockCtrlr.DateTime', () => time.timestamp());
  reads('OCPPCommCtrlr.ActiveNetworkProfile', () => connection.activeSlot ?? config.priority[0] ?? '');
  reads('OCPPCommCtrlr.MessageTimeout[Default]', () => networkProfiles.get(connection.activeSlot ?? -1)?.messageTimeout ?? 30);
  reads('SecurityCtrlr.SecurityProfile', () => persistent.securityProfile);
  reads('SecurityCtrlr.CertificateEntries', () => certificates.count);
  reads('AuthCacheCtrlr.Storage', () => authorizationCache.bytes);
  reads('AuthCacheCtrlr.Entries', () => authorizationCache.size);
  reads('LocalAuthListCtrlr.Entries', () => localAuthorizationList.size);
  reads('SmartChargingCtrlr.Entries[ChargingProfiles]', () => core.smartCharging.profiles.length);
  reads('DisplayMessageCtrlr.DisplayMessages', () => core.displayMessages.all.length);
  // The device model writes a word differently from the message that sets it.
  reads('MonitoringCtrlr.ActiveMonitoringBase', () => persistent.monitoring.base.replace('HardWired', 'Hardwired'));
  reads('MonitoringCtrlr.ActiveMonitoringLevel', () => persistent.monitoring.level);
  reads('ChargingStation.AvailabilityState', () => availability.statusOfStation());
  for (const evse of core.evses) {
    reads(`EVSE(${evse.id}).AvailabilityState`, () => availability.statusOfEvse(evse));
    reads(`EVSE(${evse.id}).Power`, () => transactions.session(evse).meter.power);
    for (const connector of evse.connectors) {
      reads(`Connector(${evse.id},${connector.id}).AvailabilityState`, () => availability.statusOf(evse, connector));
      reads(`ConnectorPlugRetentionLock(${evse.id},${connector.id}).Problem`, () => `${connector.lockFailed}`);
    }
  }

  variables.bind('SecurityCtrlr.BasicAuthPassword', {
    refuses: (value) => (PASSWORD.test(value) || core.faults.has('short-password-accepted') ? undefined : 'InvalidValue'),
    changed: () => {
      if (!core.faults.has('no-reconnect-after-password-change')) connection.renew();
    },
  });
  variables.bind(PRIORITY, { refuses: (value) => networkProfiles.objectionToPriority(membersOf(value).map(Number)) });
  variables.bind('OCPPCommCtrlr.HeartbeatInterval', { changed: () => heartbeat.postpone() });
  variables.bind('ReservationCtrlr.Enabled', { changed: () => availability.refresh() });
  for (const interval of ['TxUpdatedInterval', 'TxEndedInterval']) {
    variables.bind(`SampledDataCtrlr.${interval}`, { changed: () => transactions.resample() });
  }
  for (const interval of ['Interval', 'TxEndedInterval'])
    variables.bind(`AlignedDataCtrlr.${interval}`, { changed: () => alignedData.restart() });
  // Monitors look again whenever a variable is set that they can be about.
  variables.watch(() => core.monitoring.check());
}
