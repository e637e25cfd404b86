import type { Action } from '../../ocpp/action.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Line, Operation } from '../script.ts';
import { fill, type Row } from '../table.ts';
import type { Sends } from './sends.ts';
import { stimulate } from './stimulus.ts';

/** `the CSO has the CSMS send {message}`: an operator asks the CSMS under test for it; a played CSMS just sends it. */
export class CsoSends implements Operation {
  readonly line: Line;
  readonly messages: readonly [Sends];
  readonly initiates = true;
  readonly needs = 'connection';

  constructor(line: Line, sends: Sends) {
    this.line = line;
    this.messages = [sends];
    sends.asked = true;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const [sends] = this.messages;
    if (dialogue.sut === 'station') return sends.perform(dialogue);
    const payload = fill(sends.rows, {}, dialogue.scope);
    const letGo = holdUntilAnswered(dialogue, sends);
    try {
      await stimulate(dialogue, 'send', { action: sends.action, payload }, true);
      await sends.expect(dialogue);
    } finally {
      if (!sends.taken) letGo();
    }
  }
}

/**
 * Keeps a station at what it is doing until it has answered such a request: an operator may take longer than the upload
 * that the message is to cancel.
 * @returns what lets go of it without an answer
 */
function holdUntilAnswered({ station, environment: { trace } }: Dialogue, { action }: Sends): () => void {
  const release = station.hold();
  const unwatch = trace.watch((entry) => {
    if (entry.kind !== 'frame' || entry.answers?.action !== action) return;
    unwatch();
    // What the station does because of the request comes first.
    setImmediate(release);
  });
  return () => {
    unwatch();
    release();
  };
}

/** `the CSO asks the CSMS for {message}`: what the CSMS makes of it is for the lines below. */
export class CsoAsks implements Operation {
  readonly line: Line;
  readonly action: Action;
  readonly rows: readonly Row[];
  readonly initiates = true;
  readonly needs = 'connection';

  constructor(line: Line, action: Action, rows: readonly Row[]) {
    this.line = line;
    this.action = action;
    this.rows = rows;
  }

  async run(dialogue: Dialogue): Promise<void> {
    await stimulate(dialogue, 'send', { action: this.action, payload: fill(this.rows, {}, dialogue.scope) }, true);
  }
}
