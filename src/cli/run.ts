import { ConsoleReport } from '../report/console.ts';
import { JUnitReport } from '../report/junit.ts';
import { MarkdownReport } from '../report/markdown.ts';
import { Redacting } from '../report/redacting.ts';
import type { RunReport } from '../report/run-report.ts';
import { ResultStore } from '../report/store.ts';
import { type Host, Run } from '../run/run.ts';
import { plansFor, readFeatures } from '../run/scenarios.ts';
import { selects } from '../run/select.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { NoContact } from '../sut/external.ts';
import { Redactor } from '../trace/redact.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { portError } from './port-error.ts';
import { selectionOf } from './selection.ts';
import { systemsFor } from './systems.ts';

/** How a person and a CI job end a run; a second time ends the process at once. */
const INTERRUPTS = ['SIGINT', 'SIGTERM'] as const;

export async function run(options: OptionValues): Promise<ExitCode> {
  const selection = selectionOf(options);
  const scenarios = readFeatures();
  const interrupt = new AbortController();
  const { hosts, secrets, close } = systemsFor(options, interrupt.signal);
  const redactor = new Redactor(secrets);
  const store = openStore(String(options.out ?? 'reports/latest'));
  const reports = [
    store,
    new JUnitReport((xml) => store.write('junit.xml', xml)),
    new MarkdownReport((text) => store.write('summary.md', text)),
    new ConsoleReport({
      write: (text) => process.stdout.write(redactor.text(text)),
      live: process.stdout.isTTY === true,
      directory: store.directory,
    }),
  ];
  const whole = new Run({ strict: options.strict === true, listeners: [new Redacting(redactor, reports)], signal: interrupt.signal });
  const onInterrupt = () => interrupt.abort();
  for (const signal of INTERRUPTS) process.once(signal, onInterrupt);
  try {
    for (const host of hosts)
      await playAll(
        whole,
        host,
        plansFor(host.role, scenarios).filter((plan) => selects(selection, plan)),
      );
  } catch (error) {
    if (!(error instanceof NoContact)) throw error;
    process.stderr.write(redactor.text(`ocppspec: ${error.message}\n`));
    whole.giveUp();
  } finally {
    close();
    for (const signal of INTERRUPTS) process.off(signal, onInterrupt);
  }
  const report = await whole.end();
  process.stdout.write(`results: ${store.directory}/\n`);
  return exitCode(report);
}

async function playAll(whole: Run, host: Host, plans: readonly CasePlan[]): Promise<void> {
  try {
    await host.start?.();
    await whole.play(host, plans);
  } catch (error) {
    throw portError(error, '--listen') ?? error;
  } finally {
    await host.close();
  }
}

function openStore(directory: string): ResultStore {
  try {
    return new ResultStore(directory);
  } catch (error) {
    throw new UsageError(`cannot write results to ${directory}: ${(error as Error).message}`);
  }
}

/** What scripts learn from a run: a violation outweighs what could not be judged. */
export function exitCode({ summary, interrupted, cases }: RunReport): ExitCode {
  const total = (verdict: 'fail' | 'error' | 'inconclusive') => Object.values(summary).reduce((sum, counts) => sum + counts[verdict], 0);
  if (total('fail') > 0) return EXIT.doesNot;
  if (total('error') + total('inconclusive') > 0 || interrupted || cases.length === 0) return EXIT.couldNotJudge;
  return EXIT.conforms;
}
