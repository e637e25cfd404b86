import type { MeterValueType, SampledValueType } from '../../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import { nextAligned } from './clock-grid.ts';
import { MainMeter } from './main-meter.ts';
import { keep } from './sampled-data.ts';
import type { Session } from './session.ts';
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
    const { variables, transactions } = this.#core;
    const measurands = variables.members('AlignedDataCtrlr.Measurands');
    if (this.#isSilent()) return;
    this.#meterValues(0, meterValues(timestamp, this.#mainMeter.read(measurands, 'Sample.Clock')));
    for (const session of transactions.all) {
      const meterValue = meterValues(timestamp, session.meter.read(measurands, 'Sample.Clock'));
      if (!session.transaction) this.#meterValues(session.evse.id, meterValue);
      else if (meterValue.length > 0 && !this.#isSilent(session))
        reportTransaction(this.#core, session, 'Updated', 'MeterValueClock', { meterValue, timestamp });
    }
  }

  /** For the end of transactions. */
  #keep(timestamp: string): void {
    const { variables, transactions } = this.#core;
    const measurands = variables.members('AlignedDataCtrlr.TxEndedMeasurands');
    for (const session of transactions.all) {
      if (!session.transaction || this.#isSilent() || this.#isSilent(session)) continue;
      keep(session.transaction.aligned, meterValues(timestamp, session.meter.read(measurands, 'Sample.Clock')));
    }
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
    const { variables, transactions } = this.#core;
    if (session) return session.transaction !== undefined && variables.flag(`AlignedDataCtrlr(${session.evse.id}).SendDuringIdle`);
    return variables.flag('AlignedDataCtrlr.SendDuringIdle') && transactions.all.some(({ transaction }) => transaction);
  }
}

function meterValues(timestamp: string, [first, ...more]: SampledValueType[]): MeterValueType[] {
  return first ? [{ timestamp, sampledValue: [first, ...more] }] : [];
}
