import type {
  ChargingProfileType,
  ChargingStateEnumType,
  IdTokenType,
  MessageContentType,
  MeterValueType,
  ReasonEnumType,
} from '../../ocpp/generated/messages.ts';
import type { Timer } from '../../time/clock.ts';
import type { Evse } from '../evses.ts';
import { Meter } from './meter.ts';
import type { Shown } from './tariff.ts';

/** Who may charge, and whether the CSMS has read it in a TransactionEventRequest. */
export interface Authorized {
  idToken: IdTokenType;
  groupIdToken?: IdTokenType | undefined;
  personalMessage?: MessageContentType | undefined;
  remoteStartId?: number | undefined;
  /** Of a remote start, until there is a transaction. */
  chargingProfile?: ChargingProfileType | undefined;
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
  /** What the meter showed at the start, in watt-hours. */
  readonly register: number;
  /** The EV was unplugged before. */
  interrupted?: boolean;
  /** The public key of the meter has been told (PublicKeyWithSignedMeterValue). */
  keyTold?: boolean;
  /** It gets no more than MaxEnergyOnInvalidId. */
  limited: boolean;
  /** Readings for the last TransactionEventRequest: SampledDataTxEndedMeasurands and AlignedDataTxEndedMeasurands. */
  readonly sampled: MeterValueType[];
  readonly aligned: MeterValueType[];
}

/** What a session waits for. */
type Wait = 'connection' | 'energy' | 'TxUpdatedInterval' | 'TxEndedInterval';

/** What goes on at an EVSE between driver, EV and station. */
export class Session {
  readonly evse: Evse;
  readonly meter: Meter;
  authorized: Authorized | undefined;
  transaction: Transaction | undefined;
  /** For whom the station keeps the cable locked, although nobody may charge any more (E05.FR.11, E09.FR.03). */
  keptFor: Authorized | undefined;
  /** The EV takes no energy. */
  evSuspended = false;
  /** The station has offered energy to the EV that is connected, whether it takes it or not. */
  offered = false;
  /** The station offers none, although it could. */
  evseSuspended = false;
  shown: Shown = {};
  /** When energy was first offered to who is charging, in milliseconds since the epoch. */
  readySince: number | undefined;
  /** Hears when energy begins or ceases to flow. */
  deliveryChanged: () => void = () => {};
  readonly timers = new Map<Wait, Timer>();
  readonly #now: () => number;
  #delivering = false;

  constructor(evse: Evse, now: () => number) {
    this.evse = evse;
    this.#now = now;
    this.meter = new Meter(evse.config, now);
  }

  get delivering(): boolean {
    return this.#delivering;
  }

  set delivering(on: boolean) {
    if (on) this.readySince ??= this.#now();
    this.#delivering = on;
    this.meter.deliver(on);
    this.deliveryChanged();
  }

  get chargingState(): ChargingStateEnumType {
    if (!this.evse.connected) return 'Idle';
    if (this.#delivering) return 'Charging';
    if (this.evseSuspended) return 'SuspendedEVSE';
    return this.evSuspended && this.authorized && this.offered ? 'SuspendedEV' : 'EVConnected';
  }

  /** A transaction begins, by this id. */
  begin(id: string): Transaction {
    this.shown.transactionId = id;
    this.transaction = { id, seqNo: 0, register: this.meter.register, limited: false, sampled: [], aligned: [] };
    if (this.authorized) this.transaction.idToken = this.authorized.idToken;
    return this.transaction;
  }

  /** Lets go of the cable. */
  unlock(): void {
    this.keptFor = undefined;
    for (const connector of this.evse.connectors) connector.locked = false;
  }

  /** Keeps the cable locked for whoever is authorized, until that one comes back. */
  keepCable(): void {
    if (this.evse.locked) this.keptFor = this.authorized ?? this.keptFor;
  }

  cancel(timer: Wait): void {
    this.timers.get(timer)?.cancel();
    this.timers.delete(timer);
  }

  /** The transaction is over, and whatever waits because of it. */
  end(): void {
    this.stop();
    this.evSuspended = false;
    this.transaction = undefined;
    for (const timer of [...this.timers.keys()]) this.cancel(timer);
  }

  /** Nobody is authorized and no energy flows any more. */
  stop(): void {
    this.authorized = undefined;
    this.offered = false;
    this.readySince = undefined;
    this.delivering = false;
    this.evseSuspended = false;
  }
}
