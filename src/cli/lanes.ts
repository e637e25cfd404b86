import { mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type LaneOutcome, lanesSummary, laneText } from '../report/lanes-summary.ts';
import { readReport } from '../report/read-results.ts';
import { exists, removeReports, removeTraces, replaceFile, UnusableResults } from '../report/result-files.ts';
import type { RunReport } from '../report/run-report.ts';
import { Lane } from '../run/lane.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { checkTransport, configurationOf, passwordOf } from './configuration.ts';
import { INTERRUPTS } from './interrupts.ts';
import { listOf } from './options.ts';
import { type Target, targetOf } from './target.ts';

/** The system of one configuration, and where its results go. */
interface Planned {
  name: string;
  file: string;
  directory: string;
}

/** Tests the systems of several configurations side by side, with results of their own. @throws UsageError */
export async function runLanes(options: OptionValues, files: readonly string[]): Promise<ExitCode> {
  const out = String(options.out ?? 'reports/latest');
  const planned = lanesFor(files, out);
  await checkLanes(planned, options);
  prepare(out);
  const width = Math.max(...planned.map(({ name }) => name.length));
  const lanes = planned.map(
    (lane) => new Lane(argumentsFor(lane, options), (stream, line) => void process[stream].write(`${lane.name.padEnd(width)} | ${line}\n`)),
  );
  const onInterrupt = () => {
    for (const lane of lanes) lane.interrupt();
  };
  for (const signal of INTERRUPTS) process.on(signal, onInterrupt);
  const codes = await Promise.all(lanes.map(({ ended }) => ended));
  for (const signal of INTERRUPTS) process.off(signal, onInterrupt);
  const outcomes = planned.map(({ name, directory }, index): LaneOutcome => {
    // Whoever is turned away leaves the results of an earlier run alone.
    return { name, report: codes[index] === EXIT.usage ? undefined : reportIn(directory) };
  });
  replaceFile(join(out, 'summary.md'), lanesSummary(outcomes));
  process.stdout.write(`\n${outcomes.map((outcome) => `${outcome.name.padEnd(width)}  ${laneText(outcome)}\n`).join('')}`);
  process.stdout.write(`results: ${planned.map(({ directory }) => `${directory}/`).join(', ')}\n`);
  return worstOf(codes);
}

/** A lane is named after its configuration. */
function lanesFor(files: readonly string[], out: string): Planned[] {
  const planned = files.map((file) => {
    const name = basename(file, extname(file));
    return { name, file, directory: join(out, name) };
  });
  for (const [index, { name, file }] of planned.entries()) {
    const other = planned.slice(0, index).find((lane) => lane.name === name);
    if (other) throw new UsageError(`results of ${other.file} and ${file} would both go to ${other.directory}: rename one of the files`);
  }
  return planned;
}

/** What is wrong with any lane is told before one begins. */
async function checkLanes(planned: readonly Planned[], options: OptionValues): Promise<void> {
  if (options.url !== undefined || options.listen !== undefined)
    throw new UsageError('with several --config, each says by url or listen where its system is, instead of --url and --listen');
  if (listOf(options.driver).includes('prompt'))
    throw new UsageError('--driver prompt asks at the terminal, where several systems cannot be told apart: test one at a time');
  const addresses = new Map<string, string>();
  for (const { file } of planned) {
    const { config, where } = await configurationOf(file);
    const target = naming(file, () => targetOf(options, where));
    if (target.kind === 'embedded') continue;
    naming(file, () => passwordOf(config));
    if (target.sut === 'csms') naming(file, () => checkTransport(target.url, config));
    const address = portOf(target);
    const other = addresses.get(address);
    if (other) throw new UsageError(`${other} and ${file} both listen at ${address}: give one of them another port`);
    if (address) addresses.set(address, file);
  }
}

/** The address at which a lane listens, if it is a certain one. */
const portOf = (target: Target): string =>
  target.kind === 'external' && target.sut === 'station' && target.listen.port > 0 ? `${target.listen.host}:${target.listen.port}` : '';

/** Says of which configuration a problem is. */
function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

function prepare(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
    removeReports(out);
    removeTraces(out);
  } catch (error) {
    throw new UsageError(`cannot write results to ${out}: ${(error as Error).message}`);
  }
}

/** A lane that was not begun before has nothing to resume. */
function argumentsFor({ file, directory }: Planned, options: OptionValues): string[] {
  const { config: _, out: __, resume, ...rest } = options;
  const begun = exists(join(directory, 'run.json'));
  const all = { ...rest, ...(resume && begun ? { resume } : {}), config: file, out: directory };
  return [
    'run',
    ...Object.entries(all).flatMap(([name, value]) => (value === true ? [`--${name}`] : listOf(value).map((one) => `--${name}=${one}`))),
  ];
}

function reportIn(directory: string): RunReport | undefined {
  try {
    return readReport(directory);
  } catch (error) {
    if (error instanceof UnusableResults) return undefined;
    throw error;
  }
}

/** A violation in any lane outweighs everything; what made no sense in one lane outweighs what could not be judged in another. */
export function worstOf(codes: readonly (number | undefined)[]): ExitCode {
  for (const code of [EXIT.doesNot, EXIT.usage]) if (codes.includes(code)) return code;
  return codes.every((code) => code === EXIT.conforms) ? EXIT.conforms : EXIT.couldNotJudge;
}
