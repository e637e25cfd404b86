import { ConsoleReport } from '../report/console.ts';
import { Redacting } from '../report/redacting.ts';
import { readTrace } from '../report/result-files.ts';
import type { Asked } from '../report/run-report.ts';
import { ResultStore } from '../report/store.ts';
import { WholeReports } from '../report/whole-reports.ts';
import type { Earlier } from '../run/earlier.ts';
import { type Host, Run } from '../run/run.ts';
import { plansFor, readFeatures } from '../run/scenarios.ts';
import { maySelect, type Selection, selects } from '../run/select.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { NoContact } from '../sut/external.ts';
import { Redactor } from '../trace/redact.ts';
import { sharded } from './asked.ts';
import { type ExitCode, type OptionValues, UsageError } from './command.ts';
import { exitCode } from './exit-code.ts';
import { INTERRUPTS } from './interrupts.ts';
import { listOf } from './options.ts';
import { portError } from './port-error.ts';
import { selectionOf } from './selection.ts';
import { systemsFor } from './systems.ts';

/** What ends a run early: a signal, or, for one of several side by side, that whoever began it is gone. */
const ENDS = [...INTERRUPTS, 'disconnect'] as const;

export async function run(options: OptionValues): Promise<ExitCode> {
  const configs = listOf(options.config);
  if (configs.length > 1) return (await import('./lanes.ts')).runLanes(options, configs);
  const selection = selectionOf(options);
  const interrupt = new AbortController();
  const { hosts, secrets, asked: wanted, close } = await systemsFor(options, interrupt.signal);
  const redactor = new Redactor(secrets);
  const asked = addressedWithout(redactor, wanted);
  const selected = plansOf(hosts, selection);
  const plans = sharded(selected, asked);
  const directory = String(options.out ?? 'reports/latest');
  const strict = options.strict === true;
  const goesOn = options.resume === true || options['rerun-failed'] === true;
  const earlier = goesOn ? (await import('./earlier.ts')).earlierIn(directory, options, { asked, strict }, plans) : undefined;
  const store = openStore(directory, earlier);
  const reports = [
    store,
    new WholeReports({ write: (name, text) => store.write(name, text), traceOf: (result) => readTrace(directory, result) }),
    new ConsoleReport({ write: (text) => process.stdout.write(redactor.text(text)), live: process.stdout.isTTY === true, directory }),
  ];
  const listeners = [new Redacting(redactor, reports)];
  const whole = new Run({ strict, listeners, asked, signal: interrupt.signal, ...(earlier ? { earlier } : {}) });
  store.begin(whole.header);
  const onInterrupt = () => interrupt.abort();
  for (const end of ENDS) process.once(end, onInterrupt);
  try {
    for (const host of hosts)
      await playAll(
        whole,
        host,
        plans.filter(({ role }) => role === host.role),
      );
  } catch (error) {
    if (!(error instanceof NoContact)) throw error;
    process.stderr.write(redactor.text(`ocppspec: ${error.message}\n`));
    whole.giveUp();
  } finally {
    close();
    for (const end of ENDS) process.off(end, onInterrupt);
  }
  const report = await whole.end();
  process.stdout.write(`results: ${directory}/\n`);
  return exitCode(report);
}

/** What is selected. The features themselves are not kept, since Cucumber reads them again. */
function plansOf(hosts: readonly Host[], selection: Selection): CasePlan[] {
  const scenarios = readFeatures(undefined, (feature) => maySelect(selection, feature));
  return hosts.flatMap(({ role }) => plansFor(role, scenarios)).filter((plan) => selects(selection, plan));
}

/** All but the address are words of ours, which a password may happen to be, too. */
function addressedWithout(redactor: Redactor, { target, ...asked }: Asked): Asked {
  const { address } = target;
  return { ...asked, target: { ...target, ...(address === undefined ? {} : { address: redactor.text(address) }) } };
}

async function playAll(whole: Run, host: Host, plans: readonly CasePlan[]): Promise<void> {
  try {
    if (whole.open(plans).length > 0) await host.start?.();
    await whole.play(host, plans);
  } catch (error) {
    throw portError(error, '--listen') ?? error;
  } finally {
    await host.close();
  }
}

function openStore(directory: string, earlier: Earlier | undefined): ResultStore {
  try {
    return new ResultStore(directory, earlier?.results);
  } catch (error) {
    throw new UsageError(`cannot write results to ${directory}: ${(error as Error).message}`);
  }
}
