import { isDeepStrictEqual } from 'node:util';
import { type Asked, countWarnings, inRunOrder, type RunReport, type Shard, summarize } from '../report/run-report.ts';

/** One of several results that belong together. */
export interface Part {
  /** Where it is, for messages. */
  path: string;
  report: RunReport;
}

/** Results that do not belong together; the message names two of them and what differs. */
export class MergeError extends Error {}

export interface Merged {
  report: RunReport;
  /** Shards that are not among the parts. */
  missing: Shard[];
}

/** Puts results together as if one run had brought them. @throws MergeError */
export function merge(parts: readonly [Part, ...Part[]]): Merged {
  const [first, ...others] = parts;
  for (const other of others) checkAlike(first, other);
  checkApart(parts);
  const cases = inRunOrder(parts.flatMap(({ report }) => report.cases));
  const missing = missingShards(parts);
  const asked = askedTogether(parts);
  const { asked: _, ...header } = first.report;
  const report: RunReport = {
    ...header,
    ...(asked ? { asked } : {}),
    started: parts.map(({ report }) => report.started).sort()[0] ?? header.started,
    finished:
      parts
        .map(({ report }) => report.finished)
        .sort()
        .at(-1) ?? header.finished,
    interrupted: missing.length > 0 || parts.some(({ report }) => report.interrupted),
    summary: summarize(cases),
    warnings: countWarnings(cases),
    cases,
  };
  return { report, missing };
}

/** What has to be the same for results to be of one run; addresses may differ, since every job may have its own. */
const ALIKE: Record<string, (report: RunReport) => unknown> = {
  'version of ocppspec': ({ tool }) => tool.version,
  'version of OCPP': ({ ocpp }) => ocpp,
  '--strict': ({ strict }) => strict,
  'kind of system under test': ({ asked }) => asked && [asked.target.kind, asked.target.sut],
  configuration: ({ asked }) => asked?.configuration,
  'number of shards': ({ asked }) => asked?.shard?.of,
  'choice of cases for its shards': ({ asked }) => asked?.shard && asked.filters,
};

function checkAlike(one: Part, other: Part): void {
  const differs = Object.entries(ALIKE).find(([, of]) => !isDeepStrictEqual(of(one.report), of(other.report)));
  if (differs) throw new MergeError(`${one.path} and ${other.path} are not of one run: the ${differs[0]} is not the same`);
}

function checkApart(parts: readonly Part[]): void {
  const seen = new Map<string, string>();
  for (const { path, report } of parts)
    for (const id of new Set(report.cases.map((result) => result.id))) {
      const before = seen.get(id);
      if (before !== undefined) throw new MergeError(`${before} and ${path} overlap: both have ${id}`);
      seen.set(id, path);
    }
}

function missingShards(parts: readonly Part[]): Shard[] {
  const of = parts[0]?.report.asked?.shard?.of ?? 0;
  const present = new Set(parts.map(({ report }) => report.asked?.shard?.index));
  return Array.from({ length: of }, (_, index) => ({ index: index + 1, of })).filter(({ index }) => !present.has(index));
}

/** What a single run would have been asked for; nobody can tell where jobs chose their cases by themselves. */
function askedTogether(parts: readonly Part[]): Asked | undefined {
  const [first, ...others] = parts.map(({ report }) => report.asked);
  if (!first || others.some((other) => !isDeepStrictEqual(other?.filters, first.filters))) return undefined;
  const { shard: _, ...asked } = first;
  return asked;
}
