import { expect, test } from 'vitest';
import { ConsoleReport } from '../../src/report/console.ts';
import { entryText } from '../../src/report/entry-text.ts';
import { JUnitReport } from '../../src/report/junit.ts';
import { MarkdownReport } from '../../src/report/markdown.ts';
import type { RunListener } from '../../src/report/run-report.ts';
import { Redactor } from '../../src/trace/redact.ts';
import { redactEntries } from '../../src/trace/redact-entry.ts';
import { FINDING, invalidIn, type Played, play, played, reportOf, traceOf } from './kit.ts';

const [{ result, trace }] = played() as [Played];
const DICTATED: Played = { result: { ...result, findings: [{ ...FINDING, attributable: false }] }, trace };
const MARK = 'B01.FR.01  message-content (not attributable: dictated by the driver)';

async function written(make: (write: (text: string) => void) => RunListener): Promise<string> {
  let all = '';
  await play(
    make((text) => (all += text)),
    [DICTATED],
  );
  return all;
}

test('every report says what a driver dictated', async () => {
  expect(await written((write) => new ConsoleReport({ write, live: false }))).toContain(MARK);
  expect(await written((write) => new JUnitReport(write))).toContain(MARK);
  expect(await written((write) => new MarkdownReport(write))).toContain('`message-content` (not attributable: dictated by the driver)');
  expect(invalidIn(reportOf([DICTATED.result]))).toEqual([]);
});

test('a failure is named after what is held against the system', async () => {
  const mixed: Played = {
    result: { ...result, verdict: 'fail', findings: [...DICTATED.result.findings, { ...FINDING, actual: 'it is "Other"' }] },
    trace,
  };
  let xml = '';
  await play(new JUnitReport((text) => (xml += text)), [mixed]);
  expect(xml).toContain('message="B01.FR.01: expected reason = PowerUp, but it is &quot;Other&quot; (and 1 more)"');
});

test('a trace tells what happened to drivers, without secrets', () => {
  const entries = traceOf(
    { kind: 'driver', connection: 0, carrier: 'jsonl', text: 'the child ended with exit code 1: bad token top-secret' },
    { kind: 'stimulus', connection: 0, name: 'park', parameters: {}, carrier: 'http', outcome: 'done', dictatedFrom: 1 },
  );
  expect(redactEntries(entries, new Redactor(['top-secret'])).map((entry) => entryText(entry))).toEqual([
    'driver jsonl: the child ended with exit code 1: bad token [redacted]',
    'stimulus park {}: done (http, which dictates what is sent)',
  ]);
});
