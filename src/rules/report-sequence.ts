import type { Action } from '../ocpp/action.ts';
import type { FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { finding } from './finding.ts';
import { REPORTED_BY, REPORTS, type ReportKind } from './report-kinds.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf } from './violations.ts';

/** One report, as it comes in. */
interface Report {
  request?: FrameEntry;
  answer?: FrameEntry;
  accepted: boolean;
  /** The number that the next part has. */
  next: number;
  last?: FrameEntry;
  /** The CSMS has confirmed the last part, so that it need not be sent again. */
  confirmed: boolean;
  complete: boolean;
}

interface Station {
  reports: Map<string, Report>;
  /** The station has booted within the trace, so that whatever it reports was asked for within the trace. */
  booted: boolean;
}

const MOST_REPORTS = 100;

/** The parts of a report: of a request that was accepted, numbered from 0, nothing after the last one. */
export const reportSequence: Rule = (report) => {
  const stations = new PerStation<Station>(() => ({ reports: new Map(), booted: false }));

  function part(entry: FrameEntry, name: string, kind: ReportKind, station: Station): void {
    const { frame } = entry.decoded;
    if (frame?.type !== 'CALL' || !Number.isInteger(frame.payload.requestId)) return;
    const { requestId, seqNo } = frame.payload;
    const known = station.reports.get(`${name} ${requestId}`);
    const current = known ?? unasked(seqNo);
    if (!known) keep(station, `${name} ${requestId}`, current);
    const accuse = (code: Code, expected: string, actual: string, requirement: string, proof?: FrameEntry, pointer?: string) => {
      if (entry.deliberate) return;
      const entries = proof ? [entry, proof] : [entry];
      report(finding(code, { party: 'station', expected, actual, requirement, entries, ...(pointer ? { pointer } : {}) }));
    };
    if (isRepetition(entry, seqNo, kind, current)) {
      current.last = entry;
      return;
    }
    if (!current.request && !current.last && station.booted) {
      accuse('report-unrequested', `${name} only for requests of the CSMS`, `request ${requestId} is not known`, kind.accepted);
    } else if (current.request && !current.answer && !current.last) {
      accuse('report-before-answer', `the response before the first ${name}`, 'no response yet', 'Part 2, FR.05', current.request);
    } else if (current.answer && !current.accepted) {
      accuse('report-unrequested', `no ${name}, as the request was not accepted`, `${name} all the same`, kind.accepted, current.answer);
    }
    if (current.complete) accuse('report-after-end', 'no part after one whose tbc is not true', 'another part', kind.tbc, current.last);
    else if (kind.numbered && Number.isInteger(seqNo) && seqNo !== current.next && !lostParts(entry, seqNo, current)) {
      accuse('report-seqno', `seqNo ${current.next}`, `seqNo ${seqNo}`, kind.seqNo, current.last, '/seqNo');
    }
    current.next = (Number.isInteger(seqNo) ? Number(seqNo) : current.next) + 1;
    current.last = entry;
    current.confirmed = false;
    current.complete = frame.payload.tbc !== true;
  }

  function answered(entry: FrameEntry, station: Station): void {
    const call = callOf(entry);
    const { frame } = entry.decoded;
    if (call?.decoded.frame?.type !== 'CALL' || !frame || frame.type === 'CALL') return;
    const { action, payload } = call.decoded.frame;
    if (entry.from === 'csms') {
      const current = Object.hasOwn(REPORTS, action) ? station.reports.get(`${action} ${payload.requestId}`) : undefined;
      if (current?.last === call && frame.type === 'CALLRESULT') current.confirmed = true;
      return;
    }
    const name = REPORTED_BY.get(action);
    const current = name === undefined ? undefined : station.reports.get(`${name} ${payload.requestId}`);
    if (!current || current.request !== call) return;
    current.answer = entry;
    current.accepted = frame.type === 'CALLRESULT' && frame.payload.status === 'Accepted';
  }

  return {
    messages: [...(Object.keys(REPORTS) as Action[]), ...(REPORTED_BY.keys() as Iterable<Action>), 'BootNotificationRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const { frame } = entry.decoded;
      if (!frame) return;
      const station = stations.of(entry);
      if (frame.type !== 'CALL') return answered(entry, station);
      if (entry.from === 'csms') {
        const name = REPORTED_BY.get(frame.action);
        if (name === undefined || !Number.isInteger(frame.payload.requestId)) return;
        const fresh: Report = { request: entry, accepted: false, next: 0, confirmed: false, complete: false };
        keep(station, `${name} ${frame.payload.requestId}`, fresh);
      } else if (frame.action === 'BootNotification') station.booted = true;
      else if (Object.hasOwn(REPORTS, frame.action)) part(entry, frame.action, REPORTS[frame.action] as ReportKind, station);
    },
  };
};

function keep(station: Station, key: string, report: Report): void {
  // Where requests have to be forgotten, nobody can say any more that there was none.
  if (station.reports.size >= MOST_REPORTS) station.booted = false;
  remember(station.reports, key, report, MOST_REPORTS);
}

/** A report whose request the trace does not show goes on from where it is. */
const unasked = (seqNo: unknown): Report => ({ accepted: false, next: Number(seqNo), confirmed: false, complete: false });

/** Whether parts before this one may have been lost with a connection, so that nobody has seen them. */
const lostParts = ({ connection }: FrameEntry, seqNo: unknown, { request, last, next }: Report): boolean =>
  (last ?? request)?.connection !== connection && Number(seqNo) > next;

/** Whether a part is the last one again, which the station may not know to have arrived. */
function isRepetition(entry: FrameEntry, seqNo: unknown, { numbered }: ReportKind, { last, next, confirmed }: Report): boolean {
  if (!last || (confirmed && last.connection === entry.connection)) return false;
  return !numbered || seqNo === next - 1;
}
