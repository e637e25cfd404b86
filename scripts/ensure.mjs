/**
 * Makes the checkout in the current directory ready: installs packages if node_modules is not what package-lock.json says,
 * and generates src/ocpp/generated if it is missing or older than its inputs. It runs on whatever Node the machine has; the
 * Node that everything else needs comes with the packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const BIN = join('node_modules', '.bin');
/** Everything that scripts/generate.ts reads or is made of; an installation gives packages a new time. */
const INPUTS = [
  'scripts/generate.ts',
  ...['ajv', 'ajv-formats', 'json-schema-to-typescript', 'ocpp-rpc'].map((name) => `node_modules/${name}/package.json`),
];
const OUTPUTS = ['validators.cjs', 'validators.d.cts', 'messages.ts', 'schemas.json'].map((name) => `src/ocpp/generated/${name}`);

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
const time = (file) => statSync(file).mtimeMs;

/** npm keeps a record of what it installed; packages for other platforms are not in it. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true;
    return path in installed ? installed[path].version === wanted.version : wanted.optional === true;
  });
}

function isGenerated() {
  return OUTPUTS.every(existsSync) && Math.max(...INPUTS.map(time)) <= Math.min(...OUTPUTS.map(time));
}

function run(what, command, args, path) {
  process.stderr.write(`${what}: ${command} ${args.join(' ')}\n`);
  const env = { ...process.env, PATH: path.join(delimiter) };
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' });
  if (error) process.stderr.write(`${error.message}\n`);
  if (status !== 0) process.exit(status || 1);
}

// npm must not run on the Node that it is about to replace.
const path = (process.env.PATH || '').split(delimiter).filter((directory) => !directory.endsWith(BIN));
if (!isInstalled()) {
  run('Installing what is missing', 'npm', ['ci', '--include=dev', '--loglevel=error'], path);
  if (!existsSync('node_modules/node/bin')) {
    process.stderr.write('Node 24 is not there: npm was told to ignore install scripts. Run: npm ci --ignore-scripts=false\n');
    process.exit(1);
  }
}
if (!isGenerated()) run('Generating validators and types', 'node', ['scripts/generate.ts'], [join(process.cwd(), BIN), ...path]);
