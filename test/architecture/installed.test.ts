import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { VERSION } from '../../src/version.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';

/** The package as npm would install it in `node_modules` of a project. */
function install(project: string): string {
  const build = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: packageFile('.'), encoding: 'utf8' });
  expect(build.status, build.stdout + build.stderr).toBe(0);
  const { files } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { files: string[] };
  const installed = join(project, 'node_modules', 'ocppspec');
  for (const name of ['package.json', ...files.filter((file) => existsSync(packageFile(file)))])
    cpSync(packageFile(name), join(installed, name), { recursive: true });
  symlinkSync(packageFile('node_modules'), join(installed, 'node_modules'));
  return join(installed, 'bin', 'ocppspec.js');
}

test('the installed package plays cases by itself', () => {
  const project = temporaryDirectory();
  const program = install(project);
  const run = (...args: string[]) => execFileSync(process.execPath, [program, ...args], { cwd: project, encoding: 'utf8' });
  expect(run('--version')).toBe(`${VERSION}\n`);
  expect(run('run', '--block', 'P')).toMatch(/CSMS: \d+ cases?: \d+ pass, 0 fail/);
  expect(existsSync(join(project, 'reports', 'latest', 'results.json'))).toBe(true);
  expect(existsSync(join(project, 'certs', 'csms-root.pem'))).toBe(true);
  expect(existsSync(join(project, 'node_modules', 'ocppspec', 'certs'))).toBe(false);
});
