import type { ScenarioSettings } from '../settings.ts';

/** What is true of an EV at an EVSE; TxStartPoint and TxStopPoint are about these. */
export interface Conditions {
  parked: boolean;
  plugged: boolean;
  authorized: boolean;
  energy: boolean;
}

export type Event = 'Started' | 'Updated' | 'Ended';

/** An authorization of which no TransactionEvent has told yet. */
export interface Untold {
  by: 'local' | 'remote';
  /** Cell of who was authorized. */
  idToken: string;
  /** Cell of the id of the remote start. */
  remoteStartId: string | undefined;
}

/** Which condition has to hold for each member of TxStartPoint (E01) to start a transaction. */
const START: Record<string, (now: Conditions) => boolean> = {
  ParkingBayOccupancy: ({ parked }) => parked,
  EVConnected: ({ plugged }) => plugged,
  Authorized: ({ authorized }) => authorized,
  PowerPathClosed: ({ plugged, authorized }) => plugged && authorized,
  DataSigned: ({ energy }) => energy,
  EnergyTransfer: ({ energy }) => energy,
};

/** Which condition ends it for each member of TxStopPoint (E06). */
const STOP: Record<string, (now: Conditions) => boolean> = {
  ParkingBayOccupancy: ({ parked }) => !parked,
  EVConnected: ({ plugged }) => !plugged,
  Authorized: ({ authorized }) => !authorized,
  PowerPathClosed: ({ plugged, authorized }) => !plugged || !authorized,
  EnergyTransfer: ({ energy }) => !energy,
};

/** How far a charging session at one EVSE has come, as the reusable states of the specification describe it. */
export class Session {
  readonly conditions: Conditions = { parked: false, plugged: false, authorized: false, energy: false };
  readonly #settings: Pick<ScenarioSettings, 'txStartPoint' | 'txStopPoint'>;
  #phase: 'none' | 'ongoing' | 'ended' = 'none';
  /** How it was authorized, which is also how it is stopped. */
  by: 'local' | 'remote' = 'local';
  /** What the next TransactionEvent has to tell of who was authorized (E03.FR.01, F02.FR.21). */
  untold: Untold | undefined;
  /** The stop of the transaction has been authorized. */
  stopped = false;
  /** How a state has stopped it. */
  stoppedBy: 'local' | 'remote' | undefined;
  /** Energy has flowed, and flows no more. */
  suspended = false;
  /** From this position of the trace on, the station has no reason to ask about the token before energy flows. */
  unasked: number | undefined;
  /** What the scenario expects to be the reason when the transaction ends, if it says so. */
  stoppedReason: string | undefined;

  constructor(settings: Pick<ScenarioSettings, 'txStartPoint' | 'txStopPoint'>) {
    this.#settings = settings;
  }

  get startPoints(): readonly string[] {
    return this.#settings.txStartPoint;
  }

  get stopPoints(): readonly string[] {
    return this.#settings.txStopPoint;
  }

  get ongoing(): boolean {
    return this.#phase === 'ongoing';
  }

  /** The transaction is over, and so is everything that could be part of it. */
  get over(): boolean {
    return this.#phase === 'ended' && !this.conditions.plugged && !this.conditions.authorized;
  }

  /** Changes conditions on the way in. @returns the event that has to be sent because of it, if any */
  begin(change: Partial<Conditions>): Event | undefined {
    Object.assign(this.conditions, change);
    if (this.#phase === 'ongoing') return 'Updated';
    if (!this.#settings.txStartPoint.some((point) => START[point]?.(this.conditions))) return undefined;
    this.#phase = 'ongoing';
    return 'Started';
  }

  /** Changes conditions on the way out. @returns the event that has to be sent because of it, if any */
  end(change: Partial<Conditions>): Event | undefined {
    Object.assign(this.conditions, change);
    if (this.#phase !== 'ongoing') return undefined;
    if (!this.#settings.txStopPoint.some((point) => STOP[point]?.(this.conditions))) return 'Updated';
    this.#phase = 'ended';
    return 'Ended';
  }

  /** Takes note of an event of the transaction that the station sent. */
  sent(event: Event): void {
    this.#phase = event === 'Ended' ? 'ended' : 'ongoing';
  }
}
