import { expect, test, vi } from 'vitest';
import { presetNames } from '../../src/cli/presets.ts';
import { ocppspec } from '../cli/in-process.ts';
import { readPage } from '../docs/page.ts';

test('there are starters for both roles, and presets that docs/drivers.md tells of', () => {
  expect(presetNames()).toEqual(expect.arrayContaining(['station', 'csms']));
  const page = readPage('docs/drivers.md');
  expect(presetNames().filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test.each(presetNames())('%s is in order, and an editor finds its schema', async (name) => {
  vi.stubEnv('OCPPSPEC_PASSWORD', undefined);
  const { exit, err, out } = await ocppspec('config', 'check', `presets/${name}.yaml`);
  vi.unstubAllEnvs();
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^password: not set/m);
  expect(readPage(`presets/${name}.yaml`)).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/config\.schema\.json\n/);
});
