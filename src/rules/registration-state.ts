import type { Party } from '../ocpp/party.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { unsigned } from './action.ts';
import { requestIn, responseIn } from './violations.ts';

/** What a station sends on TriggerMessage, where that is not the message of the same name. */
const TRIGGERED: Readonly<Record<string, string>> = {
  SignChargingStationCertificate: 'SignCertificate',
  SignV2GCertificate: 'SignCertificate',
  SignCombinedCertificate: 'SignCertificate',
};

/** Requests which a station reports on later, but which are not among those that allow it to while it is pending. */
const LEADS_TO: Readonly<Record<string, string>> = {
  CustomerInformation: 'NotifyCustomerInformation',
  GetChargingProfiles: 'ReportChargingProfiles',
  GetDisplayMessages: 'NotifyDisplayMessages',
  GetLog: 'LogStatusNotification',
  GetMonitoringReport: 'NotifyMonitoringReport',
  PublishFirmware: 'PublishFirmwareStatusNotification',
  UpdateFirmware: 'FirmwareStatusNotification',
};

/** Variables after whose change a station may want to connect anew. */
const RECONNECTING: ReadonlySet<string> = new Set([
  'basicauthpassword',
  'identity',
  'networkconfigurationpriority',
  'websocketpinginterval',
]);

/** Reasons of a BootNotification that say that the station was restarted. */
export const RESTARTED: ReadonlySet<string> = new Set([
  'ApplicationReset',
  'FirmwareUpdate',
  'LocalReset',
  'PowerUp',
  'RemoteReset',
  'ScheduledReset',
  'Watchdog',
]);

/** How a station is registered at the CSMS, as far as a trace shows it. */
export class Registration {
  /** `Booting` means restarted and not answered yet; undefined means that the trace does not tell. */
  status: 'Booting' | 'Accepted' | 'Pending' | 'Rejected' | undefined;
  /** What put it in that state. */
  since: FrameEntry | undefined;
  /** Actions that the CSMS has asked for in ways that allow them while pending. */
  readonly instructed = new Set<string>();
  /** Actions that the CSMS has asked for otherwise. */
  readonly induced = new Set<string>();
  /** The station has accepted to restart. */
  resetting = false;
  /** Something has happened after which a party may well close the connection. */
  unsettled = false;
  /** The connection that the station made last. */
  connection = 0;
  /** What the station has sent first on that connection, if that was no BootNotification. */
  early: FrameEntry | undefined;
  /** Such a message, with the BootNotification by which the station says on the same connection that it has restarted. */
  suspicion: { early: FrameEntry; boot: FrameEntry } | undefined;
  /** People have restarted it, and no BootNotification has come since. */
  cycled = false;
  /** The party that ocppspec plays on that connection, and that therefore closes it because it was told to. */
  played: Party | undefined;
  /** The connection on which it came to its status. */
  #settledOn = 0;
  /** It has sent something on the connection that it made last, or that connection is older than the trace. */
  #heard = true;

  see(entry: Entry): void {
    if (entry.kind === 'connected') this.#connected(entry);
    else if (entry.kind === 'frame') {
      if (entry.decoded.frame?.type === 'CALL') this.#called(entry);
      else this.#answered(entry);
    }
  }

  #connected({ connection, carried, seenBy }: Entry & { kind: 'connected' }): void {
    this.connection = connection;
    this.played = seenBy;
    this.unsettled = false;
    this.early = undefined;
    this.#heard = carried !== undefined;
    if (carried) this.#settle(carried.accepted ? 'Accepted' : undefined, connection);
    else if (this.resetting) this.#restart(undefined);
  }

  #settle(status: Registration['status'], connection: number): void {
    this.status = status;
    this.#settledOn = connection;
    this.since = undefined;
  }

  #restart(since: FrameEntry | undefined): void {
    this.status = 'Booting';
    this.since = since;
    this.resetting = false;
    this.instructed.clear();
    this.induced.clear();
  }

  #called(entry: FrameEntry): void {
    const { frame } = entry.decoded;
    if (frame?.type !== 'CALL') return;
    const action = unsigned(frame.action);
    if (entry.from === 'station') {
      if (!this.#heard && action !== 'BootNotification' && this.status !== 'Booting') this.early = entry;
      this.#heard = true;
      if (action !== 'BootNotification') return;
      this.early = undefined;
      const restarted = RESTARTED.has(String(frame.payload.reason));
      // On the connection on which it is accepted already, a station may be confused, but has not restarted.
      if (restarted && !(this.status === 'Accepted' && this.#settledOn === entry.connection)) this.#restart(entry);
      this.resetting = false;
      return;
    }
    if (action === 'GetBaseReport' || action === 'GetReport') this.instructed.add('NotifyReport');
    const trigger = requestIn(entry, 'TriggerMessage')?.requestedMessage;
    if (trigger) this.instructed.add(TRIGGERED[trigger] ?? trigger);
    const consequence = Object.hasOwn(LEADS_TO, action) ? LEADS_TO[action] : undefined;
    if (consequence) this.induced.add(consequence);
    const reconnecting = requestIn(entry, 'SetVariables')?.setVariableData.some(({ variable }) =>
      RECONNECTING.has(variable.name.toLowerCase()),
    );
    if (reconnecting || action === 'Reset' || action === 'CertificateSigned' || action === 'UpdateFirmware') this.unsettled = true;
  }

  #answered(entry: FrameEntry): void {
    const { action } = entry;
    if (action === 'Reset') {
      const whole = entry.answers && requestIn(entry.answers, 'Reset')?.evseId === undefined;
      if (whole && responseIn(entry, 'Reset')?.status === 'Accepted') this.resetting = true;
    } else if (action === 'BootNotification' && entry.decoded.frame?.type === 'CALLRESULT') {
      this.#settle(responseIn(entry, 'BootNotification')?.status, entry.connection);
      this.since = entry;
    }
  }
}
