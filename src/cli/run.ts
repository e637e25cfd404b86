import { ConsoleReport } from '../report/console.ts';
import { JUnitReport } from '../report/junit.ts';
import { MarkdownReport } from '../report/markdown.ts';
import type { RunReport } from '../report/run-report.ts';
import { ResultStore } from '../report/store.ts';
import { type Host, Run } from '../run/run.ts';
import { plansFor, readFeatures } from '../run/scenarios.ts';
import { checkSelection, type Selection, SelectionError, selects } from '../run/select.ts';
import { defaultSutConfig } from '../sut/config.ts';
import { EmbeddedCsmsHost, EmbeddedStationHost } from '../sut/hosts.ts';
import { pkiSource } from '../sut/pki-source.ts';
import { redactor } from '../trace/redact.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';

const list = (value: OptionValues[string]): string[] => (Array.isArray(value) ? value.map(String) : []);

export async function run(options: OptionValues): Promise<ExitCode> {
  const selection = selectionOf(options);
  const config = defaultSutConfig();
  const store = new ResultStore(String(options.out ?? 'reports/latest'), redactor([]));
  const listeners = [
    store,
    new JUnitReport((xml) => store.write('junit.xml', xml)),
    new MarkdownReport((text) => store.write('summary.md', text)),
    new ConsoleReport({ write: (text) => process.stdout.write(text), live: process.stdout.isTTY === true }),
  ];
  const interrupt = new AbortController();
  const whole = new Run({ strict: options.strict === true, listeners, signal: interrupt.signal });
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  const scenarios = readFeatures();
  const pki = pkiSource(config);
  const sut = String(options.sut ?? 'both');
  const embedded = { config, faults: [], pki, signal: interrupt.signal };
  const hosts: Host[] = [];
  if (sut !== 'csms') hosts.push(new EmbeddedStationHost(embedded));
  if (sut !== 'station') hosts.push(new EmbeddedCsmsHost(embedded));
  for (const host of hosts) {
    const plans = plansFor(host.role, scenarios).filter((plan) => selects(selection, plan));
    await whole.play(host, plans);
    await host.close();
  }
  process.off('SIGINT', onInterrupt);
  const report = await whole.end();
  process.stdout.write(`results: ${store.directory}/\n`);
  return exitCode(report);
}

export function selectionOf(options: OptionValues): Selection {
  try {
    return checkSelection({
      cases: list(options.case),
      blocks: list(options.block),
      useCases: list(options['use-case']),
      requirements: list(options.requirement),
      profiles: list(options.profile),
    });
  } catch (error) {
    if (error instanceof SelectionError) throw new UsageError(error.message);
    throw error;
  }
}

/** What scripts learn from a run: a violation outweighs what could not be judged. */
export function exitCode({ summary, interrupted, cases }: RunReport): ExitCode {
  const total = (verdict: 'fail' | 'error' | 'inconclusive') => Object.values(summary).reduce((sum, counts) => sum + counts[verdict], 0);
  if (total('fail') > 0) return EXIT.doesNot;
  if (total('error') + total('inconclusive') > 0 || interrupted || cases.length === 0) return EXIT.couldNotJudge;
  return EXIT.conforms;
}
