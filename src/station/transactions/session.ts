import type { ChargingStateEnumType, IdTokenType, MeterValueType, ReasonEnumType } from '../../ocpp/generated/messages.ts';
import type { Timer } from '../../time/clock.ts';
import type { Evse } from '../evses.ts';
import { Meter } from './meter.ts';

/** Who may charge, and whether the CSMS has read it in a TransactionEventRequest. */
export interface Authorized {
  idToken: IdTokenType;
  groupIdToken?: IdTokenType | undefined;
  remoteStartId?: number | undefined;
  reservationId?: number | undefined;
  told?: boolean;
}

export interface Transaction {
  readonly id: string;
  /** Of the next TransactionEventRequest. */
  seqNo: number;
  /** Who was authorized last. */
  idToken?: IdTokenType;
  /** Why it will have been stopped, once that is known. */
  stoppedReason?: ReasonEnumType;
  begin: MeterValueType[];
}

/** What goes on at an EVSE between driver, EV and station. */
export class Session {
  readonly evse: Evse;
  readonly meter: Meter;
  authorized: Authorized | undefined;
  transaction: Transaction | undefined;
  /** The EV takes no energy. */
  evSuspended = false;
  /** The station offers none, although it could. */
  evseSuspended = false;
  /** EVConnectionTimeOut and the interval of sampled data. */
  readonly timers = new Map<'connection' | 'sample', Timer>();
  #delivering = false;

  constructor(evse: Evse, now: () => number) {
    this.evse = evse;
    this.meter = new Meter(evse.config.maxPower, now);
  }

  get delivering(): boolean {
    return this.#delivering;
  }

  set delivering(on: boolean) {
    this.#delivering = on;
    this.meter.deliver(on);
  }

  get chargingState(): ChargingStateEnumType {
    if (!this.evse.connected) return 'Idle';
    if (this.#delivering) return 'Charging';
    if (this.evseSuspended) return 'SuspendedEVSE';
    return this.evSuspended && this.authorized ? 'SuspendedEV' : 'EVConnected';
  }

  cancel(timer: 'connection' | 'sample'): void {
    this.timers.get(timer)?.cancel();
    this.timers.delete(timer);
  }

  /** Nobody is authorized and no energy flows any more. */
  stop(): void {
    this.authorized = undefined;
    this.delivering = false;
    this.evseSuspended = false;
  }
}
