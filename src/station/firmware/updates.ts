import type { FirmwareStatusEnumType, FirmwareStatusNotificationRequest, UpdateFirmwareRequest } from '../../ocpp/generated/messages.ts';
import { requestViolations } from '../../ocpp/validate.ts';
import type { Core } from '../core.ts';
import { Installation } from './installation.ts';
import { FINAL, type FirmwareState, SECURITY_EVENTS, type Update } from './update.ts';

/**
 * Keeps the books of firmware updates: use cases L01 and L02. An update is the station's own until a script sends or
 * changes one of its statuses; from then on the script tells the story and the station only notes what it was told.
 */
export class FirmwareUpdates {
  readonly #core: Core;
  #installation: Installation | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** The update that has not come to its end. */
  get ongoing(): Update | undefined {
    return this.#state.update;
  }

  /** The request that statuses are about: the last one. */
  get requestId(): number | undefined {
    return this.#state.requestId;
  }

  /** Carries out a request that was accepted, in place of what is going on (L01.FR.24). */
  begin(request: UpdateFirmwareRequest): void {
    this.#installation?.cancel();
    this.#state.update = { request, phase: 'download' };
    this.#state.requestId = request.requestId;
    this.#carryOn();
  }

  /** Goes on where a reboot interrupted. */
  reboot(): void {
    const { update } = this.#state;
    if (update?.phase === 'install' && this.#core.faults.has('scheduled-installation-forgotten')) delete this.#state.update;
    this.#carryOn();
  }

  /** Goes on if it waits for the station to be idle, and keeps free EVSEs from being used until then. */
  proceed(): void {
    this.#installation?.proceed();
  }

  /** Tells the last status again (L01.FR.25, L01.FR.26). */
  async trigger(): Promise<void> {
    const { status, requestId } = this.#state;
    const forgets = this.#core.faults.has('triggered-firmware-status-idle');
    const idle = forgets || status === undefined || status === 'Installed' || requestId === undefined;
    await this.#core.messages.call('FirmwareStatusNotification', idle ? { status: 'Idle' } : { status, requestId }, true);
  }

  /** A script has sent a status. */
  learn({ status, requestId }: FirmwareStatusNotificationRequest): void {
    if (status === 'Idle' || (requestId !== undefined && requestId !== this.#state.requestId)) return;
    this.#handOver();
    this.#entered(status);
  }

  /** From here on a script tells how the update goes on. */
  #handOver(): void {
    this.#installation?.cancel();
    if (this.#state.update) this.#state.update.scripted = true;
  }

  /** Enters a status and tells it (L01.FR.01, L01.FR.10). @returns false if a script has had another idea of it */
  async #tell(status: FirmwareStatusEnumType, requestId: number): Promise<boolean> {
    const meant = { status, requestId };
    const sent = await this.#core.outbox.send('FirmwareStatusNotification', meant);
    // Only a script makes another payload of it, be it one that says the same.
    if (sent && sent !== meant) {
      this.#handOver();
      if (requestViolations('FirmwareStatusNotification', { ...sent }).length === 0) this.learn(sent);
      return false;
    }
    this.#entered(status);
    return true;
  }

  #entered(status: FirmwareStatusEnumType): void {
    this.#state.status = status;
    const event = SECURITY_EVENTS[status];
    if (event) this.#core.securityEvents.raise(event);
    if (FINAL.has(status)) delete this.#state.update;
  }

  #carryOn(): void {
    const { update } = this.#state;
    if (!update || update.scripted) return;
    const { requestId } = update.request;
    const installation = new Installation(this.#core, update, (status) => this.#tell(status, requestId));
    this.#installation = installation;
    // It says by itself when it is busy: a date to come keeps nobody waiting for the station.
    installation.run().catch(this.#core.crashed);
  }

  get #state(): FirmwareState {
    return this.#core.persistent.firmware;
  }
}
