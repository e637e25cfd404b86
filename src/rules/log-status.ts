import type { GetLogRequest, LogStatusNotificationRequest } from '../ocpp/generated/messages.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { type AcceptedLog, judgeUpload, Uploads } from './log-uploads.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

const FAILED: ReadonlySet<string> = new Set(['UploadFailure', 'BadMessage', 'PermissionDenied', 'NotSupportedOperation']);

/** What was told of an upload. */
interface Told extends AcceptedLog {
  /** When it was first told to have begun. */
  begun?: FrameEntry;
  /** How often it was told to have begun, unless the CSMS has asked just then. */
  begins: number;
  failures: FrameEntry[];
  last?: FrameEntry;
  status?: LogStatusNotificationRequest['status'];
}

interface Station {
  logs: Map<number, Told>;
  /** Requests of the CSMS to which there is no response yet. */
  asked: Set<number>;
  /** It has booted within the trace, so that every upload was asked for within the trace. */
  booted: boolean;
  /** The CSMS has asked for a notification, whatever there is to tell. */
  triggered: boolean;
  connected: boolean;
}

const MOST_LOGS = 200;

/** A station may tell the beginning of each attempt, its failure, or both. */
const attempts = ({ begins, failures }: Told): number => Math.max(begins, failures.length);

/** Uploads of logs: told under the id of their request, begun before they end, tried as often as the CSMS wants (N01). */
export const logStatus: Rule = (report, { messageTimeout, tolerance }) => {
  const stations = new PerStation<Station>(() => ({
    logs: new Map(),
    asked: new Set(),
    booted: false,
    triggered: false,
    connected: false,
  }));
  const uploads = new Uploads();
  const all = new Set<Station>();

  function of(entry: Entry): Station {
    const station = stations.of(entry);
    all.add(station);
    return station;
  }

  function asked({ requestId }: GetLogRequest, station: Station): void {
    station.asked.add(requestId);
    station.logs.delete(requestId);
  }

  function answered(entry: FrameEntry, call: FrameEntry, station: Station): void {
    const request = requestIn(call, 'GetLog');
    const response = responseIn(entry, 'GetLog');
    if (request) station.asked.delete(request.requestId);
    if (!request || !response || response.status === 'Rejected') return;
    remember(station.logs, request.requestId, { request, fileName: response.filename, entry, begins: 0, failures: [] }, MOST_LOGS);
  }

  function notified(entry: FrameEntry, { status, requestId }: LogStatusNotificationRequest, station: Station): void {
    const { triggered } = station;
    station.triggered = false;
    const accuse = (requirement: string, expected: string, actual: string) =>
      report(finding('log-status-request', { party: 'station', expected, actual, requirement, pointer: '/requestId', entries: [entry] }));
    if (requestId === undefined) {
      if (status !== 'Idle' && !triggered) accuse('N01.FR.13', `the id of the request with ${status}`, 'none');
      return;
    }
    const log = station.logs.get(requestId);
    if (log) return told(entry, status, log, triggered);
    if (station.booted && !station.asked.has(requestId) && status !== 'Idle')
      accuse('N01.FR.07', 'the id of an accepted GetLogRequest', `${requestId}`);
  }

  function told(entry: FrameEntry, status: LogStatusNotificationRequest['status'], log: Told, triggered: boolean): void {
    const accuse = (expected: string, proof: FrameEntry) =>
      report(finding('log-status-order', { party: 'station', expected, actual: status, pointer: '/status', entries: [entry, proof] }));
    const over = log.status === 'Uploaded' || log.status === 'AcceptedCanceled';
    // The same once more may be meant for a CSMS that has not confirmed it.
    if (over && status !== log.status && status !== 'Idle') accuse(`nothing after ${log.status}`, log.last as FrameEntry);
    else if (status === 'Uploaded' && !log.begun) accuse('Uploading before', log.entry);
    const before = attempts(log);
    if (status === 'Uploading') {
      log.begun ??= entry;
      if (!triggered) log.begins++;
    } else if (FAILED.has(status)) log.failures.push(entry);
    tooOften(entry, log, before);
    if (status === 'Uploaded' && uploads.lacks(log))
      report(
        finding('log-not-received', {
          party: 'station',
          expected: `a file at ${log.request.log.remoteLocation}`,
          actual: 'none came',
          entries: [entry, log.entry],
        }),
      );
    Object.assign(log, { status, last: entry });
  }

  /** On another connection, what was told before may be told again. */
  function tooOften(entry: FrameEntry, log: Told, before: number): void {
    const { retries } = log.request;
    if (retries === undefined || log.begun?.connection !== entry.connection) return;
    if (before !== retries + 1 || attempts(log) === before) return;
    report(
      finding('log-retries', {
        party: 'station',
        expected: `no more than ${retries + 1} attempts`,
        actual: 'another one',
        entries: [entry, log.entry],
      }),
    );
  }

  /** Whether an upload was given up too early shows when nothing more comes. */
  function gaveUp(log: Told, at: number): void {
    const { request, begun, begins, failures, status } = log;
    const { retries = 0, retryInterval } = request;
    const last = failures.at(-1);
    if (!last || !begun || status === undefined || !FAILED.has(status) || retryInterval === undefined) return;
    // There may be more to come.
    if (at - last.at <= (retryInterval + messageTimeout + tolerance) * 1000) return;
    const each = begins > 1 || failures.length > 1;
    const waited = (last.at - begun.at) / 1000;
    const enough = each ? attempts(log) > retries : waited >= retries * retryInterval - Math.max(tolerance, 0.02 * retries * retryInterval);
    if (enough) return;
    report(
      finding('log-retries', {
        party: 'station',
        expected: `${retries + 1} attempts, ${retryInterval} s apart`,
        actual: each ? `${attempts(log)}` : `it gave up after ${waited} s`,
        entries: [last, begun],
      }),
    );
  }

  return {
    messages: ['GetLog', 'LogStatusNotification', 'TriggerMessageRequest', 'BootNotificationRequest'],
    see(entry) {
      uploads.learn(entry);
      if (entry.kind === 'upload')
        judgeUpload(
          entry,
          [...all].flatMap(({ logs }) => [...logs.values()]),
          report,
        );
      if (entry.kind === 'connected') of(entry).connected = true;
      if (entry.kind === 'closed') of(entry).connected = false;
      if (entry.kind !== 'frame') return;
      const station = of(entry);
      const call = callOf(entry);
      if (call) return answered(entry, call, station);
      if (requestIn(entry, 'BootNotification')) station.booted = true;
      if (requestIn(entry, 'TriggerMessage')?.requestedMessage === 'LogStatusNotification') station.triggered = true;
      const request = requestIn(entry, 'GetLog');
      if (request) asked(request, station);
      const notification = requestIn(entry, 'LogStatusNotification');
      if (notification && !entry.deliberate) notified(entry, notification, station);
    },
    end(at) {
      for (const { logs, connected } of all) if (connected) for (const log of logs.values()) gaveUp(log, at);
    },
  };
};
