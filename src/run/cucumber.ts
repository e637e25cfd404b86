import { extname } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type IRunOptionsRuntime, type ISupportCodeLibrary, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { packageFile } from '../package-file.ts';
import type { CasePlan } from '../scenario/run-context.ts';

const RUNTIME: IRunOptionsRuntime = {
  dryRun: false,
  failFast: false,
  filterStacktraces: true,
  parallel: 0,
  // A verdict that needs a second try is no verdict.
  retry: 0,
  retryTagFilter: '',
  strict: true,
  worldParameters: {},
};

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const environment = () => ({ cwd: packageFile('.'), stdout: nowhere(), stderr: process.stderr });
/** The path of a module, which Cucumber loads by itself. */
const besides = (module: string): string => fileURLToPath(new URL(`${module}${extname(import.meta.url)}`, import.meta.url));
const sources = (paths: string[]) => ({ paths, defaultDialect: 'en', names: [], tagExpression: '', order: 'defined' as const });

/** Cucumber reads the steps once; modules that are loaded already would not define them again. */
let support: Promise<ISupportCodeLibrary> | undefined;

function loadSteps(): Promise<ISupportCodeLibrary> {
  const steps = besides('../../steps/cucumber');
  support ??= loadSupport(
    { sources: sources([]), support: { requireModules: [], requirePaths: [], importPaths: [steps], loaders: [] } },
    environment(),
  ).then(takingNothing);
  return support;
}

/** The one step takes nothing out of a line, but Cucumber would look three times for what there is to take. */
function takingNothing(library: ISupportCodeLibrary): ISupportCodeLibrary {
  const { stepDefinitions } = library as unknown as { stepDefinitions: { expression: object }[] };
  for (const step of stepDefinitions) step.expression = { source: '', match: () => [] };
  return library;
}

/** Has Cucumber play scenarios, one after the other, in the given order of their files. */
export async function playScenarios(plans: readonly CasePlan[]): Promise<void> {
  const lines = new Map<string, number[]>();
  for (const { file, line } of plans) lines.set(file, [...(lines.get(file) ?? []), line]);
  const paths = [...lines].map(([file, numbers]) => `${file}:${numbers.join(':')}`);
  if (paths.length === 0) return;
  const formats = { stdout: besides('silent-formatter'), files: {}, publish: false as const, options: {} };
  await runCucumber({ sources: sources(paths), support: await loadSteps(), runtime: RUNTIME, formats }, environment());
}
