import type { Dialogue } from '../dialogue.ts';
import { type Expression, milliseconds } from '../expression.ts';
import type { Line, Operation } from '../script.ts';

/** `{duration} pass`. */
export class Passes implements Operation {
  readonly line: Line;
  readonly duration: Expression;
  readonly initiates = true;
  readonly needs = 'connection';

  constructor(line: Line, duration: Expression) {
    this.line = line;
    this.duration = duration;
  }

  async run(dialogue: Dialogue): Promise<void> {
    await dialogue.until(() => undefined, dialogue.environment.clock.now() + milliseconds(this.duration, dialogue.scope));
  }
}
