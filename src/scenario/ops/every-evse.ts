import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import { SECOND } from '../../time/clock.ts';
import type { Dialogue } from '../dialogue.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError, fill, parseTable, type Row } from '../table.ts';
import { Inconclusive } from '../verdict.ts';
import { Sends } from './sends.ts';

/** The messages that name an EVSE, with the field that does. */
const FIELD: { readonly [A in Action]?: string } = { MeterValues: 'evseId', TransactionEvent: 'evse.id' };

/** `the station sends {message} for every EVSE`: one message about each, in any order, and each as the table says. */
export class SendsForEveryEvse implements Operation {
  readonly line: Line;
  readonly action: Action;
  readonly rows: readonly Row[];
  readonly initiates = false;
  readonly needs = 'connection';
  readonly #field: string;

  constructor(line: Line, action: Action, rows: readonly Row[]) {
    const field = FIELD[action];
    if (!field) throw new FeatureError(line.source, `${action} is not about an EVSE; ${Object.keys(FIELD).join(' and ')} are`);
    this.line = line;
    this.action = action;
    this.rows = rows;
    this.#field = field;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const evses = dialogue.environment.settings.evses.map(({ id }) => id);
    if (dialogue.sut === 'station') for (const evse of evses) await this.#expect(dialogue, evse);
    else await this.#perform(dialogue, evses);
  }

  /** A message need not say where its transaction is if an earlier one has. */
  #expect(dialogue: Dialogue, evse: number): Promise<void> {
    const transaction = this.action === 'TransactionEvent' ? transactionAt(dialogue, evse) : undefined;
    const address = transaction === undefined ? [this.#field, `${evse}`] : ['transactionInfo.transactionId', `"${transaction}"`];
    const table = parseTable([{ cells: address, source: this.line.source }], `${this.action}Request`);
    return new Sends(this.line, 'station', this.action, [...table, ...this.rows], 'eventually').expect(dialogue);
  }

  /** Sends what the simulator does not send by itself. */
  async #perform(dialogue: Dialogue, evses: readonly number[]): Promise<void> {
    const { played, clock, settings, trace } = dialogue.environment;
    await dialogue.until(() => undefined, clock.now() + settings.timeouts.operation * SECOND, played.idle());
    const sent = trace.entries.slice(dialogue.anchor).flatMap((entry) => {
      const isOne = entry.kind === 'frame' && entry.decoded.frame?.type === 'CALL' && entry.decoded.frame.action === this.action;
      return isOne && entry.from === 'station' ? [evseIn(payloadOf(entry))] : [];
    });
    for (const evse of evses.filter((id) => !sent.includes(id))) {
      const address = this.action === 'MeterValues' ? { evseId: evse } : { evse: { id: evse } };
      const { kind } = await dialogue.flow(played.send(this.action, fill(this.rows, address, dialogue.scope)));
      if (kind === 'closed') throw new Inconclusive(`there is no connection over which to send ${this.action}`);
    }
    dialogue.expectAnswers();
  }
}

const evseIn = ({ evseId, evse }: Payload): unknown => evseId ?? (evse as { id?: unknown } | undefined)?.id;

/** The latest transaction that the station has placed at this EVSE. */
function transactionAt({ environment: { trace } }: Dialogue, evse: number): string | undefined {
  for (const entry of trace.entries.toReversed()) {
    if (entry.kind !== 'frame' || entry.from !== 'station') continue;
    const payload = payloadOf(entry);
    const { transactionId } = (payload.transactionInfo ?? {}) as { transactionId?: string };
    if (transactionId !== undefined && evseIn(payload) === evse) return transactionId;
  }
  return undefined;
}
