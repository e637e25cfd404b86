import { expect, test } from 'vitest';
import { Ocppspec } from '../cli/kit.ts';
import { controlIn, hasten } from './control.ts';
import { freeAddresses, Lab, verdicts } from './kit.ts';

/** What `ocppspec station` has, and has not, of the features on which cases of block B depend. */
const FEATURES = { 'C-13': true, 'C-56': true, 'DM-0': true, 'R-0': true, 'HFS-13': false };

/** Cases for stations without a summary or without resets of single EVSEs: embedded ones are made as each case needs them. */
const NEEDS_LESS = { TC_B_15_CS: ['not applicable'], TC_B_28_CS: ['not applicable'], TC_B_29_CS: ['not applicable'] };

/** Cases that need TLS, while the stations here have security profile 1. */
const NEEDS_TLS = { TC_B_47_CS: ['inconclusive'], TC_B_50_CS: ['inconclusive'] };

test('block B says of stations in processes of their own, driven by http and jsonl in two lanes, what it says of embedded ones', async () => {
  const lab = new Lab();
  const [first, second, control] = await freeAddresses('first', 'second', 'control');
  const shared = lab.configuration('shared', { features: FEATURES });
  const configs = [
    lab.configuration('http', { listen: first, features: FEATURES, drivers: { http: lab.http(`http://${control}`) } }),
    lab.configuration('jsonl', {
      listen: second,
      features: FEATURES,
      drivers: { jsonl: lab.jsonl('station', '--url', `ws://${second}/ocpp`, '--config', shared) },
    }),
  ];
  const lanes = new Ocppspec('run', ...configs.flatMap((file) => ['--config', file]), '--block', 'B', '--out', lab.out);
  await lanes.says(/^http +\| waiting up to/m);
  const station = new Ocppspec('station', '--url', `ws://${first}/ocpp`, '--config', shared, '--control', control);
  const [said] = await station.says(/^.*control API at \S+$/m);
  await hasten(controlIn(said) ?? '');
  const embedded = new Lab();
  const alone = await new Ocppspec('run', '--sut', 'station', '--config', shared, '--block', 'B', '--out', embedded.out).ended;
  const { code, out, err } = await lanes.ended;
  const stopped = await station.stop('SIGTERM');

  expect(alone).toMatchObject({ code: 0, err: '', out: expect.not.stringContaining('✗') });
  const expected = { ...verdicts(embedded.report()), ...NEEDS_LESS, ...NEEDS_TLS };
  expect(verdicts(lab.report('http'))).toEqual(expected);
  expect(verdicts(lab.report('jsonl'))).toEqual(expected);
  expect({ code, stopped }).toMatchObject({ code: 2, stopped: { code: 0, err: '' } });
  for (const lane of ['http', 'jsonl']) {
    const { cases } = lab.report(lane);
    expect(new Set(cases.flatMap(({ stimuli }) => stimuli.map(({ carrier }) => carrier)))).toEqual(new Set([lane]));
    for (const { id, reason } of cases)
      if (id in NEEDS_TLS) expect(reason).toMatch(/^the connection uses security profile 1, but the case needs 2 or 3$/);
  }
  lab.expectNoSecrets(out, err, stopped.out, stopped.err);
}, 300_000);
