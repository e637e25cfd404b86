import { setImmediate } from 'node:timers/promises';
import { type Party, partyName } from '../ocpp/party.ts';
import { RULES } from '../rules/all.ts';
import type { Finding } from '../rules/finding.ts';
import { runRules } from '../rules/run-rules.ts';
import { SECOND } from '../time/clock.ts';
import type { Entry } from '../trace/entry.ts';
import { attributed } from './attribution.ts';
import { Dialogue } from './dialogue.ts';
import type { Environment } from './environment.ts';
import { putBack } from './put-back.ts';
import type { Step } from './script.ts';
import { unread } from './unread.ts';
import { Inconclusive, Interrupted, Unmet, type Verdict } from './verdict.ts';
import { weighed } from './weighed.ts';

/** What came of one scenario. */
export interface Outcome {
  verdict: Verdict;
  /** What is wrong with the system under test. */
  findings: Finding[];
  /** Why the verdict is neither pass nor fail, or why a failure may not count. */
  reason?: string;
}

/** One scenario from its first line to its verdict. */
export class CaseRun {
  readonly dialogue: Dialogue;
  readonly #environment: Environment;
  readonly #rules: ReturnType<typeof runRules>;
  readonly #unwatch: () => void;
  readonly #unheard: (() => void) | undefined;
  readonly #found: Finding[] = [];
  #stopped: unknown;

  constructor(environment: Environment, steps: readonly Step[], requirements: readonly string[]) {
    const { trace, settings } = environment;
    this.#environment = environment;
    this.#rules = runRules(RULES, { messageTimeout: settings.timeouts.reply, tolerance: settings.tolerance }, (found) =>
      this.#found.push(found),
    );
    this.#unwatch = trace.watch((entry) => this.#rules.see(entry));
    this.#unheard = environment.driver.watch?.((event) => trace.append({ kind: 'driver', connection: 0, ...event }));
    this.dialogue = new Dialogue(environment, steps, requirements);
  }

  get interrupted(): boolean {
    return this.#stopped instanceof Interrupted;
  }

  /** Plays the next line. @throws what keeps the scenario from going on */
  async next(): Promise<void> {
    try {
      await this.dialogue.next();
    } catch (error) {
      this.#stopped ??= error;
      throw error;
    }
  }

  /** @param strict whether warnings count as violations */
  async finish(strict: boolean): Promise<Outcome> {
    // What was held back goes out now and belongs to the trace.
    this.dialogue.gate.close();
    await setImmediate();
    if (!this.interrupted) await this.#awaitAnswers();
    this.dialogue.end();
    this.#rules.end(this.#environment.clock.now());
    this.#unwatch();
    this.#unheard?.();
    const outcome = this.#withUnread(this.#judge(strict));
    if (this.#environment.lasting && this.dialogue.opened && !this.interrupted) await this.#putBack(outcome);
    return outcome;
  }

  async #putBack(outcome: Outcome): Promise<void> {
    try {
      await putBack(this.dialogue);
    } catch (error) {
      outcome.reason ??= `afterwards, the system could not be put back to how it was: ${messageOf(error)}`;
    }
  }

  /** Who passes must have passed with all that they sent. */
  #withUnread(outcome: Outcome): Outcome {
    const reason = unread(this.#environment.trace.entries, this.#environment.sut);
    if (reason === undefined) return outcome;
    const verdict = outcome.verdict === 'pass' ? 'inconclusive' : outcome.verdict;
    return { ...outcome, verdict, reason: outcome.reason === undefined ? reason : `${outcome.reason}; ${reason}` };
  }

  /** Gives the system under test the time that it has for answering what is still open. */
  async #awaitAnswers(): Promise<void> {
    if (!this.dialogue.opened) return;
    const { trace, played, clock, settings } = this.#environment;
    const unanswered = () => {
      const since = clock.now() - settings.timeouts.reply * SECOND;
      const open = new Set<Entry>();
      for (const entry of trace.entries) {
        if (entry.kind !== 'frame') continue;
        if (entry.answers) open.delete(entry.answers);
        else if (entry.from === played.party && entry.decoded.frame?.type === 'CALL' && entry.at > since) open.add(entry);
      }
      return open.size > 0;
    };
    // A moment more than that, so that what was asked for only now is late when the time is over.
    const deadline = clock.now() + settings.timeouts.reply * SECOND + 1;
    // Why a connection is over is known only when it has been closed.
    const outstanding = played.connected ? unanswered : () => hasOpen(trace.entries);
    await this.dialogue.until(() => (outstanding() ? undefined : true), deadline);
  }

  #judge(strict: boolean): Outcome {
    const { sut, crashes } = this.#environment;
    const ofSut = [...this.dialogue.findings, ...this.#found].filter(({ party }) => party === sut);
    const findings = weighed(attributed(ofSut, this.#environment.trace.entries, sut), strict);
    const stopped = this.#stopped;
    const own = this.#found.find((found) => found.party !== sut && found.severity === 'violation');
    if (stopped !== undefined && !(stopped instanceof Unmet) && !(stopped instanceof Inconclusive))
      return { verdict: 'error', findings, reason: messageOf(stopped) };
    if (crashes.length > 0) return { verdict: 'error', findings, reason: `a simulator crashed: ${messageOf(crashes[0])}` };
    if (own)
      return {
        verdict: 'error',
        findings,
        reason: `${playedAs(own.party)} broke the protocol itself: ${own.code}: expected ${own.expected}, but ${own.actual}${own.pointer ? ` at ${own.pointer}` : ''}`,
      };
    const weighty = findings.filter(({ severity }) => severity === 'violation');
    if (weighty.some(({ attributable }) => attributable !== false)) return { verdict: 'fail', findings };
    if (stopped instanceof Inconclusive) return { verdict: 'inconclusive', findings, reason: stopped.message };
    if (stopped instanceof Unmet && weighty.length > 0) return { verdict: 'inconclusive', findings, reason: DICTATED };
    if (this.dialogue.checks === 0) return { verdict: 'error', findings, reason: 'the scenario looked at nothing' };
    return { verdict: 'pass', findings };
  }
}

/** Whether a connection has begun and not ended. */
function hasOpen(entries: readonly Entry[]): boolean {
  const open = new Set<number>();
  for (const { kind, connection } of entries)
    if (kind === 'connected') open.add(connection);
    else if (kind === 'closed') open.delete(connection);
  return open.size > 0;
}

const DICTATED = 'the driver dictated a message that is not what the scenario expects, so that the case could not go on';
const messageOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
const playedAs = (party: Party): string => `${partyName(party)} that ocppspec plays`;
