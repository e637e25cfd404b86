import { inRunOrder, type RunHeader, resultKey } from '../report/run-report.ts';
import type { CaseResult } from '../scenario/case-result.ts';
import type { CasePlan } from '../scenario/run-context.ts';

/** Verdicts that another run may change. */
const WORTH_ANOTHER = ['fail', 'error', 'inconclusive'];

/** Which cases of an earlier run are played: those that it did not come to, those that did not pass, or both. */
export interface Again {
  missing: boolean;
  failed: boolean;
}

/** The results of an earlier run, which another one goes on with. */
export class Earlier {
  readonly started: string;
  readonly results: readonly CaseResult[];
  readonly #byKey: ReadonlyMap<string, CaseResult>;
  readonly #again: Again;

  constructor({ started }: Pick<RunHeader, 'started'>, results: readonly CaseResult[], again: Again) {
    this.started = started;
    this.results = results;
    this.#byKey = new Map(results.map((result) => [resultKey(result), result]));
    this.#again = again;
  }

  isPlayed(plan: CasePlan): boolean {
    const result = this.#byKey.get(resultKey(plan));
    return result ? this.#again.failed && WORTH_ANOTHER.includes(result.verdict) : this.#again.missing;
  }

  has(plan: CasePlan): boolean {
    return this.#byKey.has(resultKey(plan));
  }

  /** New results in the place of earlier ones of the same cases, all in the order of a run. */
  completedBy(results: readonly CaseResult[]): CaseResult[] {
    return inRunOrder([
      ...new Map([...this.#byKey, ...results.map((result): [string, CaseResult] => [resultKey(result), result])]).values(),
    ]);
  }
}
