import type { MeterValueType, SampledValueType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, RecentMap } from './state.ts';
import { requestIn } from './violations.ts';

/** A reading of a register; `at` is in milliseconds since the epoch. */
interface Point {
  at: number;
  value: number;
  entry: FrameEntry;
}

const MOST_REGISTERS = 500;
const MOST_POINTS = 200;

/**
 * A register never falls (J02.FR.16): within a transaction, and of the main meter. Only what was both read and sent later
 * is compared, since a station may set its clock. An EVSE between transactions is worth a warning: registers may begin
 * anew with each of them (J02.FR.17).
 */
export const meterRegister: Rule = (report) => {
  const stations = new PerStation<RecentMap<string, Point[]>>(() => new RecentMap(MOST_REGISTERS));

  type Severity = 'violation' | 'warning';

  function compare(entry: FrameEntry, owner: string, meterValue: readonly MeterValueType[], severity: Severity): void {
    for (const [index, { timestamp, sampledValue }] of meterValue.entries())
      for (const [position, sampled] of sampledValue.entries()) {
        if (!isRegister(sampled)) continue;
        const at = Date.parse(timestamp);
        if (Number.isNaN(at)) return;
        const pointer = `/meterValue/${index}/sampledValue/${position}/value`;
        note({ at, value: sampled.value, entry }, `${owner} ${keyOf(sampled)}`, pointer, severity);
      }
  }

  function note(point: Point, register: string, pointer: string, severity: Severity): void {
    const { entry, at, value } = point;
    const registers = stations.of(entry);
    const known = registers.get(register) ?? [];
    const earlier = known.findLastIndex((other) => other.at < at);
    const before = known[earlier];
    const fell = before !== undefined && before.value > value;
    // One fall is one finding: from there on the register is taken for what it is.
    registers.set(register, fell ? [point] : insert(known, earlier + 1, point));
    if (!fell || entry.deliberate) return;
    report(
      finding('meter-register', {
        party: 'station',
        expected: `at least ${before.value}, which it was ${(at - before.at) / 1000} s before`,
        actual: `${value}`,
        pointer,
        entries: [entry, before.entry],
        severity,
        ...(severity === 'warning' ? { requirement: 'J02.FR.17' } : {}),
      }),
    );
  }

  return {
    messages: ['TransactionEventRequest', 'MeterValuesRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame' || entry.from !== 'station') return;
      const event = requestIn(entry, 'TransactionEvent');
      if (event) compare(entry, event.transactionInfo.transactionId, event.meterValue ?? [], 'violation');
      const values = requestIn(entry, 'MeterValues');
      if (values) compare(entry, `EVSE ${values.evseId}`, values.meterValue, values.evseId === 0 ? 'violation' : 'warning');
    },
  };
};

/**
 * Readings by their time, of which each is higher than those before: the last one before some moment is then the highest.
 * @param position behind all that were read earlier
 */
function insert(points: Point[], position: number, point: Point): Point[] {
  const before = points[position - 1];
  if (before && before.value === point.value) return points;
  let end = position;
  while ((points[end]?.value ?? Number.POSITIVE_INFINITY) <= point.value) end++;
  points.splice(position, end - position, point);
  if (points.length > MOST_POINTS) points.shift();
  return points;
}

const isRegister = ({ measurand = 'Energy.Active.Import.Register' }: SampledValueType): boolean =>
  // Net registers go up and down.
  measurand.endsWith('.Register') && !measurand.includes('.Net.');

/** Values in other units may be rounded in another way. */
const keyOf = ({ measurand = 'Energy.Active.Import.Register', phase, location = 'Outlet', unitOfMeasure }: SampledValueType): string =>
  `${measurand} ${phase ?? 'total'} ${location} ${unitOfMeasure?.unit ?? 'Wh'} ${unitOfMeasure?.multiplier ?? 0}`;
