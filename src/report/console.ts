import { Chalk, type ChalkInstance } from 'chalk';
import type { CaseResult } from '../scenario/case-result.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { Verdict } from '../scenario/verdict.ts';
import type { Entry } from '../trace/entry.ts';
import { caseLines } from './finding-text.ts';
import { printable } from './printable.ts';
import { caseName, countsByRole, type RunListener, type RunReport } from './run-report.ts';

const SIGNS: Record<Verdict, string> = { pass: '✓', fail: '✗', inconclusive: '?', 'not applicable': '-', error: '!' };

export interface ConsoleOptions {
  write(text: string): void;
  /** Whether a person is watching: shows progress and colours. */
  live: boolean;
  /** Where traces are found. */
  directory?: string;
}

/** Tells the terminal how a run goes: everything to a person, only what is wrong to a log. */
export class ConsoleReport implements RunListener {
  readonly #options: ConsoleOptions;
  readonly #chalk: ChalkInstance;

  constructor(options: ConsoleOptions) {
    this.#options = options;
    this.#chalk = new Chalk({ level: options.live ? 1 : 0 });
  }

  started(plan: CasePlan): void {
    if (this.#options.live) this.#options.write(`  ${this.#chalk.dim(`… ${caseName(plan)}  ${plan.title}`)}`);
  }

  finished(result: CaseResult, entries: readonly Entry[]): void {
    const { live, write, directory } = this.#options;
    if (live) write('\r\u001b[2K');
    const { verdict, title, duration, findings, reason } = result;
    const quiet = findings.length === 0 && (verdict === 'pass' || verdict === 'not applicable');
    if (quiet && !live) return;
    const name = this.#paint(verdict)(`${SIGNS[verdict]} ${caseName(result)}`);
    const time = live ? this.#chalk.dim(`  ${duration.wall.toFixed(2)} s`) : '';
    this.#line(`${name}  ${title}${verdict === 'pass' ? '' : `  [${verdict}]`}${time}`);
    if (reason !== undefined) for (const line of reason.split('\n')) this.#line(`    ${printable(line)}`);
    if (!quiet) for (const line of caseLines(result, entries, directory)) this.#line(`    ${line}`);
  }

  ended(report: RunReport): void {
    const { interrupted, cases } = report;
    this.#line('');
    for (const { role, counts } of countsByRole(report)) this.#line(`${role}: ${counts}`);
    if (cases.length === 0) this.#line('no case was run');
    if (interrupted) this.#line('interrupted before all cases were run');
  }

  #paint(verdict: Verdict): ChalkInstance {
    if (verdict === 'pass') return this.#chalk.green;
    return verdict === 'fail' || verdict === 'error' ? this.#chalk.red : this.#chalk.yellow;
  }

  #line(text: string): void {
    this.#options.write(`${text}\n`);
  }
}
