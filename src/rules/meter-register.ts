import type { MeterValueType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { insert, isRegister, type Point, type Register, registerOf } from './register.ts';
import type { Rule } from './rule.ts';
import { PerStation, RecentMap } from './state.ts';
import { requestIn } from './violations.ts';

/** Owners are transactions and EVSEs. */
const MOST_OWNERS = 100;

/**
 * A register never falls (J02.FR.16): within a transaction, and of the main meter. Only what was both read and sent later
 * is compared, since a station may set its clock. An EVSE between transactions is worth a warning: registers may begin
 * anew with each of them (J02.FR.17).
 */
export const meterRegister: Rule = (report) => {
  const stations = new PerStation<RecentMap<string, Register[]>>(() => new RecentMap(MOST_OWNERS));

  type Severity = 'violation' | 'warning';

  function compare(entry: FrameEntry, owner: string, meterValue: readonly MeterValueType[], severity: Severity): void {
    if (meterValue.length === 0) return;
    const owners = stations.of(entry);
    const registers = owners.get(owner) ?? [];
    owners.set(owner, registers);
    for (const [index, { timestamp, sampledValue }] of meterValue.entries()) {
      const at = Date.parse(timestamp);
      if (Number.isNaN(at)) continue;
      for (const [position, sampled] of sampledValue.entries())
        if (isRegister(sampled)) {
          const pointer = `/meterValue/${index}/sampledValue/${position}/value`;
          note({ at, value: sampled.value, entry }, registerOf(sampled, registers), pointer, severity);
        }
    }
  }

  function note(point: Point, register: Register, pointer: string, severity: Severity): void {
    const { entry, at, value } = point;
    const known = register.points;
    const earlier = known.findLastIndex((other) => other.at < at);
    const before = known[earlier];
    const fell = before !== undefined && before.value > value;
    // One fall is one finding: from there on the register is taken for what it is.
    if (fell) register.points = [point];
    else insert(known, earlier + 1, point);
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
