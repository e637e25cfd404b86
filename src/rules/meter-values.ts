import type { MeterValueType, ReadingContextEnumType, SampledValueType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { type Evidence, finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { requestIn } from './violations.ts';

/** A context that is left out is Sample.Periodic. */
const contextOf = ({ context = 'Sample.Periodic' }: SampledValueType): ReadingContextEnumType => context;

/** What an event that has a reading as its reason has to bring. */
const REASONS: Readonly<Record<string, { context: ReadingContextEnumType; requirement: string }>> = {
  MeterValuePeriodic: { context: 'Sample.Periodic', requirement: 'J02.FR.11' },
  MeterValueClock: { context: 'Sample.Clock', requirement: 'J01.FR.22' },
};

/** The contexts of readings fit the message in which they come (J01.FR.08, J02.FR.04). */
export const meterContext: Rule = (report) => {
  const accuse = (entry: FrameEntry, evidence: Omit<Evidence, 'party' | 'entries'>) =>
    report(finding('meter-context', { party: 'station', entries: [entry], ...evidence }));

  function event(entry: FrameEntry): void {
    const { eventType, triggerReason, meterValue = [] } = requestIn(entry, 'TransactionEvent') ?? {};
    const reason = triggerReason && REASONS[triggerReason];
    if (meterValue.length === 0) {
      // Whoever has no measurands to send may still keep the interval.
      if (reason)
        accuse(entry, {
          expected: `the values because of which it is sent, as triggerReason is ${triggerReason}`,
          actual: 'none',
          pointer: '',
          requirement: reason.requirement,
          severity: 'warning',
        });
      return;
    }
    if (reason && !pointerTo(reason.context, meterValue))
      accuse(entry, {
        expected: `a value with context ${reason.context}, as triggerReason is ${triggerReason}`,
        actual: [...new Set(meterValue.flatMap(({ sampledValue }) => sampledValue.map(contextOf)))].join(', '),
        pointer: '/meterValue',
        requirement: reason.requirement,
      });
    const end = eventType === 'Ended' ? undefined : pointerTo('Transaction.End', meterValue);
    if (end)
      accuse(entry, {
        expected: 'no value from the end of a transaction that goes on',
        actual: `Transaction.End in an event with eventType ${eventType}`,
        pointer: end,
        // An event may be late: only at the start nothing can have ended.
        severity: eventType === 'Started' ? 'violation' : 'warning',
      });
  }

  function others(entry: FrameEntry): void {
    const { meterValue = [] } = requestIn(entry, 'MeterValues') ?? {};
    for (const context of ['Transaction.Begin', 'Transaction.End'] as const) {
      const pointer = pointerTo(context, meterValue as MeterValueType[]);
      if (!pointer) continue;
      const expected = 'values of a transaction in a TransactionEvent';
      accuse(entry, { expected, actual: `${context} in MeterValues`, pointer, severity: 'warning' });
    }
  }

  return {
    messages: ['TransactionEventRequest', 'MeterValuesRequest'],
    see(entry) {
      if (entry.kind !== 'frame' || entry.from !== 'station' || entry.deliberate) return;
      event(entry);
      others(entry);
    },
  };
};

function pointerTo(context: ReadingContextEnumType, meterValue: readonly MeterValueType[]): string | undefined {
  for (const [index, { sampledValue }] of meterValue.entries()) {
    const position = sampledValue.findIndex((sampled) => contextOf(sampled) === context);
    if (position >= 0) return `/meterValue/${index}/sampledValue/${position}/context`;
  }
  return undefined;
}
