import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlannedCase } from '../../src/plan/plan.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { ocppspec } from './in-process.ts';

function configuration(text: string): string {
  const file = join(temporaryDirectory(), 'sut.yaml');
  writeFileSync(file, text);
  return file;
}

async function plan(...args: string[]): Promise<{ cases: (PlannedCase & { played: boolean })[]; summary: Record<string, number> }> {
  const { exit, out } = await ocppspec('plan', '--json', ...args);
  expect(exit).toBe(0);
  return JSON.parse(out);
}

test('says of every case how it stands and what decided', async () => {
  const config = configuration('features:\n  C-13: false\n  C-44: true\n');
  const { cases, summary } = await plan('--config', config);
  const named = (id: string) => cases.find((one) => one.id === id);
  expect(named('TC_B_01_CS')).toMatchObject({ standing: 'mandatory', expression: null, played: true });
  expect(named('TC_B_25_CS')).toMatchObject({ standing: 'not applicable', expression: 'C-13', played: false });
  expect(named('TC_B_28_CS')).toMatchObject({ standing: 'conditional', expression: 'NOT C-13' });
  expect(named('TC_B_02_CSMS')).toMatchObject({ standing: 'conditional', expression: 'C-44' });
  expect(named('TC_B_24_CS')).toMatchObject({ standing: 'undecided', expression: 'R-0', open: ['R-0'] });
  expect(named('TC_B_19_CS')).toMatchObject({ standing: 'in no profile', because: [] });
  expect(Object.values(summary).reduce((sum, count) => sum + count)).toBe(cases.length);
});

test('takes the filters of run', async () => {
  const { cases } = await plan('--sut', 'csms', '--profile', 'core', '--block', 'b');
  expect(cases.length).toBeGreaterThan(10);
  for (const { id, because } of cases) {
    expect(id).toMatch(/^TC_B_\d+_CSMS$/);
    expect(because).toEqual([expect.objectContaining({ profile: 'Core' })]);
  }
});

test('a profile that is asked for decides alone', async () => {
  const args = ['--case', 'TC_K_10_CSMS', '--config', configuration('features:\n  SC-4: false\n')];
  expect((await plan(...args)).cases).toMatchObject([{ standing: 'mandatory' }]);
  expect((await plan(...args, '--profile', 'Smart Charging')).cases).toMatchObject([{ standing: 'not applicable', expression: 'SC-4' }]);
});

test('is there for people to read', async () => {
  const config = configuration('features:\n  C-13: false\n');
  const { out } = await ocppspec('plan', '--config', config, '--sut', 'station', '--use-case', 'B11', '--use-case', 'B12');
  expect(out).toContain('Not applicable (3)\n  TC_B_25_CS      Core: C-13\n');
  expect(out).toMatch(/^ {2}TC_B_20_CS {6}Core: NOT HFS-13; not declared: HFS-13$/m);
  expect(out).toMatch(/^not applicable {8}3$/m);
});

test('groups by profile, and a case may be in two', async () => {
  const { out } = await ocppspec('plan', '--by-profile', '--case', 'TC_K_10_CSMS');
  const [, smart, iso, ...more] = out.split(/^# /m);
  expect(smart).toContain('Smart Charging\n\nConditional, and not decided');
  expect(iso).toContain('ISO 15118 Support\n\nMandatory (1)');
  expect(more).toEqual([]);
  const { out: own } = await ocppspec('plan', '--by-profile', '--case', 'OS_R_01_CS');
  expect(own).toMatch(/^In no certification profile \(1\)\n {2}OS_R_01_CS\n/);
});

test('a profile that there is not is a usage error that names a near one', async () => {
  const said = await ocppspec('plan', '--profile', 'Smart Chargin');
  expect(said).toMatchObject({
    exit: 3,
    err: 'ocppspec: there is no certification profile "Smart Chargin", did you mean "Smart Charging"?\n',
  });
});

test('a feature that there is not is a usage error that names file, line and a near one', async () => {
  const config = configuration('identity: CS001\nfeatures:\n  C-13: true\n  C-9.1: true\n');
  const said = await ocppspec('plan', '--config', config);
  expect(said.exit).toBe(3);
  expect(said.err).toContain(`${config}:4: there is no field "C-9.1" in features, did you mean "C-09.1"?`);
});
