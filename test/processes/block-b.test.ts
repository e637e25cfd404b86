import { expect, test } from 'vitest';
import { Ocppspec } from '../cli/kit.ts';
import { controlIn, hasten } from './control.ts';
import { freeAddresses, Lab, verdicts } from './kit.ts';

/** What `ocppspec station` has, and has not, of the features on which cases of block B depend. */
const features = { 'C-13': true, 'C-56': true, 'DM-0': true, 'R-0': true, 'HFS-13': false };

/** Where a system of its own differs from embedded ones, which are made as each case needs them. */
const EXCEPTIONS: Record<string, { verdicts: string[]; reason: RegExp }> = {
  // For stations without a summary, or without resets of single EVSEs.
  TC_B_15_CS: { verdicts: ['not applicable'], reason: /C-56/ },
  TC_B_28_CS: { verdicts: ['not applicable'], reason: /C-13/ },
  TC_B_29_CS: { verdicts: ['not applicable'], reason: /C-13/ },
  // It knows all criteria.
  TC_B_19_CS: { verdicts: ['inconclusive'], reason: /unsupportedCriterion/ },
  // For connections with TLS.
  TC_B_47_CS: { verdicts: ['inconclusive'], reason: /^the connection uses security profile 1, but the case needs 2 or 3$/ },
  TC_B_50_CS: { verdicts: ['inconclusive'], reason: /^the connection uses security profile 1, but the case needs 2 or 3$/ },
  OS_B_01_CSMS: { verdicts: ['inconclusive'], reason: /^the connection uses security profile 1, but the case needs 3$/ },
};

// One test for all of them, since nearly all of its time is waiting.
test('block B says of stations and CSMSs in processes of their own, driven by http and jsonl, what it says of embedded ones', async () => {
  const lab = new Lab();
  const shared = lab.configuration('shared', { features });
  const [first, second, third, stationControl] = await freeAddresses('first', 'second', 'third', 'control');
  const csms = new Ocppspec('csms', '--config', shared);
  const [, url = '', control = ''] = await csms.says(/^CSMS for \S+ at (\S+), control API at (\S+)$/m);
  const systems = {
    'station-http': { listen: first, features, drivers: { http: lab.http(`http://${stationControl}`) } },
    'station-jsonl': {
      listen: second,
      features,
      drivers: { jsonl: lab.jsonl('station', '--url', `ws://${second}/ocpp`, '--config', shared) },
    },
    'csms-http': { url, features, drivers: { http: lab.http(control) } },
    'csms-jsonl': { url: `ws://${third}/ocpp`, features, drivers: { jsonl: lab.jsonl('csms', '--listen', third, '--config', shared) } },
  };
  const configs = Object.entries(systems).flatMap(([name, content]) => ['--config', lab.configuration(name, content)]);
  const lanes = new Ocppspec('run', ...configs, '--block', 'B', '--out', lab.out);
  await lanes.says(/^station-http +\| waiting up to/m);
  const station = new Ocppspec('station', '--url', `ws://${first}/ocpp`, '--config', shared, '--control', stationControl);
  const [said] = await station.says(/^.*control API at \S+$/m);
  await hasten(controlIn(said) ?? '');
  const embedded = new Lab();
  const alone = await new Ocppspec('run', '--config', shared, '--block', 'B', '--out', embedded.out).ended;
  const { code, out, err } = await lanes.ended;
  const stopped = await Promise.all([station.stop('SIGTERM'), csms.stop('SIGTERM')]);

  expect(alone).toMatchObject({ code: 0, err: '', out: expect.not.stringContaining('✗') });
  const { cases: ofEmbedded } = embedded.report();
  for (const [name, [role, carrier]] of Object.keys(systems).map((lane) => [lane, lane.split('-')] as const)) {
    const { cases, interrupted } = lab.report(name);
    const expected = verdicts(ofEmbedded.filter((result) => result.role === role));
    for (const id of Object.keys(expected)) expected[id] = EXCEPTIONS[id]?.verdicts ?? expected[id] ?? [];
    expect({ name, interrupted, verdicts: verdicts(cases) }).toEqual({ name, interrupted: false, verdicts: expected });
    for (const { id, reason } of cases) if (id in EXCEPTIONS) expect(reason).toMatch(EXCEPTIONS[id]?.reason ?? '');
    const carriers = new Set<string | undefined>(cases.flatMap(({ stimuli }) => stimuli.map((stimulus) => stimulus.carrier)));
    carriers.delete('played');
    expect(carriers).toEqual(new Set([carrier]));
  }
  expect({ code, stopped }).toMatchObject({ code: 2, stopped: Array(2).fill({ code: 0, err: '' }) });
  lab.expectNoSecrets(out, err, ...stopped.flatMap((system) => [system.out, system.err]));
}, 300_000);
