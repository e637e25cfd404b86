import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunReport } from '../../src/report/run-report.ts';
import { directory, Ocppspec, PASSWORD } from './kit.ts';

const reportIn = (out: string) => JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as RunReport;

/** A port of loopback that is taken until the test is over. */
async function takenPort(): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test('a case of each role passes, and everything is on disk', async () => {
  const out = directory();
  const run = new Ocppspec('run', '--case', 'TC_B_01_CS', '--case', 'TC_B_01_CSMS', '--out', out);
  const { code, out: said, err } = await run.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(said).toContain('Charging Station: 1 case: 1 pass');
  expect(said).toContain('CSMS: 1 case: 1 pass');
  expect(said).toContain(`results: ${out}/`);
  const { cases, interrupted } = reportIn(out);
  expect(interrupted).toBe(false);
  expect(cases).toMatchObject([
    { id: 'TC_B_01_CS', role: 'station', verdict: 'pass', findings: [], trace: 'traces/TC_B_01_CS.jsonl', timeScale: 'virtual' },
    { id: 'TC_B_01_CSMS', role: 'csms', verdict: 'pass', findings: [], trace: 'traces/TC_B_01_CSMS.jsonl' },
  ]);
  for (const { checks, trace } of cases) {
    expect(checks).toBeGreaterThan(0);
    expect(readFileSync(join(out, trace ?? ''), 'utf8')).toContain('BootNotification');
  }
  expect(readFileSync(join(out, 'junit.xml'), 'utf8')).toContain('TC_B_01_CS');
  expect(readFileSync(join(out, 'summary.md'), 'utf8')).toContain('TC_B_01_CS');
  expect(readFileSync(join(out, 'cases.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
});

test('what is no CSMS cannot be judged', async () => {
  const out = directory();
  const port = await takenPort();
  const { code, err } = await new Ocppspec('run', '--url', `ws://127.0.0.1:${port}/ocpp`, '--case', 'TC_B_01_CSMS', '--out', out).ended;
  expect(code).toBe(2);
  expect(err).toContain(`ocppspec: cannot connect to ws://127.0.0.1:${port}/ocpp/CS001: `);
  expect(err).not.toContain(PASSWORD);
  expect(reportIn(out)).toMatchObject({ cases: [], interrupted: true });
});

test('a port that is taken is wrong usage', async () => {
  const port = await takenPort();
  const { code, err } = await new Ocppspec('run', '--listen', `127.0.0.1:${port}`, '--case', 'TC_B_01_CS', '--out', directory()).ended;
  expect({ code, err }).toEqual({
    code: 3,
    err: expect.stringContaining(`ocppspec: port ${port} of 127.0.0.1 is in use; choose another one for --listen\n`),
  });
});

test('assess tells what finds a fault', async () => {
  const { code, out } = await new Ocppspec('assess', '--json', '--fault', 'boots-with-wrong-reason').ended;
  const { healthy, faults } = JSON.parse(out);
  expect(code).toBe(0);
  expect(healthy).toEqual([{ party: 'station', cases: expect.any(Number), notPassed: [] }]);
  expect(faults).toEqual([
    {
      party: 'station',
      name: 'boots-with-wrong-reason',
      about: expect.any(String),
      requirement: 'B01.FR.09',
      killedBy: 'TC_B_22_CS',
      killed: true,
      failed: [{ case: 'TC_B_22_CS', codes: ['message-content'] }],
      cases: 1,
    },
  ]);
});
