import type { Party } from '../ocpp/party.ts';
import type { Trace } from '../trace/trace.ts';
import type { CaseResult } from './case-result.ts';
import type { Environment } from './environment.ts';

/** What is known of a scenario before it runs. */
export type CasePlan = Pick<CaseResult, 'id' | 'example' | 'role' | 'useCase' | 'title' | 'file' | 'line' | 'requirements'>;

/** What a run provides to the scenarios in it, and hears from them. */
export interface RunContext {
  /** The party under test. */
  readonly role: Party;
  /** Whether warnings count. */
  readonly strict: boolean;
  /** Why no more scenarios are to begin, if so. */
  readonly stopped: boolean;
  /** Why the case is not to be run at all: features that the SUT does not have. */
  notApplicable(plan: CasePlan): string | undefined;
  /** Why it might not have to be: features of which nothing is known. A failure says so. */
  mayNotApply(plan: CasePlan): string | undefined;
  environmentFor(plan: CasePlan): Environment;
  started(plan: CasePlan): void;
  finished(result: CaseResult, trace: Trace | undefined): void;
}

let current: RunContext | undefined;

/** Cucumber loads the steps by itself, so that a run can only be handed to them like this. */
export const useRunContext = (context: RunContext | undefined): void => {
  current = context;
};

/** @throws if scenarios are run other than by ocppspec */
export function runContext(): RunContext {
  if (!current) throw new Error('scenarios are run by `ocppspec run`');
  return current;
}
