import type { BootNotificationRequest, BootNotificationResponse, BootReasonEnumType } from '../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../time/clock.ts';
import type { Outcome } from '../wire/rpc.ts';
import type { Core } from './core.ts';

/** Gets the station accepted by the CSMS: use cases B01, B02 and B03. */
export class Registration {
  readonly #core: Core;
  /** What the CSMS last answered since the last boot. */
  status: BootNotificationResponse['status'] | undefined;
  #reason: BootReasonEnumType = 'PowerUp';
  /** Whether the boot has been raised as a security event. */
  #announced = false;
  /** Before this time, in milliseconds, no BootNotificationRequest may be sent (B02.FR.04). */
  #notBefore = 0;
  #next: Timer | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** The station has booted. */
  begin(reason: BootReasonEnumType): void {
    this.status = undefined;
    this.#reason = reason;
    this.#announced = false;
    this.#notBefore = 0;
  }

  /** There is a connection. @param migrated to another network profile than before (B10.FR.10) */
  connected(migrated: boolean): void {
    const accepted = this.status === 'Accepted';
    if (migrated || (accepted && this.#core.faults.has('boot-on-every-reconnect'))) {
      if (accepted) this.#reason = 'Unknown';
      this.status = undefined;
      this.#notBefore = 0;
    }
    if (this.status === undefined && this.#core.faults.has('reports-before-boot-notification'))
      this.#core.activity.start(() => this.#core.availability.reportAll());
    if (this.status === 'Accepted') this.#reconnected();
    else this.#notifyAfter(Math.max(0, (this.#notBefore - this.#core.clock.now()) / SECOND));
  }

  /** The CSMS wants a BootNotificationRequest now. */
  trigger(): void {
    this.#notify('Triggered');
  }

  compose(reason = this.#reason): BootNotificationRequest {
    const { model, vendorName, serialNumber, firmwareVersion } = this.#core.config;
    return { reason, chargingStation: { model, vendorName, serialNumber, firmwareVersion } };
  }

  /** A BootNotificationRequest has come to its end. */
  ended(outcome: Outcome<'BootNotification'>): void {
    if (outcome.kind === 'result') this.#answered(outcome.payload);
    else if (outcome.kind !== 'closed') this.#retryAfter(this.#core.config.durations.bootRetry);
  }

  #notify(reason?: BootReasonEnumType): void {
    this.#next?.cancel();
    this.#core.activity.start(async () => this.ended(await this.#core.messages.call('BootNotification', this.compose(reason))));
  }

  #notifyAfter(seconds: number): void {
    this.#next?.cancel();
    if (seconds === 0) this.#notify();
    else
      this.#next = this.#core.life.after(seconds, () => {
        if (this.#core.messages.online) this.#notify();
      });
  }

  #retryAfter(seconds: number): void {
    const interval = this.#core.faults.has('ignores-boot-interval') ? seconds / 2 : seconds;
    this.#notBefore = this.#core.clock.now() + interval * SECOND;
    this.#notifyAfter(interval);
  }

  #answered({ status, interval, currentTime }: BootNotificationResponse): void {
    const { config, time, variables, connection, heartbeat } = this.#core;
    this.status = status;
    time.synchronize(currentTime);
    if (status === 'Accepted') {
      this.#next?.cancel();
      if (interval > 0) variables.adopt('OCPPCommCtrlr.HeartbeatInterval', String(interval));
      heartbeat.postpone();
      this.#core.activity.start(() => this.#accepted());
      return;
    }
    const chosen = interval > 0 ? interval : config.durations.bootRetry;
    this.#retryAfter(chosen);
    if (status === 'Rejected' && config.capabilities.disconnectsWhenRejected) connection.closeFor(chosen);
    else if (this.#core.faults.has('sends-before-accepted')) this.#core.activity.start(() => this.#core.availability.reportAll());
  }

  async #accepted(): Promise<void> {
    const { availability, securityEvents, faults, transactionQueue, outbox } = this.#core;
    if (!faults.has('no-status-after-boot')) await availability.reportAll();
    if (!this.#announced) {
      this.#announced = true;
      if (!faults.has('no-security-event-after-boot')) securityEvents.raise(this.#startupEvent());
    }
    securityEvents.deliver();
    outbox.deliver();
    transactionQueue.deliver();
  }

  #startupEvent(): string {
    return this.#reason === 'PowerUp' ? 'StartupOfTheDevice' : 'ResetOrReboot';
  }

  /** Normal operation goes on after a mere loss of the connection (B04, E12). */
  #reconnected(): void {
    const { activity, availability, heartbeat, securityEvents, transactionQueue, outbox, faults } = this.#core;
    activity.start(async () => {
      if (!faults.has('status-not-reported-after-offline')) await availability.reportAfterOffline();
      await heartbeat.beat();
      securityEvents.deliver();
      outbox.deliver();
      transactionQueue.deliver();
    });
  }
}
