import type { Payload } from '../ocpp/frame.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { STAMPED_LISTS, TIMES, WITH_TIMES } from './message-times.ts';
import { seconds } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { violationsOf } from './violations.ts';

const LONG_FRACTION = /:\d\d\.\d{4}/;
/** Two clocks may differ by minutes; what is further apart is another time zone or another day. */
const SURELY_WRONG = 600;
/** A message that is wrong throughout is described by its first faults. */
const MOST_PER_FRAME = 10;

/** Times have at most three decimals (Part 2, 3.1), the CSMS tells its own, and stations do not report the future. */
export const timestamps: Rule = (report, { tolerance }) => {
  /** By how many milliseconds the clock of the CSMS is ahead, which stations follow. */
  const stations = new PerStation(() => ({ ahead: 0 }));

  function checkCurrentTime(entry: FrameEntry, payload: Payload): void {
    const time = Date.parse(String(payload.currentTime));
    if (Number.isNaN(time)) return;
    const off = time - entry.at;
    stations.of(entry).ahead = Math.max(off, 0);
    if (entry.deliberate || Math.abs(off) <= tolerance * SECOND) return;
    const actual = `${String(payload.currentTime)}, ${seconds(Math.abs(off))} ${off > 0 ? 'ahead' : 'behind'}`;
    const expected = `the current time, ${new Date(entry.at).toISOString()}`;
    const severity = Math.abs(off) >= SURELY_WRONG * SECOND ? 'violation' : 'warning';
    report(finding('csms-time', { party: 'csms', severity, expected, actual, pointer: '/currentTime', entries: [entry] }));
  }

  function checkFuture(entry: FrameEntry, value: unknown, pointer: string): boolean {
    const ahead = Date.parse(String(value)) - entry.at;
    if (!(ahead > tolerance * SECOND + stations.of(entry).ahead)) return false;
    const actual = `${String(value)}, ${seconds(ahead)} ahead`;
    report(
      finding('timestamp-future', { party: entry.from, expected: 'a time that is not in the future', actual, pointer, entries: [entry] }),
    );
    return true;
  }

  /** @returns how many things are wrong with a field */
  function check(entry: FrameEntry, fields: Payload, name: (typeof TIMES)[number], path: string): number {
    const value = fields[name];
    if (typeof value !== 'string') return 0;
    let count = 0;
    if (value.length > 24 && LONG_FRACTION.test(value)) {
      const pointer = `${path}/${name}`;
      report(
        finding('timestamp-fraction', { party: entry.from, expected: 'at most 3 decimals', actual: value, pointer, entries: [entry] }),
      );
      count++;
    }
    const isPast = entry.from === 'station' && (name === 'timestamp' || name === 'generatedAt');
    return isPast && checkFuture(entry, value, `${path}/${name}`) ? count + 1 : count;
  }

  function framed(entry: FrameEntry): void {
    const { frame } = entry.decoded;
    if (!frame || frame.type === 'CALLERROR' || violationsOf(entry).length > 0) return;
    const { action } = entry;
    if (!action) return;
    const { payload } = frame;
    if (frame.type === 'CALLRESULT' && entry.from === 'csms' && (action === 'BootNotification' || action === 'Heartbeat')) {
      checkCurrentTime(entry, payload);
    }
    if (entry.deliberate) return;
    let count = 0;
    for (const name of TIMES) count += check(entry, payload, name, '');
    for (const name of STAMPED_LISTS) {
      const list = payload[name];
      if (!Array.isArray(list)) continue;
      for (let i = 0; i < list.length && count < MOST_PER_FRAME; i++)
        count += check(entry, list[i] as Payload, 'timestamp', `/${name}/${i}`);
    }
  }

  return {
    messages: WITH_TIMES,
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      else if (entry.kind === 'frame') framed(entry);
    },
  };
};
