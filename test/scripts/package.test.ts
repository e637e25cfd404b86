import { execFileSync } from 'node:child_process';
import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { directoryForFile } from '../kit/temporary-directory.ts';

/** The package as npm hands it out, with its dependencies beside it. */
const directory = directoryForFile();
const installed = join(directory, 'package');

const run = (command: string, args: readonly string[], cwd = directory): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const ocppspec = (...args: string[]): string => run(process.execPath, [join(installed, 'bin/ocppspec.js'), ...args]);

beforeAll(() => {
  run('npm', ['pack', '--pack-destination', directory], packageFile('.'));
  run('tar', ['xzf', readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '']);
  symlinkSync(packageFile('node_modules'), join(installed, 'node_modules'));
});

describe('the package', () => {
  test('holds what was built and what it reads, and no sources', () => {
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'docs',
      'features',
      'node_modules',
      'package.json',
      'presets',
      'schemas',
    ]);
  });

  test.each(['TC_B_01_CS', 'TC_B_01_CSMS'])('plays %s', (id) => {
    expect(ocppspec('run', '--case', id, '--out', join(directory, id))).toMatch(/1 case: 1 pass, 0 fail/);
  });

  test('knows its cases, faults and presets', () => {
    expect(ocppspec('list', '--faults')).toContain('heartbeat');
    expect(ocppspec('init', '--help')).toContain('--preset');
    expect(ocppspec('plan', '--sut', 'csms', '--case', 'TC_A_01_CSMS')).toContain('TC_A_01_CSMS');
  });
});
