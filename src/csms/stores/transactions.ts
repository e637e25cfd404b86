import type { EVSEType, IdTokenType, MeterValueType, SampledValueType, TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import { BoundedMap } from './bounded-map.ts';

const LIMIT = 1000;
const SEQ_NO_LIMIT = 100_000;

export interface Transaction {
  transactionId: string;
  ongoing: boolean;
  /** The sequence numbers of the events that have come. */
  seqNos: Set<number>;
  highestSeqNo: number;
  evse?: EVSEType;
  idToken?: IdTokenType;
  remoteStartId?: number;
  chargingState?: string;
  stoppedReason?: string;
  /** Lowest and highest reading of the import register, in Wh. */
  register?: { from: number; to: number };
}

/** The transactions of a station, put together from events that may come late and out of order. */
export class Transactions {
  readonly #transactions = new BoundedMap<string, Transaction>(LIMIT);

  note({ eventType, seqNo, transactionInfo, evse, idToken, meterValue }: TransactionEventRequest): Transaction {
    const { transactionId, chargingState, remoteStartId, stoppedReason } = transactionInfo;
    const transaction = this.#transactions.obtain(transactionId, () => ({
      transactionId,
      ongoing: true,
      seqNos: new Set(),
      highestSeqNo: -1,
    }));
    const isLatest = seqNo > transaction.highestSeqNo;
    if (isLatest) transaction.highestSeqNo = seqNo;
    if (transaction.seqNos.size < SEQ_NO_LIMIT) transaction.seqNos.add(seqNo);
    if (eventType === 'Ended') transaction.ongoing = false;
    if (evse) transaction.evse = evse;
    if (remoteStartId !== undefined) transaction.remoteStartId = remoteStartId;
    if (chargingState && isLatest) transaction.chargingState = chargingState;
    if (stoppedReason) transaction.stoppedReason = stoppedReason;
    // The token that stops a transaction may be another one of the same group.
    if (idToken) transaction.idToken ??= idToken;
    noteRegister(transaction, meterValue ?? []);
    return transaction;
  }

  get(transactionId: string): Transaction | undefined {
    return this.#transactions.get(transactionId);
  }

  /** The transaction that an operator means: the latest, preferably one that is under way, at that EVSE if one is named. */
  current(evseId?: number): Transaction | undefined {
    const candidates = [...this.#transactions.values()].filter(
      ({ evse }) => evseId === undefined || evse === undefined || evse.id === evseId,
    );
    return candidates.findLast(({ ongoing }) => ongoing) ?? candidates.at(-1);
  }

  toJSON(): unknown {
    return [...this.#transactions.values()].map((transaction) => {
      const { seqNos, idToken: _personal, ...rest } = transaction;
      return { ...rest, events: seqNos.size, missing: missingSeqNos(transaction), energy: energyOf(transaction) };
    });
  }
}

/** @returns the numbers that are still to come, at most 100 of them */
export function missingSeqNos({ seqNos, highestSeqNo }: Transaction): number[] {
  const missing: number[] = [];
  for (let seqNo = 0; seqNo < highestSeqNo && missing.length < 100; seqNo++) if (!seqNos.has(seqNo)) missing.push(seqNo);
  return missing;
}

/** Energy taken from the grid so far, in Wh. */
export const energyOf = ({ register }: Transaction): number => (register ? register.to - register.from : 0);

function noteRegister(transaction: Transaction, meterValues: readonly MeterValueType[]): void {
  for (const sample of meterValues.flatMap(({ sampledValue }) => sampledValue)) {
    if (!isTotalImport(sample)) continue;
    const reading = inWattHours(sample);
    const { from, to } = transaction.register ?? { from: reading, to: reading };
    transaction.register = { from: Math.min(from, reading), to: Math.max(to, reading) };
  }
}

/** Absent fields mean the energy import register, at the outlet, over all phases. */
const isTotalImport = ({ measurand = 'Energy.Active.Import.Register', phase, location = 'Outlet' }: SampledValueType): boolean =>
  measurand === 'Energy.Active.Import.Register' && phase === undefined && location === 'Outlet';

const inWattHours = ({ value, unitOfMeasure: { unit = 'Wh', multiplier = 0 } = {} }: SampledValueType): number =>
  value * 10 ** multiplier * (unit === 'kWh' ? 1000 : 1);
