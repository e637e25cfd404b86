import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ISupportCodeLibrary, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { packageFile } from '../../src/package-file.ts';

const steps = fileURLToPath(new URL('steps.ts', import.meta.url));
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const environment = { cwd: packageFile('.'), stdout: nowhere, stderr: process.stderr };
const sources = (paths: string[]) => ({ paths, defaultDialect: 'en', names: [], tagExpression: '', order: 'defined' as const });
let support: ISupportCodeLibrary | undefined;

/**
 * Plays a feature of empty steps with the settings that ocppspec has for its own, and the formatter that Cucumber usually
 * has. @throws unless all passes
 */
export async function playEmpty(feature: string): Promise<void> {
  support ??= await loadSupport(
    { sources: sources([]), support: { requireModules: [], requirePaths: [], importPaths: [steps], loaders: [] } },
    environment,
  );
  const runtime = {
    dryRun: false,
    failFast: false,
    filterStacktraces: true,
    parallel: 0,
    retry: 0,
    retryTagFilter: '',
    strict: true,
    worldParameters: {},
  };
  const formats = { stdout: 'progress', files: {}, publish: false as const, options: {} };
  const { success } = await runCucumber({ sources: sources([feature]), support, runtime, formats }, environment);
  if (!success) throw new Error(`${feature} did not pass`);
}
