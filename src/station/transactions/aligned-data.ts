import type { MeterValueType } from '../../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import { nextAligned } from './clock-grid.ts';
import { MainMeter } from './main-meter.ts';
import type { Meter } from './meter.ts';
import { readingsOf } from './readings.ts';
import { keep } from './sampled-data.ts';
import type { Session, Transaction } from './session.ts';
import { reportTransaction } from './transaction-event.ts';

type Interval = 'Interval' | 'TxEndedInterval';

/** Reads all meters at set times of the day: use case J01. */
export class AlignedData {
  readonly #core: Core;
  readonly #mainMeter: MainMeter;
  readonly #timers = new Map<Interval, Timer>();

  constructor(core: Core) {
    this.#core = core;
    this.#mainMeter = new MainMeter(core.transactions.all.map(({ meter }) => meter));
  }

  /** Finds its times anew: after a boot, when an interval or the station's clock has been set. */
  restart(): void {
    this.#schedule('Interval', (timestamp) => this.#send(timestamp));
    this.#schedule('TxEndedInterval', (timestamp) => this.#keep(timestamp));
  }

  /** An interval of 0 stands for never. */
  #schedule(interval: Interval, act: (timestamp: string) => void, from = this.#core.time.now()): void {
    this.#timers.get(interval)?.cancel();
    const { variables, life, time } = this.#core;
    const length = variables.integer(`AlignedDataCtrlr.${interval}`) * SECOND;
    if (length === 0) return;
    const due = nextAligned(from, length);
    const timer = life.after((due - time.now()) / SECOND, () => {
      if (this.#enabled) act(new Date(due).toISOString());
      // A clock may be a little late or early.
      this.#schedule(interval, act, Math.max(due, time.now()));
    });
    this.#timers.set(interval, timer);
  }

  /** For the main meter, for idle EVSEs and for those with a transaction (J01.FR.14, J01.FR.22). */
  #send(timestamp: string): void {
    const { transactions } = this.#core;
    if (this.#isSilent()) return;
    this.#meterValues(0, this.#read(this.#mainMeter, 'Measurands', timestamp));
    for (const session of transactions.all) {
      const meterValue = this.#read(session.meter, 'Measurands', timestamp, session.transaction);
      if (!session.transaction) this.#meterValues(session.evse.id, meterValue);
      else if (meterValue.length > 0 && !this.#isSilent(session) && !this.#core.faults.has('aligned-data-missing-in-transaction'))
        reportTransaction(this.#core, session, 'Updated', 'MeterValueClock', { meterValue, timestamp });
    }
  }

  /** For the end of transactions. */
  #keep(timestamp: string): void {
    for (const session of this.#core.transactions.all) {
      const { meter, transaction } = session;
      if (!transaction || this.#isSilent() || this.#isSilent(session) || this.#core.faults.has('aligned-data-missing-at-end')) continue;
      keep(transaction.aligned, this.#read(meter, 'TxEndedMeasurands', timestamp, transaction));
    }
  }

  #read(meter: Meter | MainMeter, list: string, timestamp: string, transaction?: Transaction): MeterValueType[] {
    return readingsOf(this.#core, meter, { controller: 'AlignedDataCtrlr', list, context: 'Sample.Clock', timestamp, transaction });
  }

  #meterValues(evseId: number, meterValue: MeterValueType[]): void {
    const [first, ...more] = meterValue;
    if (first) this.#core.activity.start(() => this.#core.messages.call('MeterValues', { evseId, meterValue: [first, ...more] }));
  }

  get #enabled(): boolean {
    const { variables } = this.#core;
    return !variables.isOff('AlignedDataCtrlr.Available') && !variables.isOff('AlignedDataCtrlr.Enabled');
  }

  /** Whether transactions forbid clock-aligned data, of an EVSE or of the station (J01.FR.19, J01.FR.20). */
  #isSilent(session?: Session): boolean {
    const { variables, transactions, faults } = this.#core;
    if (faults.has('aligned-data-while-charging')) return false;
    if (session) return session.transaction !== undefined && variables.flag(`AlignedDataCtrlr(${session.evse.id}).SendDuringIdle`);
    return variables.flag('AlignedDataCtrlr.SendDuringIdle') && transactions.all.some(({ transaction }) => transaction);
  }
}
