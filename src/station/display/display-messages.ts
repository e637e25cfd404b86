import type { GetDisplayMessagesRequest, MessageInfoType, SetDisplayMessageResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { isForgotten } from './states.ts';

/** The messages that the CSMS wants to be displayed: use cases O01 to O06. */
export class DisplayMessages {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** A message goes with the end of its time or of its transaction (O01.FR.07, O02.FR.02). */
  get all(): readonly MessageInfoType[] {
    const { persistent } = this.#core;
    persistent.displayMessages = persistent.displayMessages.filter((message) => this.#isKept(message));
    return persistent.displayMessages;
  }

  /** The messages that meet all criteria of a request (O03, O04). */
  matching({ id, priority, state }: GetDisplayMessagesRequest): MessageInfoType[] {
    const { faults } = this.#core;
    if (priority && faults.has('display-filter-by-priority-finds-nothing')) return [];
    if (state && faults.has('display-filter-by-state-finds-nothing')) return [];
    if (faults.has('display-criteria-joined-by-or') && (id || priority || state))
      return this.all.filter((message) => id?.includes(message.id) || message.priority === priority || message.state === state);
    return this.all.filter(
      (message) =>
        (id === undefined || id.includes(message.id) || faults.has('display-filter-ignores-id')) &&
        (priority === undefined || message.priority === priority || faults.has('display-filter-ignores-priority')) &&
        (state === undefined || message.state === state || faults.has('display-filter-ignores-state')),
    );
  }

  /** What setting a message comes to. */
  judge(message: MessageInfoType): SetDisplayMessageResponse {
    const { config, faults, variables, transactions } = this.#core;
    const { display, id, priority, state, transactionId } = message;
    // O01.FR.22
    if (display && !variables.hasComponent(display)) return { status: 'Rejected', statusInfo: { reasonCode: 'NotFound' } };
    // O01.FR.01 to O01.FR.03
    const priorities = variables.members('DisplayMessageCtrlr.SupportedPriorities');
    if (!priorities.includes(priority) && !faults.has('unsupported-display-priority-accepted')) return { status: 'NotSupportedPriority' };
    const supported = !state || config.capabilities.displayStates.includes(state);
    if (!supported && !faults.has('unsupported-display-state-accepted')) return { status: 'NotSupportedState' };
    if (!variables.members('DisplayMessageCtrlr.SupportedFormats').includes(message.message.format))
      return { status: 'NotSupportedMessageFormat' };
    // O02.FR.01
    const strange = transactionId !== undefined && !transactions.find(transactionId);
    if (strange && !faults.has('display-message-for-unknown-transaction')) return { status: 'UnknownTransaction' };
    if (faults.has('display-message-replacement-rejected') && this.has(id)) return { status: 'Rejected' };
    // O01.FR.11
    const full = this.#besides(message).length >= variables.maxLimit('DisplayMessageCtrlr.DisplayMessages');
    return full ? { status: 'Rejected', statusInfo: { reasonCode: 'OutOfStorage' } } : { status: 'Accepted' };
  }

  set(message: MessageInfoType): void {
    const { faults, persistent } = this.#core;
    if (faults.has('display-message-not-kept') || (faults.has('display-message-not-replaced') && this.has(message.id))) return;
    persistent.displayMessages = [...this.#besides(message), message];
  }

  has(id: number): boolean {
    return this.all.some((message) => message.id === id);
  }

  clear(id: number): void {
    if (this.#core.faults.has('cleared-display-message-kept')) return;
    this.#core.persistent.displayMessages = this.all.filter((message) => message.id !== id);
  }

  /** What does not survive a reboot, which is nothing unless the station errs. */
  reboot(): void {
    if (this.#core.faults.has('display-messages-lost-at-reboot')) this.#core.persistent.displayMessages = [];
  }

  #isKept(message: MessageInfoType): boolean {
    const { faults, time, transactions } = this.#core;
    const { endDateTime, transactionId } = message;
    const timeIsUp = endDateTime !== undefined && time.now() >= Date.parse(endDateTime);
    if (timeIsUp && !faults.has('display-message-outlives-end-time')) return false;
    if (isForgotten(this.#core, message)) return false;
    const isOver = transactionId !== undefined && !transactions.find(transactionId);
    return !isOver || faults.has('display-message-outlives-transaction') || faults.has('display-message-for-unknown-transaction');
  }

  /** What stays beside a message: it replaces one with its id, and only one can be always in front (O06.FR.01, O01.FR.16). */
  #besides({ id, priority }: MessageInfoType): MessageInfoType[] {
    const { faults } = this.#core;
    const alone = (priority === 'AlwaysFront' && !faults.has('two-messages-always-in-front')) || this.#crowdsOut(priority);
    return this.all.filter((other) => other.id !== id && !(alone && other.priority === priority));
  }

  #crowdsOut(priority: MessageInfoType['priority']): boolean {
    return priority === 'InFront' && this.#core.faults.has('only-one-message-in-front');
  }
}
