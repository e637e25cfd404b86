import type { Action, RequestOf } from '../ocpp/action.ts';
import type { Link } from '../wire/link.ts';
import { type Outcome, Rpc } from '../wire/rpc.ts';
import type { Core } from './core.ts';
import { dispatch } from './dispatch.ts';

/** Sends the station's requests over the connection that there is, as far as its registration lets it. */
export class Messages {
  readonly #core: Core;
  #current: { link: Link; rpc: Rpc } | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Connected to the CSMS. */
  get online(): boolean {
    return this.#current?.link.open ?? false;
  }

  /** Connected, and accepted since the last boot. */
  get ready(): boolean {
    return this.online && this.#core.registration.status === 'Accepted';
  }

  /** Speaks OCPP over this connection from now on. */
  attach(link: Link): void {
    const { clock, interceptors, variables, faults, crashed } = this.#core;
    const rpc = new Rpc({
      party: 'station',
      link,
      clock,
      timeout: variables.integer('OCPPCommCtrlr.MessageTimeout[Default]'),
      interceptors,
      handle: (action, payload) => dispatch(this.#core, action, payload),
      crashed,
      concurrent: faults.has('second-call-while-open'),
      ...faults.messageIds(),
    });
    this.#current = { link, rpc };
  }

  /**
   * Sends a request of the station's own.
   * @param instructed asked for by TriggerMessage, GetBaseReport or GetReport, which Pending allows (B02.FR.02)
   */
  async call<A extends Action>(action: A, payload: RequestOf<A>, instructed = false): Promise<Outcome<A>> {
    if (!this.#mayCall(action, instructed)) return { kind: 'closed', sent: payload };
    return this.send(action, payload);
  }

  /** Sends a request whatever the registration says: what a script wants to be sent. */
  async send<A extends Action>(action: A, payload: RequestOf<A>): Promise<Outcome<A>> {
    if (!this.#current) return { kind: 'closed', sent: payload };
    // Heartbeats come and go by themselves: nobody has to wait for one.
    const end = action === 'Heartbeat' ? () => {} : this.#core.activity.begin();
    const outcome = await this.#current.rpc.call(action, payload).finally(end);
    this.#core.heartbeat.postpone();
    return outcome;
  }

  /** Puts a text on the wire as it is. */
  sendRaw(text: string): void {
    this.#current?.rpc.sendRaw(text);
  }

  #mayCall(action: Action, instructed: boolean): boolean {
    const { registration, faults } = this.#core;
    const { status } = registration;
    if (faults.has('sends-before-accepted')) return true;
    if (status === undefined && faults.has('reports-before-boot-notification')) return true;
    return action === 'BootNotification' || status === 'Accepted' || (instructed && status !== 'Rejected');
  }
}
