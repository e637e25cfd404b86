import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import type { StimulusName } from '../../stimuli/stimuli.ts';
import { SECOND } from '../../time/clock.ts';
import type { Entry, FrameEntry } from '../../trace/entry.ts';
import { type ConnectorAddress, keyOf, latestReports } from '../connectors.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Expression } from '../expression.ts';
import { lookUp } from '../lookups.ts';
import { CsoSends } from '../ops/cso-sends.ts';
import { expectResult, Replies, replyRows } from '../ops/replies.ts';
import { Reports } from '../ops/reports.ts';
import { type Mode, Sends } from '../ops/sends.ts';
import { stimulate } from '../ops/stimulus.ts';
import { payloadOf } from '../payload.ts';
import type { Line } from '../script.ts';
import { parseTable, type RawTable } from '../table.ts';

/** What a state asks of a message: cells by path, `undefined` for what does not matter this time. */
export type Cells = Record<string, string | undefined>;

/** What happens on the way to a state, in the words of the dialogue. */
export class Passage {
  readonly dialogue: Dialogue;
  readonly #line: Line;
  readonly #active: Sends[];

  /** @param active the messages that the played party is to send on the way, for the gate to recognize */
  constructor(dialogue: Dialogue, line: Line, active: Sends[]) {
    this.dialogue = dialogue;
    this.#active = active;
    this.#line = { text: line.text, source: line.source, keyword: 'Outcome' };
  }

  get stationIsTested(): boolean {
    return this.dialogue.sut === 'station';
  }

  stimulate(name: StimulusName, parameters: Record<string, unknown> = {}): Promise<void> {
    return stimulate(this.dialogue, name, parameters);
  }

  /**
   * Expects a message of the station; if the station is played, it sends it by itself.
   * @param noSooner how long after the last event of the dialogue it may come at the earliest
   * @param maybe a message that has come already and may be the one
   * @returns what came
   */
  async station(action: Action, cells: Cells, { noSooner, maybe }: { noSooner?: Expression; maybe?: FrameEntry | undefined } = {}) {
    if (!this.stationIsTested) return undefined;
    const sends = this.#sends('station', action, cells, 'eventually', noSooner);
    sends.from = this.dialogue.acted;
    if (maybe && sends.takes(maybe, action, payloadOf(maybe), this.dialogue)) sends.taken = maybe;
    await sends.expect(this.dialogue);
    return sends.taken;
  }

  /** Whether the last TransactionEvent about an EVSE that was looked at says that the EV there is in that state. */
  stationHasTold(chargingState: string, evseId: number): boolean {
    const { dialogue } = this;
    const { entries } = dialogue.environment.trace;
    const last = entries.findLast(
      (entry): entry is FrameEntry => isTransactionEvent(entry) && dialogue.isClaimed(entry) && !isElsewhere(entry, evseId, entries),
    );
    return last !== undefined && (payloadOf(last).transactionInfo as Payload | undefined)?.chargingState === chargingState;
  }

  /** Expects that the station has not sent such a message on the way, nor does so in the time that follows. @param since a position in the trace */
  async stationSendsNo(action: Action, why: string, seconds: number, since = this.dialogue.anchor): Promise<void> {
    const { dialogue } = this;
    if (!this.stationIsTested) return;
    dialogue.checks++;
    const find = () =>
      dialogue.environment.trace.entries
        .slice(since)
        .find(
          (entry) =>
            entry.kind === 'frame' &&
            entry.from === 'station' &&
            entry.decoded.frame?.type === 'CALL' &&
            entry.decoded.frame.action === action,
        );
    const sent = await dialogue.until(find, dialogue.environment.clock.now() + seconds * SECOND);
    if (sent)
      dialogue.unmet('message-forbidden', {
        expected: `${dialogue.sutName} sends no ${action}: ${why}`,
        actual: 'it sent one',
        entries: [sent],
      });
  }

  /** Has the CSMS send a request and, if the station is tested, expects it to reply with that status. */
  async csms(action: Action, cells: Cells, status: string, answer: Cells = {}): Promise<void> {
    await lookUp(this.dialogue, { ...this.#line, table: this.#raw(cells) });
    const request = this.#sends('csms', action, cells, 'next');
    this.#active.push(request);
    this.dialogue.acted = this.dialogue.environment.trace.entries.length;
    await new CsoSends(this.#line, request).run(this.dialogue);
    if (!this.stationIsTested) return;
    const reply = new Replies(this.#line, 'station', request, {
      result: replyRows({ ...this.#line, table: this.#raw(answer) }, request, status),
    });
    await reply.run(this.dialogue);
  }

  async connectors(which: string, statuses: string): Promise<void> {
    if (this.stationIsTested) await new Reports(this.#line, [], which, statuses).run(this.dialogue);
  }

  /** The same where the latest report may be from before the state. */
  async connectorIsOrBecomes({ evseId, connectorId }: ConnectorAddress, status: string): Promise<void> {
    const { dialogue } = this;
    const latest = latestReports(dialogue, 0).get(keyOf({ evseId, connectorId }));
    if (this.stationIsTested && latest?.status === status) dialogue.checks++;
    else await this.connectors(`connector ${connectorId} of EVSE ${evseId}`, status);
  }

  /** Lets a played station finish what it does and expects the CSMS to accept the tokens it saw on the way. */
  async settle(): Promise<void> {
    const { dialogue } = this;
    if (this.stationIsTested) return;
    const { clock, settings, trace, played } = dialogue.environment;
    await dialogue.until(() => undefined, clock.now() + settings.timeouts.operation * SECOND, played.idle());
    dialogue.expectAnswers();
    for (const entry of trace.entries.slice(dialogue.anchor)) {
      if (entry.kind !== 'frame' || entry.from !== 'csms' || !entry.answers || dialogue.isClaimed(entry)) continue;
      const request = entry.answers.decoded.frame;
      if (request?.type !== 'CALL' || payloadOf(entry.answers).idToken === undefined) continue;
      const asked = this.#sends('station', request.action as Action, {}, 'next');
      expectResult(dialogue, asked.action, replyRows(this.#line, asked, 'Accepted'), entry);
      dialogue.claim(entry);
    }
  }

  #sends(party: 'station' | 'csms', action: Action, cells: Cells, mode: Mode, noSooner?: Expression): Sends {
    return new Sends(this.#line, party, action, parseTable(this.#raw(cells), `${action}Request`), mode, noSooner);
  }

  #raw(cells: Cells): RawTable {
    return Object.entries(cells).flatMap(([path, cell]) =>
      cell === undefined ? [] : [{ cells: [path, cell], source: this.#line.source }],
    );
  }
}

const isTransactionEvent = (entry: Entry): entry is FrameEntry =>
  entry.kind === 'frame' &&
  entry.from === 'station' &&
  entry.decoded.frame?.type === 'CALL' &&
  entry.decoded.frame.action === 'TransactionEvent';

/** Whether the transaction of an event is at another EVSE: not every event says where. */
function isElsewhere(event: FrameEntry, evseId: number, entries: readonly Entry[]): boolean {
  const idOf = (entry: FrameEntry) => (payloadOf(entry).transactionInfo as Payload | undefined)?.transactionId;
  return entries.some((entry) => {
    if (!isTransactionEvent(entry) || idOf(entry) !== idOf(event)) return false;
    const { id } = (payloadOf(entry).evse ?? {}) as { id?: number };
    return id !== undefined && id !== evseId;
  });
}
