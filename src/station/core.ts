import type { Action } from '../ocpp/action.ts';
import type { Clock } from '../time/clock.ts';
import type { Interceptor } from '../wire/rpc.ts';
import type { Activity } from './activity.ts';
import type { Availability } from './availability.ts';
import type { CertificateRenewal } from './certificate-renewal.ts';
import type { CertificateStatuses } from './certificate-statuses.ts';
import type { Certificates } from './certificates.ts';
import type { StationConfig } from './config.ts';
import type { Variables } from './device-model/variables.ts';
import type { DisplayMessages } from './display/display-messages.ts';
import type { Evse } from './evses.ts';
import type { Faults } from './faults/faults.ts';
import type { FirmwareUpdates } from './firmware/updates.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { Life } from './life.ts';
import type { LogUploads } from './logs/log-uploads.ts';
import type { Messages } from './messages.ts';
import type { Monitoring } from './monitoring/monitoring.ts';
import type { Connection } from './network/connection.ts';
import type { NetworkProfiles } from './network/network-profiles.ts';
import type { Outbox } from './outbox.ts';
import type { Persistent } from './persistent.ts';
import type { Registration } from './registration.ts';
import type { Reports } from './reports.ts';
import type { Reservations } from './reservations.ts';
import type { Resets } from './resets.ts';
import type { SecurityEvents } from './security-events.ts';
import type { SmartCharging } from './smart-charging/smart-charging.ts';
import type { StationTime } from './station-time.ts';
import type { AlignedData } from './transactions/aligned-data.ts';
import type { Authorization } from './transactions/authorization.ts';
import type { AuthorizationCache } from './transactions/authorization-cache.ts';
import type { LocalAuthorizationList } from './transactions/local-authorization-list.ts';
import type { MasterPass } from './transactions/master-pass.ts';
import type { TransactionQueue } from './transactions/transaction-queue.ts';
import type { Transactions } from './transactions/transactions.ts';
import type { Work } from './work.ts';

/** The parts of a station, which find each other here. */
export interface Core {
  readonly config: StationConfig;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly interceptors: Interceptor[];
  readonly persistent: Persistent;
  readonly variables: Variables;
  readonly evses: readonly Evse[];

  readonly activity: Activity;
  readonly time: StationTime;
  readonly messages: Messages;
  readonly connection: Connection;
  readonly networkProfiles: NetworkProfiles;
  readonly certificates: Certificates;
  readonly certificateStatuses: CertificateStatuses;
  readonly certificateRenewal: CertificateRenewal;
  readonly registration: Registration;
  readonly heartbeat: Heartbeat;
  readonly securityEvents: SecurityEvents;
  readonly outbox: Outbox;

  readonly availability: Availability;
  readonly reservations: Reservations;
  readonly authorization: Authorization;
  readonly authorizationCache: AuthorizationCache;
  readonly localAuthorizationList: LocalAuthorizationList;
  readonly masterPass: MasterPass;
  readonly transactions: Transactions;
  readonly transactionQueue: TransactionQueue;
  readonly alignedData: AlignedData;
  readonly reports: Reports;
  readonly resets: Resets;
  readonly smartCharging: SmartCharging;
  readonly firmware: FirmwareUpdates;
  readonly monitoring: Monitoring;
  readonly logUploads: LogUploads;
  readonly displayMessages: DisplayMessages;

  /** The id that the CSMS gave to its last request of each action that has one. */
  readonly requestIds: Map<Action, number>;

  /** Hears of exceptions, which are always the station's own fault. */
  readonly crashed: (error: unknown) => void;

  /** What is going on and takes a while. */
  readonly work: Work;

  /** From one boot to the next. */
  life: Life;
  /** Begins a new life after the boot time. */
  reboot(reason: 'RemoteReset' | 'ScheduledReset' | 'FirmwareUpdate'): void;
}

/** @throws RangeError if there is no such EVSE */
export function evseOf(core: Core, id: number): Evse {
  const evse = core.evses.find((candidate) => candidate.id === id);
  if (!evse) throw new RangeError(`no EVSE ${id}`);
  return evse;
}
