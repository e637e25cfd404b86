import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Ocppspec, PASSWORD } from '../cli/kit.ts';
import { system } from '../kit/http-system.ts';
import { expectValid } from '../report/kit.ts';
import { killedAfter, linesIn, ocppspec, read } from '../run/kit.ts';
import { hasten } from './control.ts';
import { freeAddresses, Lab } from './kit.ts';

test('a station that is killed in the middle of a case fails it, is started again, and the report is complete', async () => {
  const lab = new Lab();
  const [listen] = await freeAddresses('listen');
  const shared = lab.configuration('shared', {});
  // The EV driver is the one who kills it, the first time: then it is certain to be in the middle.
  const assassin = await system((response) => {
    if (assassin.asked.length === 1) process.kill(Number(readFileSync(join(lab.logs, 'pid'), 'utf8')), 'SIGKILL');
    response.end();
  });
  const config = lab.configuration('sut', {
    listen,
    drivers: {
      use: { unplug: ['http'] },
      jsonl: lab.jsonl('station', '--url', `ws://${listen}/ocpp`, '--config', shared),
      http: lab.http(assassin.url),
    },
  });
  const cases = ['TC_B_06_CS', 'TC_B_21_CS', 'TC_F_20_CS'];
  const run = new Ocppspec('run', '--config', config, ...cases.flatMap((id) => ['--case', id]), '--out', lab.out);
  const { code, out, err } = await run.ended;
  const report = lab.report();
  expect({ code, asked: assassin.asked.length }).toEqual({ code: 1, asked: 1 });
  expect(report).toMatchObject({
    interrupted: false,
    cases: [
      { id: 'TC_B_06_CS', verdict: 'pass' },
      { id: 'TC_B_21_CS', verdict: 'fail', findings: [{ code: 'message-missing', party: 'station' }] },
      { id: 'TC_F_20_CS', verdict: 'pass' },
    ],
  });
  expectValid(report);
  const trace = read(lab.out, 'traces', 'TC_B_21_CS.jsonl');
  expect(trace).toContain('"kind":"driver","carrier":"jsonl","text":"the child ended with exit code 1: ');
  expect(trace).toContain('LAB_KEY=[redacted] and is started again');
  expect(trace.slice(trace.indexOf('"kind":"driver"'))).toContain('BootNotification');
  lab.expectNoSecrets(out, err);
}, 300_000);

test('a run that is killed is resumed against the same station, and plays only what is missing', async () => {
  const lab = new Lab();
  const [listen, control] = await freeAddresses('listen', 'control');
  const shared = lab.configuration('shared', {});
  const config = lab.configuration('sut', { listen, drivers: { http: lab.http(`http://${control}`) } });
  const cases = ['TC_B_06_CS', 'TC_B_01_CS', 'TC_B_09_CS', 'TC_B_32_CS', 'TC_B_20_CS'].flatMap((id) => ['--case', id]);
  const args = ['run', '--config', config, ...cases, '--out', lab.out];
  const env = { OCPPSPEC_PASSWORD: PASSWORD };
  const station = new Ocppspec('station', '--url', `ws://${listen}/ocpp`, '--config', shared, '--control', control);
  await station.says(/control API/);
  await hasten(`http://${control}`);
  const killed = await ocppspec(args, killedAfter(2), env);
  expect(killed).toMatchObject({ signal: 'SIGKILL' });
  const before = linesIn(lab.out);
  expect(before).toHaveLength(2);
  const resumed = await ocppspec([...args, '--resume'], [], env);
  expect(resumed).toMatchObject({ code: 0, output: expect.stringContaining('5 cases: 5 pass, 0 fail\n') });
  expectValid(lab.report());
  expect(lab.report()).toMatchObject({ interrupted: false, cases: Array(5).fill({ verdict: 'pass' }) });
  expect(linesIn(lab.out).slice(0, 2)).toEqual(before);
  const { out, err } = await station.stop('SIGTERM');
  lab.expectNoSecrets(killed.output, resumed.output, out, err);
}, 300_000);
