import type { GherkinDocument, Pickle } from '@cucumber/messages';
import { knownCases } from '../ocpp/case-catalogue.ts';
import type { Party } from '../ocpp/party.ts';
import type { CaseResult } from './case-result.ts';
import { CaseRun, type Outcome } from './case-run.ts';
import type { Environment } from './environment.ts';
import { lineNumber, linesOf, readScenario } from './read-scenario.ts';
import { type CasePlan, type RunContext, runContext } from './run-context.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Reads from the tags of a scenario which case of a role it stands for. @returns undefined if none */
export function planOf(pickle: Pickle, document: GherkinDocument, role: Party): CasePlan | undefined {
  const tags = pickle.tags.map(({ name }) => name.slice(1));
  const id = tags.find((tag) => knownCases().get(tag)?.role === role);
  if (id === undefined) return undefined;
  const example = exampleOf(pickle, document);
  return {
    id,
    ...(example ? { example } : {}),
    role,
    useCase: tags.find((tag) => /^[A-P]\d\d$|^Part4$/.test(tag)) ?? id.charAt(3),
    title: pickle.name,
    file: pickle.uri,
    line: lineNumber(pickle, document),
    requirements: tags.filter((tag) => /^[A-P]\d\d\.FR\.\d+$/.test(tag)),
  };
}

/** The cells of the row of examples that a pickle was made of. */
function exampleOf(pickle: Pickle, { feature }: GherkinDocument): string | undefined {
  const row = pickle.astNodeIds[1];
  const examples = (feature?.children ?? []).flatMap(({ scenario }) => scenario?.examples ?? []);
  const cells = examples.flatMap(({ tableBody }) => tableBody).find(({ id }) => id === row)?.cells;
  return cells?.map(({ value }) => value).join(', ');
}

/** One scenario on its way through Cucumber, from the hook before it to the hook after it. */
export class ScenarioRun {
  readonly #context: RunContext = runContext();
  readonly #plan: CasePlan;
  readonly #begin = performance.now();
  #environment: Environment | undefined;
  #run: CaseRun | undefined;
  #notApplicable: string | undefined;
  #broken: unknown;

  constructor(pickle: Pickle, document: GherkinDocument, vocabulary: Vocabulary) {
    const plan = planOf(pickle, document, this.#context.role);
    if (!plan) throw new Error(`${pickle.uri}: "${pickle.name}" stands for no case of the ${this.#context.role}`);
    this.#plan = plan;
    this.#context.started(plan);
    this.#notApplicable = this.#context.notApplicable(plan);
    if (this.#notApplicable !== undefined) return;
    try {
      const steps = readScenario(linesOf(pickle, document, pickle.uri), vocabulary);
      this.#environment = this.#context.environmentFor(plan);
      this.#run = new CaseRun(this.#environment, steps, plan.requirements);
      this.#run.dialogue.caseName = `${plan.id}  ${plan.title}`;
    } catch (error) {
      this.#broken = error;
    }
  }

  /** Whether there is anything to play. */
  get playable(): boolean {
    return this.#run !== undefined;
  }

  async next(): Promise<void> {
    await this.#run?.next();
  }

  /** @param failure what Cucumber itself found wrong, if anything */
  async finish(failure?: string): Promise<void> {
    let outcome = await this.#outcome();
    if (failure !== undefined && outcome.verdict === 'pass') outcome = { verdict: 'error', findings: outcome.findings, reason: failure };
    try {
      await this.#environment?.close();
    } catch (error) {
      outcome = { verdict: 'error', findings: outcome.findings, reason: `could not clean up: ${messageOf(error)}` };
    }
    if (!this.#run?.interrupted) this.#context.finished(this.#result(outcome), this.#environment?.trace);
  }

  async #outcome(): Promise<Outcome> {
    if (this.#notApplicable !== undefined) return { verdict: 'not applicable', findings: [], reason: this.#notApplicable };
    if (!this.#run) return { verdict: 'error', findings: [], reason: messageOf(this.#broken) };
    try {
      const outcome = await this.#run.finish(this.#context.strict);
      const reason = outcome.verdict === 'fail' ? this.#context.mayNotApply(this.#plan) : undefined;
      return reason === undefined ? outcome : { ...outcome, reason: [outcome.reason, reason].filter(Boolean).join('\n') };
    } catch (error) {
      return { verdict: 'error', findings: [], reason: messageOf(error) };
    }
  }

  #result({ verdict, findings, reason }: Outcome): CaseResult {
    const { trace, clock } = this.#environment ?? {};
    const entries = trace?.entries ?? [];
    const [first, last] = [entries[0], entries.at(-1)];
    return {
      ...this.#plan,
      verdict,
      ...(reason === undefined ? {} : { reason }),
      findings,
      checks: this.#run?.dialogue.checks ?? 0,
      duration: { wall: round((performance.now() - this.#begin) / 1000), ocpp: first && last ? round((last.at - first.at) / 1000) : 0 },
      timeScale: clock?.speed ?? 1,
      stimuli: entries.flatMap((entry) =>
        entry.kind === 'stimulus'
          ? [{ name: entry.name, carrier: entry.carrier, outcome: entry.outcome, ...(entry.note ? { note: entry.note } : {}) }]
          : [],
      ),
    };
  }
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
