import type { CaseResult } from '../scenario/case-result.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { Entry } from '../trace/entry.ts';
import type { Redactor } from '../trace/redact.ts';
import { redactEntries } from '../trace/redact-entry.ts';
import type { RunListener, RunReport } from './run-report.ts';

/** Passes on what happens in a run without the secrets in it, so that no report needs to think of them. */
export class Redacting implements RunListener {
  readonly #redactor: Redactor;
  readonly #listeners: readonly RunListener[];
  readonly #clean = new Map<CaseResult, CaseResult>();

  constructor(redactor: Redactor, listeners: readonly RunListener[]) {
    this.#redactor = redactor;
    this.#listeners = listeners;
  }

  started(plan: CasePlan): void {
    for (const listener of this.#listeners) listener.started?.(plan);
  }

  finished(result: CaseResult, entries: readonly Entry[] = []): void {
    this.#redactor.learn(entries);
    const clean = redactResult(result, this.#redactor);
    const trace = redactEntries(entries, this.#redactor);
    this.#clean.set(result, clean);
    for (const listener of this.#listeners) listener.finished?.(clean, trace);
  }

  async ended(report: RunReport): Promise<void> {
    // What an earlier run has written is clean already.
    const cases = report.cases.map((result) => this.#clean.get(result) ?? result);
    for (const listener of this.#listeners) await listener.ended?.({ ...report, cases });
  }
}

/** Masks what may quote a peer; the rest is from the feature, and a password may be as short as a verdict. */
function redactResult(result: CaseResult, { text }: Redactor): CaseResult {
  const { reason, findings, stimuli } = result;
  return {
    ...result,
    ...(reason === undefined ? {} : { reason: text(reason) }),
    findings: findings.map((finding) => ({
      ...finding,
      expected: text(finding.expected),
      actual: text(finding.actual),
      ...(finding.pointer === undefined ? {} : { pointer: text(finding.pointer) }),
    })),
    stimuli: stimuli.map(({ note, ...stimulus }) => ({ ...stimulus, ...(note === undefined ? {} : { note: text(note) }) })),
  };
}
