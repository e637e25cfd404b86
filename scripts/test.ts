/**
 * `npm test`: style, types and tests, each of them even if one before failed. Arguments go to vitest.
 * How many passed and failed is left in .cache/tests for .ci/run; style and types fail as one test each.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const REPORT = '.cache/vitest.json';

function succeeds(command: string, ...args: string[]): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** A run that fails without a failed test, such as one with a file that cannot be loaded, counts as one. */
function testResults(succeeded: boolean): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(REPORT, 'utf8'));
    return { passed: numPassedTests, failed: succeeded ? 0 : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

if (spawnSync('openssl', ['version']).status !== 0)
  console.error('The program openssl is missing: tests that hold ours to it will fail. On Debian: apt-get install openssl');
mkdirSync('.cache', { recursive: true });
rmSync(REPORT, { force: true });
const checks = [succeeds('biome', 'check', '--error-on-warnings'), succeeds('tsc')];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
const { passed, failed } = testResults(succeeds('vitest', 'run', ...reporters, ...process.argv.slice(2)));
const broken = failed + checks.filter((succeeded) => !succeeded).length;
writeFileSync('.cache/tests', `${passed} passed, ${broken} failed\n`);
process.exitCode = broken === 0 ? 0 : 1;
