import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { packageFile } from '../../src/package-file.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { directory, Ocppspec } from './kit.ts';

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a station is run, driven and put under test by its configuration alone, and secrets of drivers stay secret', async () => {
  const cwd = directory();
  const [port, control] = [await freePort(), await freePort()];
  writeFileSync(join(cwd, 'token'), 'token-of-the-lab-4711\n');
  const program = [process.execPath, packageFile('bin/ocppspec.js')];
  const config = {
    listen: `127.0.0.1:${port}`,
    drivers: {
      use: { 'plug-in': ['exec'] },
      jsonl: {
        command: [...program, 'station', '--url', `ws://127.0.0.1:${port}/ocpp`, '--control', `127.0.0.1:${control}`],
        env: { OCPPSPEC_PASSWORD: { env: 'OCPPSPEC_PASSWORD' } },
        ready: 'control API',
        stimuli: { 'power-cycle': 'restart' },
      },
      http: { base: `http://127.0.0.1:${control}` },
      exec: {
        command: [process.execPath, '-e', 'console.error("no cable for " + process.env.TOKEN); process.exit(1)'],
        env: { TOKEN: { file: 'token' } },
      },
    },
  };
  writeFileSync(join(cwd, 'sut.yaml'), stringify(config));
  const out = join(cwd, 'out');
  const run = new Ocppspec('run', '--config', join(cwd, 'sut.yaml'), '--case', 'TC_B_01_CS', '--case', 'TC_E_03_CS', '--out', out);
  const { code, err } = await run.ended;
  const text = readFileSync(join(out, 'results.json'), 'utf8');
  const { cases } = JSON.parse(text) as RunReport;
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('waiting up to 300 s for station CS001') });
  expect(cases).toMatchObject([
    { id: 'TC_B_01_CS', verdict: 'pass', stimuli: [{ name: 'power-cycle', carrier: 'jsonl', outcome: 'done' }] },
    {
      id: 'TC_E_03_CS',
      verdict: 'inconclusive',
      stimuli: [
        { name: 'park', carrier: 'http' },
        { name: 'plug-in', carrier: 'exec', outcome: 'skipped' },
      ],
    },
  ]);
  expect(text).toContain('no cable for [redacted]');
  expect(text).not.toContain('token-of-the-lab');
});
