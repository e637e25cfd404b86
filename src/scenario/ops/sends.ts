import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import { type Party, partyName } from '../../ocpp/party.ts';
import { SECOND } from '../../time/clock.ts';
import type { FrameEntry } from '../../trace/entry.ts';
import type { Dialogue } from '../dialogue.ts';
import { evidenceOf, expectRows, heard, phrase } from '../evidence.ts';
import { type Expression, milliseconds } from '../expression.ts';
import { expectPatience } from '../pace.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { patience } from '../settings.ts';
import { compare, fill, fits, type Row } from '../table.ts';
import { learnBefore } from '../variables.ts';
import type { Replies } from './replies.ts';
import type { Requested } from './requested.ts';

/** A recommended message that is missing is only a warning; if it comes, it has to be as the line says. */
export type Mode = 'next' | 'eventually' | 'optional' | 'recommended';

/** `the {party} sends {message}`: performed if the party is played, expected if it is the SUT. */
export class Sends implements Operation, Requested {
  readonly line: Line;
  readonly party: Party;
  readonly action: Action;
  readonly rows: readonly Row[];
  readonly mode: Mode;
  /** It comes no sooner than this after the last event of the dialogue. */
  readonly noSooner: Expression | undefined;
  readonly needs = 'connection';
  readonly initiates: boolean;
  /** The message that has to have come before. */
  after: Sends | undefined;
  answer: Replies | undefined;
  /** An operator has asked for it; whoever sends it may be sending others of that kind unasked. */
  asked = false;
  taken: FrameEntry | undefined;
  /** Where in the trace it may be at the earliest, if not since something was last set in motion. */
  from: number | undefined;

  constructor(line: Line, party: Party, action: Action, rows: readonly Row[], mode: Mode = 'next', noSooner?: Expression) {
    this.line = line;
    this.party = party;
    this.action = action;
    this.rows = rows;
    this.mode = mode;
    this.noSooner = noSooner;
    this.initiates = line.keyword === 'Action';
  }

  /** The requests that an operation is about, also those of one that wraps them. */
  static in(operation: Operation): readonly Sends[] {
    return operation instanceof Sends ? [operation] : ((operation as { messages?: readonly Sends[] }).messages ?? []);
  }

  /** A message that comes some time after the one of its kind that a line above is about, and so is none from before that one. */
  static again(before: readonly Operation[], sends: Sends): Sends {
    sends.after = before.findLast((one): one is Sends => one instanceof Sends && one.action === sends.action && one.party === sends.party);
    return sends;
  }

  isPerformed({ sut }: Dialogue): boolean {
    return this.party !== sut;
  }

  /** Whether a request that the played party is about to send is the one this line speaks of. */
  covers(action: string, payload: Payload): boolean {
    return action === this.action && (this.namesPeriodic() || !isPeriodic(payload));
  }

  /** Whether a request of the SUT is the one this line waits for. */
  takes(entry: FrameEntry, action: string, payload: Payload, dialogue: Dialogue): boolean {
    if (this.after && (this.after.taken?.seq ?? Number.POSITIVE_INFINITY) > entry.seq) return false;
    const wanted = this.mode === 'next' || this.mode === 'recommended';
    const whatever = wanted && !this.asked && !dialogue.inPassing(entry);
    return this.covers(action, payload) && (whatever || fits(this.rows, payload, dialogue.scope));
  }

  /** What the script makes of the payload that the simulator would send. */
  shape(payload: Payload, { scope }: Dialogue): Payload {
    return fill(this.rows, payload, scope);
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (this.isPerformed(dialogue)) await this.perform(dialogue);
    else await this.expect(dialogue);
  }

  async perform(dialogue: Dialogue): Promise<void> {
    if (this.mode === 'optional') return;
    const { played, clock, settings } = dialogue.environment;
    const earliest = this.noSooner && dialogue.lastEventAt + milliseconds(this.noSooner, dialogue.scope);
    if (earliest) await dialogue.until(() => undefined, earliest);
    // The simulator may be about to send it just then, by a timer of its own that began a little later.
    if (earliest) await dialogue.until(() => this.taken, earliest + SECOND);
    // What the simulator has under way may well send this message by itself.
    if (!this.taken && played.busy)
      await dialogue.until(() => this.taken, clock.now() + settings.timeouts.operation * SECOND, played.idle());
    if (!this.taken) {
      const request = fill(this.rows, {}, dialogue.scope);
      if (this.action === 'SetVariables') await learnBefore(dialogue, request);
      const sending = played.send(this.action, request);
      await dialogue.until(() => this.taken, clock.now() + patience(this.action, settings) * SECOND, sending);
    }
    if (!this.taken)
      dialogue.unmet('connection-missing', { expected: `a connection over which to send ${this.action}`, actual: `there was none` });
    dialogue.claim(this.taken);
  }

  async expect(dialogue: Dialogue): Promise<void> {
    const { scope, environment } = dialogue;
    const begin = dialogue.lastEventAt;
    const earliest = this.noSooner ? milliseconds(this.noSooner, scope) : 0;
    const deadline = environment.clock.now() + earliest + patience(this.action, environment.settings) * SECOND;
    if (this.mode === 'optional') return;
    dialogue.checks++;
    this.taken ??= await dialogue.until(() => this.#find(dialogue), deadline);
    if (this.asked) this.taken ??= this.#unclaimed(dialogue)[0];
    if (!this.taken) return this.#missing(dialogue, begin);
    dialogue.claim(this.taken);
    expectRows(dialogue, this.rows, this.taken);
    expectPatience(dialogue, 'message-early', this.action, this.taken, begin, earliest);
  }

  #find(dialogue: Dialogue): FrameEntry | undefined {
    // The gate has taken it on arrival if the played party saw it as a valid request.
    return this.taken ?? this.#unclaimed(dialogue).find((entry) => this.takes(entry, this.action, payloadOf(entry), dialogue));
  }

  /** Messages of that kind that no line has taken. */
  #unclaimed(dialogue: Dialogue): FrameEntry[] {
    return [...dialogue.unclaimed(this.from)].filter(
      (entry): entry is FrameEntry =>
        entry.kind === 'frame' &&
        entry.from === this.party &&
        entry.decoded.frame?.type === 'CALL' &&
        entry.decoded.frame.action === this.action,
    );
  }

  #missing(dialogue: Dialogue, begin: number): void {
    const waited = Math.round((dialogue.environment.clock.now() - begin) / SECOND);
    const complaint = {
      expected: `${partyName(this.party)} sends ${phrase(this.action, this.rows, dialogue)}`,
      actual: `${heard(dialogue, this.party)} within ${waited} s${this.#nearest(dialogue)}`,
      entries: evidenceOf(dialogue, this.party),
    };
    if (this.mode !== 'recommended') dialogue.unmet('message-missing', complaint);
    dialogue.complain('message-missing', { ...complaint, severity: 'warning' });
  }

  /** The message of the same action that came closest, and what is wrong with it. */
  #nearest(dialogue: Dialogue): string {
    const differing = evidenceOf(dialogue, this.party)
      .filter(({ decoded: { frame } }) => frame?.type === 'CALL' && frame.action === this.action)
      .map((entry) => compare(this.rows, payloadOf(entry), dialogue.scope))
      .filter((mismatches) => mismatches.length > 0);
    const [closest] = differing.sort((one, other) => one.length - other.length);
    const parts = closest?.map(({ row, actual }) => `${row.label} is ${actual === undefined ? 'absent' : JSON.stringify(actual)}`);
    return parts ? `; in the nearest ${this.action}, ${parts.join(', ')}` : '';
  }

  /** Periodic meter data come at any time; a line is about them only if it says so. */
  namesPeriodic(): boolean {
    return this.rows.some(
      ({ path: [first] }) => first?.kind === 'field' && (first.name === 'triggerReason' || first.name === 'meterValue'),
    );
  }
}

const PERIODIC: ReadonlySet<unknown> = new Set(['MeterValuePeriodic', 'MeterValueClock']);
export const isPeriodic = (payload: Payload): boolean => PERIODIC.has(payload.triggerReason);
