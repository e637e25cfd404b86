import type { GetLogRequest } from '../ocpp/generated/messages.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';

type UploadEntry = Extract<Entry, { kind: 'upload' }>;

/** A GetLogRequest that the station has accepted. */
export interface AcceptedLog {
  request: GetLogRequest;
  fileName: string | undefined;
  /** Its response. */
  entry: FrameEntry;
}

/** What the trace shows of files that came to ocppspec itself. */
export class Uploads {
  readonly #servers: string[] = [];
  readonly #files: UploadEntry[] = [];

  learn(entry: Entry): void {
    if (entry.kind === 'upload-server') this.#servers.push(entry.url);
    else if (entry.kind === 'upload') this.#files.push(entry);
  }

  /** Whether every file for that location would be in the trace, and there is none that was taken. */
  lacks({ request, entry }: AcceptedLog): boolean {
    const { remoteLocation } = request.log;
    const server = this.#servers.find((url) => remoteLocation.startsWith(`${url}/`));
    return server !== undefined && !this.#files.some(({ seq, status, url }) => seq > entry.seq && status < 300 && url.startsWith(server));
  }
}

type Report = Parameters<Rule>[0];

/** What is wrong with how a file came, of which any of these requests may be the reason. */
export function judgeUpload(upload: UploadEntry, logs: readonly AcceptedLog[], report: Report): void {
  const accuse = (code: Code, expected: string, actual: string, more: readonly FrameEntry[] = [], severity?: 'warning') =>
    report(finding(code, { party: 'station', expected, actual, entries: [upload, ...more], ...(severity ? { severity } : {}) }));
  const { method, url, contentType, fileName } = upload;
  if (method === 'POST' && (contentType === undefined || fileName === undefined))
    accuse('log-post-headers', 'Content-Type, and Content-Disposition with a file name', contentType ? 'no file name' : 'no Content-Type');
  // N01.FR.21 needs a name; where a request did not get one, any URL may be right.
  if (logs.length === 0 || logs.some((log) => !log.request.log.remoteLocation.endsWith('/') || log.fileName === undefined)) return;
  const wanted = logs.map(({ request, fileName: name = '' }) => `${request.log.remoteLocation}${name}`);
  if (wanted.some((location) => same(location, url))) return;
  // A form says itself what the file is called.
  accuse('log-location', wanted.join(' or '), url, [(logs.at(-1) as AcceptedLog).entry], method === 'POST' ? 'warning' : undefined);
}

const same = (one: string, other: string): boolean => normal(one) === normal(other);

function normal(url: string): string {
  try {
    return decodeURIComponent(new URL(url).href);
  } catch {
    return url;
  }
}
