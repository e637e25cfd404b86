import type { Action } from '../../ocpp/action.ts';
import { type ErrorCode, isErrorCode, OUTDATED_SPELLINGS } from '../../ocpp/error-code.ts';
import { type Party, partyName } from '../../ocpp/party.ts';
import { violationsOf } from '../../rules/violations.ts';
import { SECOND } from '../../time/clock.ts';
import type { FrameEntry } from '../../trace/entry.ts';
import type { Reply } from '../../wire/rpc.ts';
import type { Dialogue } from '../dialogue.ts';
import { expectRows, phrase } from '../evidence.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { at, compare, FeatureError, fill, parseTable, type Row } from '../table.ts';
import { Inconclusive } from '../verdict.ts';
import { SendsFrame } from './frame.ts';
import type { Requested } from './requested.ts';
import { Sends } from './sends.ts';

/** What a reply has to be: a result that satisfies rows, one of some error codes, or none at all, which only a played party does. */
export type ReplyKind = { result: readonly Row[] } | { errors: readonly string[] } | { silence: true };

/** `the {party} replies`: answers the request of an earlier line, or expects that answer. */
export class Replies implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly request: Requested;
  readonly kind: ReplyKind;
  readonly initiates = false;
  readonly needs = 'connection';

  constructor(line: Line, party: Party, request: Requested, kind: ReplyKind) {
    this.line = line;
    this.party = party;
    this.request = request;
    this.kind = kind;
    request.answer = this;
  }

  async run(dialogue: Dialogue): Promise<void> {
    if ('silence' in this.kind) return this.#keepSilent(dialogue);
    if (this.party === dialogue.sut) await this.#expect(dialogue);
    else await this.#perform(dialogue);
  }

  #keepSilent({ sut }: Dialogue): void {
    if (this.party === sut) throw new FeatureError(this.line.source, 'only a played party can be told not to reply');
  }

  async #perform(dialogue: Dialogue): Promise<void> {
    const { taken } = this.request;
    const messageId = taken?.decoded.messageId ?? '';
    const own = dialogue.gate.heldReply(messageId);
    if (!taken) throw new Error('nothing has been sent that could be replied to');
    if (!own) return this.#alreadyAnswered(taken, dialogue);
    // An invalid request is refused whatever the line says; who sent it has to answer for it.
    dialogue.gate.release(messageId, violationsOf(taken).length > 0 ? own : this.#reply(own, dialogue));
    const sent = await dialogue.until(() => this.#answerTo(taken, dialogue), dialogue.environment.clock.now() + SECOND);
    if (sent) dialogue.claim(sent);
  }

  /** The answer could not wait for this line any longer; it will do if it is what the line says. */
  #alreadyAnswered(request: FrameEntry, dialogue: Dialogue): void {
    const answer = this.#answerTo(request, dialogue);
    const fits = answer && 'result' in this.kind && compare(this.kind.result, payloadOf(answer), dialogue.scope).length === 0;
    if (!answer || !fits) throw new Inconclusive(`the ${this.request.action} that this line replies to had already been answered`);
    dialogue.claim(answer);
  }

  #reply(own: Reply, { scope }: Dialogue): Reply {
    if ('silence' in this.kind) return this.kind;
    if ('errors' in this.kind) return { error: this.kind.errors[0] as ErrorCode, description: '' };
    return { payload: fill(this.kind.result, 'payload' in own ? own.payload : {}, scope) };
  }

  async #expect(dialogue: Dialogue): Promise<void> {
    const { taken } = this.request;
    if (!taken) throw new Error('nothing has been sent that could be replied to');
    const { reply } = dialogue.environment.settings.timeouts;
    dialogue.checks++;
    const answer = await dialogue.until(() => this.#answerTo(taken, dialogue), taken.at + reply * SECOND);
    if (!answer)
      dialogue.unmet('reply-missing', {
        expected: `${partyName(this.party)} replies to ${this.request.action}`,
        actual: `no reply came within ${reply} s`,
        entries: [taken],
      });
    dialogue.claim(answer);
    if ('errors' in this.kind) expectError(dialogue, this.kind.errors, answer);
    else if ('result' in this.kind) expectResult(dialogue, this.request.action, this.kind.result, answer);
  }

  #answerTo(request: FrameEntry, dialogue: Dialogue): FrameEntry | undefined {
    const { entries } = dialogue.environment.trace;
    for (let position = request.seq + 1; position < entries.length; position++) {
      const entry = entries[position];
      if (entry?.kind === 'frame' && entry.answers === request) return entry;
    }
    return undefined;
  }
}

/** Expects a CALLRESULT whose payload satisfies the rows. */
export function expectResult(dialogue: Dialogue, action: string, rows: readonly Row[], answer: FrameEntry): void {
  const { frame } = answer.decoded;
  if (frame?.type === 'CALLERROR')
    dialogue.unmet('reply-kind', {
      expected: phrase(`${action}Response`, rows, dialogue),
      actual: `it was refused with ${frame.errorCode}${frame.errorDescription ? ` (${frame.errorDescription})` : ''}`,
      entries: [answer],
    });
  expectRows(dialogue, rows, answer);
}

function expectError(dialogue: Dialogue, errors: readonly string[], answer: FrameEntry): void {
  const { frame } = answer.decoded;
  const expected = `CALLERROR ${errors.join(' or ')}`;
  if (frame?.type !== 'CALLERROR')
    return dialogue.unmet('reply-kind', { expected, actual: 'it was answered with a result', entries: [answer] });
  // A rule warns of spellings of earlier texts; they say the same.
  const meant = Object.hasOwn(OUTDATED_SPELLINGS, frame.errorCode) ? OUTDATED_SPELLINGS[frame.errorCode] : undefined;
  if (!errors.includes(meant ?? frame.errorCode))
    dialogue.unmet('reply-error-code', { expected, actual: `CALLERROR ${frame.errorCode}`, entries: [answer] });
}

/** The request that a reply of `party` is about: the last unanswered one of the other party. @throws FeatureError */
export function requestFor(line: Line, before: readonly Operation[], party: Party): Sends {
  const request = unanswered(before, party).findLast((one) => one instanceof Sends);
  if (request instanceof Sends) return request;
  throw new FeatureError(line.source, `no line above sends a request that ${partyName(party)} could reply to`);
}

/** As `requestFor`, also for a frame that is not as a request should be. */
export function frameFor(line: Line, before: readonly Operation[], party: Party): Requested {
  const request = unanswered(before, party).at(-1);
  if (!request) throw new FeatureError(line.source, `no line above sends anything that ${partyName(party)} could reply to`);
  return request;
}

const unanswered = (before: readonly Operation[], party: Party): Requested[] =>
  before
    .flatMap((operation): readonly Requested[] => (operation instanceof SendsFrame ? [operation] : Sends.in(operation)))
    .filter((request) => request.party !== party && !request.answer);

/** Where the outcome stands in the responses that do not call it `status`. */
const STATUS_PATH: Partial<Record<Action, string>> = {
  Authorize: 'idTokenInfo.status',
  TransactionEvent: 'idTokenInfo.status',
  GetVariables: 'getVariableResult[*].attributeStatus',
  SetVariables: 'setVariableResult[*].attributeStatus',
  SetVariableMonitoring: 'setMonitoringResult[*].status',
  ClearVariableMonitoring: 'clearMonitoringResult[*].status',
};

/** The rows of a reply: its status, if the sentence names one, and its table. */
export function replyRows(line: Line, request: Sends, status?: string): Row[] {
  const message = `${request.action}Response`;
  const path = STATUS_PATH[request.action] ?? 'status';
  const named = status === undefined ? [] : [{ cells: [path, status], source: line.source }];
  return [...parseTable(named, message), ...parseTable(line.table ?? [], message)];
}

/** `SecurityError or NotSupported` as a list. @throws FeatureError for a code that is not in the list of Part 4 */
export const errorCodes = (line: Line, text: string): string[] =>
  at(line.source, () =>
    text.split(' or ').map((code) => {
      if (!isErrorCode(code)) throw new Error(`"${code}" is not an error code of the RPC framework`);
      return code;
    }),
  );
