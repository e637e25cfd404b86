import { BoundedMap } from './bounded-map.ts';

const LIMIT = 200;
const ITEM_LIMIT = 20_000;

/** Something that a station sends in parts, because the CSMS has asked for it. */
export interface Report {
  requestId: number;
  /** What was asked for: `FullInventory`, or the action of the request. */
  kind: string;
  /** The status in the response to the request; absent while there is none. */
  status?: string;
  /** Sequence numbers seen, in order of arrival. */
  parts: number[];
  items: unknown[];
  /** The sequence number of the part that said that nothing follows. */
  last?: number;
}

/** Puts parts together by request id. */
export class Reports {
  readonly #reports = new BoundedMap<number, Report>(LIMIT);

  requested(requestId: number, kind: string, status: string): void {
    Object.assign(this.#of(requestId), { kind, status });
  }

  /** @param seqNo absent in messages whose parts are not numbered: they count in the order in which they come */
  part(requestId: number, seqNo: number | undefined, tbc: boolean | undefined, items: readonly unknown[]): void {
    const report = this.#of(requestId);
    const number = seqNo ?? report.parts.length;
    if (!report.parts.includes(number)) {
      report.parts.push(number);
      if (report.items.length + items.length <= ITEM_LIMIT) report.items.push(...items);
    }
    if (!tbc) report.last = number;
  }

  /** @param requestId absent for the report that was asked for last */
  get(requestId: number | undefined): Report | undefined {
    return requestId === undefined ? this.#reports.latest : this.#reports.get(requestId);
  }

  toJSON(): unknown {
    return [...this.#reports.values()].map((report) => ({
      requestId: report.requestId,
      kind: report.kind,
      status: report.status,
      complete: isComplete(report),
      items: report.items.length,
    }));
  }

  #of(requestId: number): Report {
    return this.#reports.obtain(requestId, () => ({ requestId, kind: 'unknown', parts: [], items: [] }));
  }
}

/** Whether every part from 0 to the last one is there (B07.FR.10). */
export const isComplete = ({ last, parts }: Report): boolean => last !== undefined && new Set(parts).size === last + 1;
