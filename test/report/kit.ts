import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import type { Party } from '../../src/ocpp/party.ts';
import { packageFile } from '../../src/package-file.ts';
import { countWarnings, type RunListener, type RunReport, summarize } from '../../src/report/run-report.ts';
import type { Finding } from '../../src/rules/finding.ts';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import type { Entry, EntryBody } from '../../src/trace/entry.ts';
import { Trace } from '../../src/trace/trace.ts';

/** A result with the trace that it rests on. */
export interface Played {
  result: CaseResult;
  trace: readonly Entry[];
}

const base = (id: string, more: Partial<CaseResult>): CaseResult => ({
  id,
  role: id.endsWith('_CSMS') ? 'csms' : 'station',
  useCase: 'B01',
  title: 'A station boots',
  file: 'features/b-provisioning/B01-cold-boot.feature',
  line: 7,
  requirements: ['B01.FR.01'],
  verdict: 'pass',
  findings: [],
  checks: 3,
  duration: { wall: 0.25, ocpp: 6 },
  timeScale: 'virtual',
  stimuli: [],
  ...more,
});

export const FINDING: Finding = {
  code: 'message-content',
  requirement: 'B01.FR.01',
  severity: 'violation',
  party: 'station',
  expected: 'reason = PowerUp',
  actual: 'it is "Unknown"',
  pointer: '/reason',
  entries: [2],
};

export const WARNING: Finding = {
  code: 'timestamp-fraction',
  requirement: 'B01.FR.02',
  severity: 'warning',
  party: 'csms',
  expected: 'an interval of 60 s',
  actual: 'it is 1 s',
  entries: [4],
};

/** Entries of a trace, a second apart. */
export function traceOf(...bodies: EntryBody[]): Entry[] {
  let seconds = 0;
  const trace = new Trace(() => Date.UTC(2026, 2, 1, 12, 0, seconds++));
  for (const body of bodies) trace.append(body);
  return trace.entries;
}

export const step = (text: string): EntryBody => ({ kind: 'step', connection: 0, text });
export const frame = (from: Party, text: string): EntryBody => ({ kind: 'frame', connection: 1, from, text });

const boot = (): Entry[] =>
  traceOf(
    step('the station sends BootNotification:'),
    { kind: 'connected', connection: 1, upgrade: { path: '/CS1', identity: 'CS1', offered: ['ocpp2.0.1'], selected: 'ocpp2.0.1' } },
    frame('station', '[2,"1","BootNotification",{"reason":"Unknown"}]'),
    step('the CSMS replies Accepted:'),
    frame('csms', '[3,"1",{"status":"Accepted"}]'),
  );

/** One case for every verdict, and one that passes with a warning. */
export const played = (): Played[] => [
  {
    result: base('TC_B_01_CS', { stimuli: [{ name: 'power-cycle', carrier: 'prompt', outcome: 'done', note: 'after a while' }] }),
    trace: boot(),
  },
  { result: base('TC_B_02_CS', { useCase: 'B02', title: 'A station waits', verdict: 'fail', findings: [FINDING] }), trace: boot() },
  {
    result: base('TC_B_03_CS', {
      useCase: 'B02',
      verdict: 'inconclusive',
      reason: 'nobody plugged in',
      example: 'Immediate, 1',
      timeScale: 1,
    }),
    trace: boot(),
  },
  { result: base('TC_B_04_CS', { useCase: 'B02', verdict: 'not applicable', reason: 'it has no C-13', checks: 0 }), trace: [] },
  { result: base('TC_B_05_CSMS', { verdict: 'error', reason: 'the scenario broke\n  at line 3', timeScale: 60 }), trace: boot() },
  { result: base('TC_B_06_CSMS', { findings: [WARNING] }), trace: boot() },
];

export const reportOf = (cases: CaseResult[], more: Partial<RunReport> = {}): RunReport => ({
  format: 1,
  tool: { name: 'ocppspec', version: '1.2.3' },
  ocpp: '2.0.1',
  started: '2026-03-01T12:00:00.000Z',
  finished: '2026-03-01T12:01:00.000Z',
  interrupted: false,
  strict: false,
  summary: summarize(cases),
  warnings: countWarnings(cases),
  cases,
  ...more,
});

/** Tells a listener of a whole run. */
export async function play(listener: RunListener, cases: readonly Played[], more: Partial<RunReport> = {}): Promise<void> {
  for (const { result, trace } of cases) {
    listener.started?.(result);
    listener.finished?.(result, trace);
  }
  await listener.ended?.(
    reportOf(
      cases.map(({ result }) => result),
      more,
    ),
  );
}

/** Asks for results.json to be as schemas/results.schema.json describes it. */
export function expectValid(report: unknown): void {
  expect(invalidIn(report)).toEqual([]);
}

const ajv = new Ajv({ allErrors: true, strictTypes: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(packageFile('schemas/results.schema.json'), 'utf8')));

/** What is wrong with a report, by the places of it. */
export function invalidIn(report: unknown): string[] {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
