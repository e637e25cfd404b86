import { Chalk, type ChalkInstance } from 'chalk';
import type { CaseResult } from '../scenario/case-result.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { Verdict } from '../scenario/verdict.ts';
import type { Entry } from '../trace/entry.ts';
import { findingLines, traceLines } from './finding-text.ts';
import { type Counts, caseName, type RunListener, type RunReport, roleName } from './run-report.ts';

const SIGNS: Record<Verdict, string> = { pass: '✓', fail: '✗', inconclusive: '?', 'not applicable': '-', error: '!' };

export interface ConsoleOptions {
  write(text: string): void;
  /** Whether a person is watching: shows progress and colours. */
  live: boolean;
}

/** Tells the terminal how a run goes: everything to a person, only what is wrong to a log. */
export class ConsoleReport implements RunListener {
  readonly #write: ConsoleOptions['write'];
  readonly #live: boolean;
  readonly #chalk: ChalkInstance;

  constructor({ write, live }: ConsoleOptions) {
    this.#write = write;
    this.#live = live;
    this.#chalk = new Chalk({ level: live ? 1 : 0 });
  }

  started(plan: CasePlan): void {
    if (this.#live) this.#write(`  ${this.#chalk.dim(`… ${caseName(plan)}  ${plan.title}`)}`);
  }

  finished(result: CaseResult, entries: readonly Entry[]): void {
    if (this.#live) this.#write('\r\u001b[2K');
    const { verdict, title, duration, findings, reason, file, line } = result;
    if (verdict === 'pass' && findings.length === 0 && !this.#live) return;
    const name = `${SIGNS[verdict]} ${caseName(result)}`;
    const time = this.#live ? this.#chalk.dim(`  ${duration.wall.toFixed(2)} s`) : '';
    this.#line(`${this.#paint(verdict)(name)}  ${title}${verdict === 'pass' ? '' : `  [${verdict}]`}${time}`);
    if (reason !== undefined) this.#line(`    ${reason}`);
    for (const finding of findings) {
      for (const text of [...findingLines(finding), ...traceLines(finding, entries)]) this.#line(`    ${text}`);
    }
    if (verdict === 'fail' || verdict === 'error') this.#line(this.#chalk.dim(`    ${file}:${line}`));
  }

  ended({ summary, interrupted, cases }: RunReport): void {
    this.#line('');
    for (const role of ['station', 'csms'] as const) {
      const counts = summary[role];
      if (counts) this.#line(`${roleName(role)}: ${countsText(counts)}`);
    }
    if (cases.length === 0) this.#line('no case was run');
    if (interrupted) this.#line('interrupted before all cases were run');
  }

  #paint(verdict: Verdict): ChalkInstance {
    if (verdict === 'pass') return this.#chalk.green;
    return verdict === 'fail' || verdict === 'error' ? this.#chalk.red : this.#chalk.yellow;
  }

  #line(text: string): void {
    this.#write(`${text}\n`);
  }
}

/** `48 cases: 46 pass, 2 fail`; verdicts that nothing has are left out. */
export function countsText(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(counts).filter(([verdict, count]) => count > 0 || verdict === 'pass' || verdict === 'fail');
  return `${total} cases: ${parts.map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`;
}
