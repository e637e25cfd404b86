import type { Party } from '../ocpp/party.ts';
import { type Asked, countWarnings, type RunHeader, type RunListener, type RunReport, summarize } from '../report/run-report.ts';
import type { CaseResult } from '../scenario/case-result.ts';
import type { Environment } from '../scenario/environment.ts';
import { type CasePlan, type RunContext, useRunContext } from '../scenario/run-context.ts';
import type { Trace } from '../trace/trace.ts';
import { VERSION } from '../version.ts';
import { playScenarios } from './cucumber.ts';
import type { Earlier } from './earlier.ts';

/** A system under test, for as long as a run lasts. */
export interface Host {
  readonly role: Party;
  /** Makes sure that the system is there. */
  start?(): Promise<void>;
  /** Why a case does not apply to it, if so. */
  notApplicable(plan: CasePlan): string | undefined;
  /** Why it might not apply, if nothing decides that. */
  mayNotApply?(plan: CasePlan): string | undefined;
  environmentFor(plan: CasePlan): Environment;
  close(): Promise<void>;
}

export interface RunOptions {
  strict: boolean;
  listeners: readonly RunListener[];
  asked?: Asked;
  /** Results to go on from; only what they leave open is played. */
  earlier?: Earlier;
  /** Ends the run after the case that is being played. */
  signal?: AbortSignal;
}

/** One run: some cases against one or two systems under test. */
export class Run {
  readonly #options: RunOptions;
  readonly #results: CaseResult[] = [];
  readonly header: RunHeader;
  #missing = 0;
  #givenUp = false;
  #failed: { error: unknown } | undefined;

  constructor(options: RunOptions) {
    this.#options = options;
    this.header = {
      format: 1,
      tool: { name: 'ocppspec', version: VERSION },
      ocpp: '2.0.1',
      started: options.earlier?.started ?? new Date().toISOString(),
      strict: options.strict,
      ...(options.asked ? { asked: options.asked } : {}),
    };
  }

  get #stopped(): boolean {
    return this.#failed !== undefined || (this.#options.signal?.aborted ?? false);
  }

  /** Those of the scenarios that are to be played. */
  open(asked: readonly CasePlan[]): readonly CasePlan[] {
    const { earlier } = this.#options;
    return earlier ? asked.filter((plan) => earlier.isPlayed(plan)) : asked;
  }

  /** Plays scenarios against a system under test, as far as an earlier run leaves them open. @throws what a listener threw */
  async play(host: Host, asked: readonly CasePlan[]): Promise<void> {
    if (this.#stopped) return;
    const plans = this.open(asked);
    this.#missing += asked.filter((plan) => !plans.includes(plan) && !this.#options.earlier?.has(plan)).length;
    const before = this.#results.length;
    const stopped = () => this.#stopped;
    const context: RunContext = {
      role: host.role,
      strict: this.#options.strict,
      get stopped() {
        return stopped();
      },
      notApplicable: (plan) => host.notApplicable(plan),
      mayNotApply: (plan) => host.mayNotApply?.(plan),
      environmentFor: (plan) => host.environmentFor(plan),
      started: (plan) => this.#tell((listener) => listener.started?.(plan)),
      finished: (result, trace) => this.#finished(result, trace),
    };
    useRunContext(context);
    try {
      await playScenarios(plans);
    } finally {
      useRunContext(undefined);
      this.#missing += plans.length - (this.#results.length - before);
    }
    if (this.#failed) throw this.#failed.error;
  }

  /** The cases that were asked for cannot be run. */
  giveUp(): void {
    this.#givenUp = true;
  }

  async end(): Promise<RunReport> {
    const { earlier } = this.#options;
    const cases = earlier ? earlier.completedBy(this.#results) : this.#results;
    const report: RunReport = {
      ...this.header,
      finished: new Date().toISOString(),
      interrupted: this.#stopped || this.#givenUp || this.#missing > 0,
      summary: summarize(cases),
      warnings: countWarnings(cases),
      cases,
    };
    for (const listener of this.#options.listeners) await listener.ended?.(report);
    return report;
  }

  #finished(result: CaseResult, trace: Trace | undefined): void {
    this.#results.push(result);
    try {
      this.#tell((listener) => listener.finished?.(result, trace?.entries ?? []));
    } catch (error) {
      // Cucumber would take it for a failure of the case, of which nobody hears.
      this.#failed ??= { error };
    }
  }

  #tell(call: (listener: RunListener) => void): void {
    for (const listener of this.#options.listeners) call(listener);
  }
}
