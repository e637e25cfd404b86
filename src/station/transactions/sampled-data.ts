import type { MeterValueType, ReadingContextEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { readingsOf } from './readings.ts';
import type { Session, Transaction } from './session.ts';
import { reportTransaction } from './transaction-event.ts';

/** More than so many readings for the end of a transaction are thinned out (E06.FR.12, J02.FR.20). */
const MOST_READINGS = 1000;

/** What the meter shows of the measurands that a variable of SampledDataCtrlr lists. */
export function sampledData(core: Core, session: Session, list: string, context: ReadingContextEnumType): MeterValueType[] {
  const { variables, time } = core;
  if (variables.isOff('SampledDataCtrlr.Enabled')) return [];
  const { meter, transaction } = session;
  return readingsOf(core, meter, { controller: 'SampledDataCtrlr', list, context, timestamp: time.timestamp(), transaction });
}

/** Reads the meter at intervals from now on, as long as the transaction lasts (J02.FR.11, E06.FR.11). */
export function startSampling(core: Core, session: Session): void {
  every(core, session, 'TxUpdatedInterval', () => {
    const meterValue = sampledData(core, session, 'TxUpdatedMeasurands', 'Sample.Periodic');
    const stopped = session.shown.cost !== undefined && core.faults.has('cost-ends-sampling');
    const enough = !core.messages.online && core.transactionQueue.length > 0 && core.faults.has('offline-readings-not-repeated');
    if (meterValue.length > 0 && !stopped && !enough) reportTransaction(core, session, 'Updated', 'MeterValuePeriodic', { meterValue });
  });
  every(core, session, 'TxEndedInterval', () => {
    const { sampled } = session.transaction as Transaction;
    keep(sampled, sampledData(core, session, 'TxEndedMeasurands', 'Sample.Periodic'));
  });
}

/** Readings of a transaction in the order of their times. */
export const inOrder = (readings: MeterValueType[]): MeterValueType[] =>
  readings.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));

/** Keeps readings for the end of a transaction; the first ones stay, every other one goes when there are too many (E06.FR.13). */
export function keep(readings: MeterValueType[], more: MeterValueType[]): void {
  readings.push(...more);
  if (readings.length > MOST_READINGS) readings.splice(0, readings.length, ...readings.filter((_, index) => index % 2 === 0));
}

/** An interval of 0 stands for never. */
function every(core: Core, session: Session, variable: 'TxUpdatedInterval' | 'TxEndedInterval', act: () => void): void {
  session.cancel(variable);
  const doubled = core.faults.has('sampled-interval-doubled');
  const interval = core.variables.integer(`SampledDataCtrlr.${variable}`) * (doubled ? 2 : 1);
  if (interval === 0) return;
  const timer = core.life.after(interval, () => {
    act();
    every(core, session, variable, act);
  });
  session.timers.set(variable, timer);
}
