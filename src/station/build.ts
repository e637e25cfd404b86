import type { Clock } from '../time/clock.ts';
import { Activity } from './activity.ts';
import { Availability } from './availability.ts';
import { CertificateRenewal } from './certificate-renewal.ts';
import { CertificateStatuses } from './certificate-statuses.ts';
import { Certificates } from './certificates.ts';
import type { StationConfig } from './config.ts';
import type { Core } from './core.ts';
import { bindVariables } from './device-model/bindings.ts';
import { inventory } from './device-model/inventory.ts';
import { DisplayMessages } from './display/display-messages.ts';
import { Evse } from './evses.ts';
import { Faults } from './faults/faults.ts';
import { FirmwareUpdates } from './firmware/updates.ts';
import { Heartbeat } from './heartbeat.ts';
import { Life } from './life.ts';
import { LogUploads } from './logs/log-uploads.ts';
import { Messages } from './messages.ts';
import { Monitoring } from './monitoring/monitoring.ts';
import { Connection } from './network/connection.ts';
import { NetworkProfiles } from './network/network-profiles.ts';
import { Outbox } from './outbox.ts';
import { factoryState } from './persistent.ts';
import { Registration } from './registration.ts';
import { Reports } from './reports.ts';
import { Reservations } from './reservations.ts';
import { Resets } from './resets.ts';
import { SecurityEvents } from './security-events.ts';
import { SmartCharging } from './smart-charging/smart-charging.ts';
import { StationTime } from './station-time.ts';
import { AlignedData } from './transactions/aligned-data.ts';
import { Authorization } from './transactions/authorization.ts';
import { AuthorizationCache } from './transactions/authorization-cache.ts';
import { LocalAuthorizationList } from './transactions/local-authorization-list.ts';
import { MasterPass } from './transactions/master-pass.ts';
import { TransactionQueue } from './transactions/transaction-queue.ts';
import { Transactions } from './transactions/transactions.ts';
import { Work } from './work.ts';

/** Puts the parts of a station together; it is still switched off. */
export function buildCore(config: StationConfig, clock: Clock, faultNames: readonly string[], crashed: (error: unknown) => void): Core {
  const faults = new Faults(faultNames);
  const core = {
    config,
    clock,
    faults,
    crashed,
    interceptors: faults.interceptors,
    persistent: factoryState(config),
    variables: inventory(config),
    evses: config.evses.map((evse) => new Evse(evse)),
    activity: new Activity(crashed),
    work: new Work(),
    life: new Life(clock),
    reboot: () => {},
    requestIds: new Map(),
  } as unknown as Core;
  core.life.end();
  // Each part finds the others through the core, once all are there.
  const time = new StationTime(core);
  Object.assign(core, { time });
  Object.assign(core, {
    messages: new Messages(core),
    connection: new Connection(core),
    networkProfiles: new NetworkProfiles(core),
    certificates: new Certificates(core),
    certificateStatuses: new CertificateStatuses(core),
    certificateRenewal: new CertificateRenewal(core),
    registration: new Registration(core),
    heartbeat: new Heartbeat(core),
    securityEvents: new SecurityEvents(core),
    outbox: new Outbox(core),
    availability: new Availability(core),
    reservations: new Reservations(core),
    authorization: new Authorization(core),
    authorizationCache: new AuthorizationCache(core),
    localAuthorizationList: new LocalAuthorizationList(core),
    masterPass: new MasterPass(core),
    transactions: new Transactions(core),
    transactionQueue: new TransactionQueue(core),
    reports: new Reports(core),
    resets: new Resets(core),
    firmware: new FirmwareUpdates(core),
    monitoring: new Monitoring(core),
    logUploads: new LogUploads(core),
    displayMessages: new DisplayMessages(core),
  });
  Object.assign(core, { alignedData: new AlignedData(core), smartCharging: new SmartCharging(core) });
  bindVariables(core);
  core.networkProfiles.reboot();
  return core;
}
