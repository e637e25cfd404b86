import type { GetDisplayMessagesRequest, MessageInfoType, SetDisplayMessageResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';

/** The messages that the CSMS wants to be displayed: use cases O01 to O06. */
export class DisplayMessages {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** A message goes with the end of its time or of its transaction (O01.FR.07, O02.FR.02). */
  get all(): readonly MessageInfoType[] {
    const { persistent, time, transactions } = this.#core;
    persistent.displayMessages = persistent.displayMessages.filter(
      ({ endDateTime, transactionId }) =>
        (endDateTime === undefined || time.now() < Date.parse(endDateTime)) &&
        (transactionId === undefined || transactions.find(transactionId) !== undefined),
    );
    return persistent.displayMessages;
  }

  /** The messages that meet all criteria of a request (O03, O04). */
  matching({ id, priority, state }: GetDisplayMessagesRequest): MessageInfoType[] {
    return this.all.filter(
      (message) =>
        (id === undefined || id.includes(message.id)) &&
        (priority === undefined || message.priority === priority) &&
        (state === undefined || message.state === state),
    );
  }

  /** What setting a message comes to. */
  judge(message: MessageInfoType): SetDisplayMessageResponse {
    const { config, variables, transactions } = this.#core;
    const { display, priority, state, transactionId } = message;
    // O01.FR.22
    if (display && !variables.hasComponent(display)) return { status: 'Rejected', statusInfo: { reasonCode: 'NotFound' } };
    // O01.FR.01 to O01.FR.03
    if (!variables.members('DisplayMessageCtrlr.SupportedPriorities').includes(priority)) return { status: 'NotSupportedPriority' };
    if (state && !config.capabilities.displayStates.includes(state)) return { status: 'NotSupportedState' };
    if (!variables.members('DisplayMessageCtrlr.SupportedFormats').includes(message.message.format))
      return { status: 'NotSupportedMessageFormat' };
    // O02.FR.01
    if (transactionId !== undefined && !transactions.find(transactionId)) return { status: 'UnknownTransaction' };
    // O01.FR.11
    const full = this.#besides(message).length >= variables.maxLimit('DisplayMessageCtrlr.DisplayMessages');
    return full ? { status: 'Rejected', statusInfo: { reasonCode: 'OutOfStorage' } } : { status: 'Accepted' };
  }

  set(message: MessageInfoType): void {
    this.#core.persistent.displayMessages = [...this.#besides(message), message];
  }

  clear(id: number): void {
    this.#core.persistent.displayMessages = this.all.filter((message) => message.id !== id);
  }

  /** What stays beside a message: it replaces one with its id, and only one can be always in front (O06.FR.01, O01.FR.16). */
  #besides({ id, priority }: MessageInfoType): MessageInfoType[] {
    return this.all.filter((other) => other.id !== id && !(priority === 'AlwaysFront' && other.priority === 'AlwaysFront'));
  }
}
