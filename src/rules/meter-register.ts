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

  function compare(entry: FrameEntry, owner: string, meterValue: readonly MeterValueType[], severity: 'violation' | 'warning'): void {
    const registers = stations.of(entry);
    for (const { point, key, pointer } of pointsOf(entry, meterValue)) {
      const before = registers.get(`${owner} ${key}`) ?? [];
      const higher = before.find(({ at, value }) => at < point.at && value > point.value);
      if (higher && !entry.deliberate)
        report(
          finding('meter-register', {
            party: 'station',
            expected: `at least ${higher.value}, which it was ${(point.at - higher.at) / 1000} s before`,
            actual: `${point.value}`,
            pointer,
            entries: [entry, higher.entry],
            severity,
            ...(severity === 'warning' ? { requirement: 'J02.FR.17' } : {}),
          }),
        );
      // One fall is one finding: from there on the register is taken for what it is.
      registers.set(`${owner} ${key}`, [...(higher ? [] : before.slice(1 - MOST_POINTS)), point]);
    }
  }

  return {
    actions: ['TransactionEvent', 'MeterValues'],
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

function* pointsOf(entry: FrameEntry, meterValue: readonly MeterValueType[]): Generator<{ point: Point; key: string; pointer: string }> {
  for (const [index, { timestamp, sampledValue }] of meterValue.entries())
    for (const [position, sampled] of sampledValue.entries()) {
      const at = Date.parse(timestamp);
      if (!isRegister(sampled) || Number.isNaN(at)) continue;
      const pointer = `/meterValue/${index}/sampledValue/${position}/value`;
      yield { point: { at, value: sampled.value, entry }, key: keyOf(sampled), pointer };
    }
}

const isRegister = ({ measurand = 'Energy.Active.Import.Register' }: SampledValueType): boolean =>
  // Net registers go up and down.
  measurand.endsWith('.Register') && !measurand.includes('.Net.');

/** Values in other units may be rounded in another way. */
const keyOf = ({ measurand = 'Energy.Active.Import.Register', phase, location = 'Outlet', unitOfMeasure }: SampledValueType): string =>
  [measurand, phase ?? 'total', location, unitOfMeasure?.unit ?? 'Wh', unitOfMeasure?.multiplier ?? 0].join(' ');
