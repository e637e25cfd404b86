import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { directory } from './kit.ts';

const PROGRAM = packageFile('bin/ocppspec.js');
const ocppspec = (cwd: string, ...args: string[]) => spawnSync(process.execPath, [PROGRAM, ...args], { cwd, encoding: 'utf8' });

test('without --config, ocppspec.yaml is read if it is there, and whoever runs it is told', () => {
  const cwd = directory();
  const plan = (...args: string[]) => ocppspec(cwd, 'plan', '--case', 'TC_B_25_CS', ...args);
  expect(plan()).toMatchObject({ stderr: '' });
  writeFileSync(join(cwd, 'ocppspec.yaml'), 'features: { C-13: false }\n');
  writeFileSync(join(cwd, 'other.yaml'), 'features: { C-13: true }\n');
  expect(plan()).toMatchObject({ stderr: 'configuration: ocppspec.yaml\n', stdout: expect.stringContaining('Not applicable') });
  expect(plan('--config', 'other.yaml')).toMatchObject({ stderr: '', stdout: expect.stringContaining('the condition is met') });
});

test('init and config check know the usual file', () => {
  const cwd = directory();
  expect(ocppspec(cwd, 'config', 'check')).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('there is no ocppspec.yaml: name a file'),
  });
  expect(execFileSync(process.execPath, [PROGRAM, 'init'], { cwd, encoding: 'utf8' })).toContain('then `ocppspec config check`\n');
  expect(ocppspec(cwd, 'config', 'check')).toMatchObject({ status: 0, stderr: '' });
});
