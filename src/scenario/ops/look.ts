import type { MessageInfoType } from '../../ocpp/generated/messages.ts';
import type { Dialogue } from '../dialogue.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { Inconclusive } from '../verdict.ts';
import { carryOut } from './stimulus.ts';

/**
 * `the EV driver sees the message`: somebody looks at the display of the station under test. Where nobody can or will
 * look, the case goes on: its messages can be judged all the same, and the trace says that nobody looked.
 */
export class Look implements Operation {
  readonly line: Line;
  readonly initiates = false;
  readonly needs = 'connection';
  readonly #name: string;
  readonly #expected: 'shown' | 'not shown';

  /** @param name what the text of the message is called in scenarios */
  constructor(line: Line, name: string, expected: 'shown' | 'not shown') {
    this.line = line;
    this.#name = name;
    this.#expected = expected;
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (dialogue.sut !== 'station') return;
    const content = String(dialogue.scope.configured(this.#name));
    const { clock } = dialogue.environment;
    const asked = clock.now();
    const { outcome, note } = await carryOut(dialogue, 'look', { content, expected: this.#expected });
    if (outcome === 'unsupported' || outcome === 'skipped') return;
    dialogue.checks++;
    if (outcome !== 'denied') return;
    if (turnsBetween(dialogue, asked, clock.now()))
      throw new Inconclusive('a message began or ceased to be displayed before somebody had looked; display.delay may be too short');
    dialogue.unmet('observation-denied', { expected: `"${content}" is ${this.#expected} on the display`, actual: note ?? 'it is not so' });
  }
}

/** Whether the time of a message begins or ends between two instants. */
function turnsBetween({ environment: { trace } }: Dialogue, from: number, to: number): boolean {
  return trace.entries.some((entry) => {
    if (entry.kind !== 'frame' || entry.decoded.frame?.type !== 'CALL' || entry.decoded.frame.action !== 'SetDisplayMessage') return false;
    const { startDateTime, endDateTime } = payloadOf(entry).message as MessageInfoType;
    return [startDateTime, endDateTime].some((time) => time !== undefined && Date.parse(time) >= from && Date.parse(time) <= to);
  });
}
