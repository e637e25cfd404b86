import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { BootNotificationResponse, MessageTriggerEnumType, RegistrationStatusEnumType } from '../ocpp/generated/messages.ts';
import type { RegistrationPolicy } from './config.ts';

/** What a triggered message is, where its name is not that of the message. */
const TRIGGERED: Partial<Record<MessageTriggerEnumType, Action>> = {
  SignChargingStationCertificate: 'SignCertificate',
  SignV2GCertificate: 'SignCertificate',
  SignCombinedCertificate: 'SignCertificate',
};

/** Where a station stands in use cases B01, B02 and B03, and what it may send there. */
export class Registration {
  /** The status that the station was last told; absent if it was told none, for it may be known from before. */
  status: RegistrationStatusEnumType | undefined;
  #policy: RegistrationPolicy | undefined;
  #boots = 0;
  readonly #triggered = new Set<Action>();
  readonly #reports = new Set<unknown>();

  constructor(policy: RegistrationPolicy | undefined) {
    this.#policy = policy;
  }

  /** From now on received like this; undefined accepts. */
  set policy(policy: RegistrationPolicy | undefined) {
    this.#policy = policy;
    this.#boots = 0;
  }

  /** Status and interval for the BootNotification that has just come. */
  decide(heartbeatInterval: number): Pick<BootNotificationResponse, 'status' | 'interval'> {
    const policy = this.#policy;
    if (!policy || this.#boots >= policy.boots) return { status: 'Accepted', interval: heartbeatInterval };
    return { status: policy.status, interval: policy.interval };
  }

  /** The station has been told. */
  told(status: RegistrationStatusEnumType): void {
    this.status = status;
    this.#boots++;
    if (status === 'Pending') return;
    this.#triggered.clear();
    this.#reports.clear();
  }

  /** A request is going out: what it asks a pending station for may come in. */
  sending(action: Action, payload: Payload): void {
    if (this.status !== 'Pending') return;
    if (action === 'GetBaseReport' || action === 'GetReport') this.#reports.add(payload.requestId);
    if (action === 'TriggerMessage') this.#triggered.add(triggeredBy(payload));
  }

  /** The station will not send what was asked for. */
  declined(action: Action, payload: Payload): void {
    if (action === 'TriggerMessage') this.#triggered.delete(triggeredBy(payload));
  }

  /** Whether the station may send this (B01.FR.10, B02.FR.09, B03.FR.07). */
  allows(action: Action, payload: Payload): boolean {
    if (action === 'BootNotification' || this.status === undefined || this.status === 'Accepted') return true;
    return this.#triggered.has(action) || (action === 'NotifyReport' && this.#reports.has(payload.requestId));
  }
}

const triggeredBy = ({ requestedMessage }: Payload): Action =>
  TRIGGERED[requestedMessage as MessageTriggerEnumType] ?? (requestedMessage as Action);
