import { expect, test } from 'vitest';
import { Ocppspec } from '../cli/kit.ts';
import { freeAddresses, Lab, verdicts } from './kit.ts';

/** Cases that need client certificates, while the connections here have security profile 1. */
const NEEDS_TLS = { OS_B_01_CSMS: ['inconclusive'] };

test('block B says of CSMSs in processes of their own, driven by http and jsonl in two lanes, what it says of an embedded one', async () => {
  const lab = new Lab();
  const shared = lab.configuration('shared', {});
  const csms = new Ocppspec('csms', '--config', shared);
  const [, url = '', control = ''] = await csms.says(/^CSMS for \S+ at (\S+), control API at (\S+)$/m);
  const [listen] = await freeAddresses('listen');
  const configs = [
    lab.configuration('http', { url, drivers: { http: lab.http(control) } }),
    lab.configuration('jsonl', {
      url: `ws://${listen}/ocpp`,
      drivers: { jsonl: lab.jsonl('csms', '--listen', listen, '--config', shared) },
    }),
  ];
  const lanes = new Ocppspec('run', ...configs.flatMap((file) => ['--config', file]), '--block', 'B', '--out', lab.out);
  const embedded = new Lab();
  const alone = await new Ocppspec('run', '--sut', 'csms', '--config', shared, '--block', 'B', '--out', embedded.out).ended;
  const { code, out, err } = await lanes.ended;
  const stopped = await csms.stop('SIGTERM');

  expect(alone).toMatchObject({ code: 0, err: '', out: expect.not.stringContaining('✗') });
  const expected = { ...verdicts(embedded.report()), ...NEEDS_TLS };
  expect(verdicts(lab.report('http'))).toEqual(expected);
  expect(verdicts(lab.report('jsonl'))).toEqual(expected);
  expect({ code, stopped }).toMatchObject({ code: 2, stopped: { code: 0, err: '' } });
  for (const lane of ['http', 'jsonl']) {
    const { cases } = lab.report(lane);
    const carriers = new Set(cases.flatMap(({ stimuli }) => stimuli.map(({ carrier }) => carrier)));
    expect(carriers).toEqual(new Set([lane, 'played']));
    for (const { id, reason } of cases)
      if (id in NEEDS_TLS) expect(reason).toBe('the connection uses security profile 1, but the case needs 3');
  }
  lab.expectNoSecrets(out, err, stopped.out, stopped.err);
}, 300_000);
