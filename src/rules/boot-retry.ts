import { SECOND } from '../time/clock.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { seconds } from './quote.ts';
import type { Rule } from './rule.ts';
import { orderly, PerStation } from './state.ts';
import { requestIn, responseIn } from './violations.ts';

interface Waiting {
  /** The response that told the station to wait, and for how long in milliseconds. */
  response: FrameEntry;
  interval: number;
  /** When the next BootNotification is overdue; undefined once it cannot be known any more. */
  due: number | undefined;
}

interface Station {
  waiting?: Waiting | undefined;
  /** The CSMS has asked for a BootNotification, or the station may have restarted. */
  excused: boolean;
  /** A CALL of the station without an answer, behind which a BootNotification has to queue. */
  open?: FrameEntry | undefined;
}

/** Timers are not exact: a retry may be early by this part of the interval and a second. */
const EARLY = 0.02;
/** No requirement says how soon after the interval: by this part of it, and the tolerance, a retry may be late. */
const LATE = 0.1;

/**
 * A station that is not accepted sends its next BootNotification when the interval of the response has passed, not
 * before (B02.FR.04, B03.FR.02) and not much later (B02.FR.08, B03.FR.06).
 */
export const bootRetry: Rule = (report, { messageTimeout, tolerance }) => {
  const stations = new PerStation<Station>(() => ({ excused: false }));

  function retried(entry: FrameEntry, { waiting, excused }: Station): void {
    if (!waiting || excused || entry.deliberate) return;
    const passed = entry.at - waiting.response.at;
    if (passed >= waiting.interval - Math.min(tolerance * SECOND, SECOND + EARLY * waiting.interval)) return;
    report(
      finding('boot-retry-early', {
        party: 'station',
        expected: `no BootNotification before ${seconds(waiting.interval)} have passed`,
        actual: `one after ${seconds(passed)}`,
        entries: [entry, waiting.response],
        // A station that has lost power in between has to send one, and the trace may not show that.
        ...(entry.connection === waiting.response.connection ? {} : { severity: 'warning' }),
      }),
    );
  }

  function checkDue(at: number, station: Station): void {
    const { waiting, open } = station;
    if (waiting?.due === undefined || at <= waiting.due + (open ? messageTimeout * SECOND : 0)) return;
    waiting.due = undefined;
    report(
      finding('boot-retry-late', {
        party: 'station',
        expected: `a BootNotification ${seconds(waiting.interval)} after the response`,
        actual: `none in ${seconds(at - waiting.response.at)}`,
        entries: [waiting.response],
      }),
    );
  }

  function answered(entry: FrameEntry, station: Station): void {
    if (entry.answers === station.open) station.open = undefined;
    const response = responseIn(entry, 'BootNotification');
    if (!response) {
      if (entry.answers && responseIn(entry, 'Reset')) station.excused = true;
      return;
    }
    station.excused = false;
    const interval = response.interval * SECOND;
    const waits = response.status !== 'Accepted' && interval > 0;
    station.waiting = waits ? { response: entry, interval, due: entry.at + (1 + LATE) * interval + tolerance * SECOND } : undefined;
  }

  function framed(entry: FrameEntry, station: Station): void {
    const { frame } = entry.decoded;
    if (entry.from === 'station' && frame?.type === 'CALL') {
      if (frame.action === 'BootNotification') {
        checkDue(entry.at, station);
        retried(entry, station);
        if (station.waiting) station.waiting.due = undefined;
      }
      station.open = entry;
    } else if (frame?.type === 'CALL') {
      if (requestIn(entry, 'TriggerMessage')?.requestedMessage === 'BootNotification') station.excused = true;
    } else answered(entry, station);
    if (entry.from === 'station') checkDue(entry.at, station);
  }

  function closed(entry: Entry, station: Station): void {
    if (orderly(entry)) checkDue(entry.at, station);
    station.open = undefined;
    if (station.waiting) station.waiting.due = undefined;
  }

  return {
    see(entry) {
      if (entry.kind === 'stimulus') {
        if (entry.name === 'power-cycle') for (const station of stations.all()) station.excused = true;
      } else if (entry.kind === 'connected') stations.of(entry);
      else if (entry.kind === 'closed') closed(entry, stations.of(entry));
      else if (entry.kind === 'frame') framed(entry, stations.of(entry));
    },
    end(at) {
      for (const station of stations.all()) checkDue(at, station);
    },
  };
};
