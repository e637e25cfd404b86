import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';

const GENERATED = ['validators.cjs', 'validators.d.cts', 'messages.ts', 'schemas.json'].map((name) => `src/ocpp/generated/${name}`);
const LOCK = {
  packages: { '': {}, 'node_modules/ws': { version: '8.0.0' }, 'node_modules/ws-darwin': { version: '8.0.0', optional: true } },
};
const RECORD = { packages: { 'node_modules/ws': { version: '8.0.0' } } };
let checkout: string;

function put(path: string, content: unknown = ''): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A command that only says that it was called. */
function fake(path: string): void {
  put(path, `#!/bin/sh\necho "\${0##*/} $*" >>calls\n`);
  chmodSync(join(checkout, path), 0o755);
}

const touch = (path: string, seconds: number) => utimesSync(join(checkout, path), seconds, seconds);

function ensure(): string[] {
  const PATH = [join(checkout, 'node_modules', '.bin'), join(checkout, 'commands'), '/usr/bin', '/bin'].join(':');
  const { status, stderr } = spawnSync(process.execPath, [packageFile('scripts/ensure.mjs')], {
    cwd: checkout,
    env: { PATH },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const calls = join(checkout, 'calls');
  return existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'ocppspec-ensure-'));
  onTestFinished(() => rmSync(checkout, { recursive: true }));
  put('package-lock.json', LOCK);
  put('node_modules/.package-lock.json', RECORD);
  put('node_modules/node/bin/node');
  fake('node_modules/.bin/node');
  // npm is taken from elsewhere: this one is about to be replaced.
  put('node_modules/.bin/npm', '#!/bin/sh\nexit 1\n');
  chmodSync(join(checkout, 'node_modules/.bin/npm'), 0o755);
  fake('commands/npm');
  const inputs = ['ajv', 'ajv-formats', 'json-schema-to-typescript', 'ocpp-rpc'].map((name) => `node_modules/${name}/package.json`);
  for (const path of ['scripts/generate.ts', ...inputs]) {
    put(path);
    touch(path, 1000);
  }
  for (const path of GENERATED) {
    put(path);
    touch(path, 2000);
  }
});

const INSTALL = 'npm ci --include=dev --loglevel=error';
const GENERATE = 'node scripts/generate.ts';

test('does nothing where nothing is missing', () => {
  expect(ensure()).toEqual([]);
});

test('installs where nothing is installed', () => {
  rmSync(join(checkout, 'node_modules/.package-lock.json'));
  expect(ensure()).toEqual([INSTALL]);
});

test.each([
  ['another version', { version: '8.0.1' }, 'node_modules/ws'],
  ['another package', { version: '1.0.0' }, 'node_modules/yaml'],
])('installs if the lock file asks for %s', (_, entry, path) => {
  put('package-lock.json', { packages: { ...LOCK.packages, [path]: entry } });
  expect(ensure()).toEqual([INSTALL]);
});

test.each(GENERATED)('generates if %s is missing', (path) => {
  rmSync(join(checkout, path));
  expect(ensure()).toEqual([GENERATE]);
});

test.each(['scripts/generate.ts', 'node_modules/ocpp-rpc/package.json'])('generates if %s is newer', (path) => {
  touch(path, 3000);
  expect(ensure()).toEqual([GENERATE]);
});
