import type { Dialogue } from '../dialogue.ts';
import { type Matcher, matches, parseCell } from '../matcher.ts';
import type { Line, Operation } from '../script.ts';
import { at, FeatureError } from '../table.ts';

/** `the scenario ends if {condition}`: where the specification leaves a party a way out, nothing more can be looked at. */
export class EndsIf implements Operation {
  readonly line: Line;
  readonly initiates = false;
  readonly needs = 'nothing';
  readonly #condition: { name: string; matcher: Matcher } | 'not connected';

  constructor(line: Line, text: string) {
    const [, name, cell] = /^\$(\w+) is (.+)$/.exec(text) ?? [];
    if (!(name && cell) && text !== 'the station is not connected')
      throw new FeatureError(line.source, `"${text}" is not a condition: say "$name is ..." or "the station is not connected"`);
    this.line = line;
    this.#condition = name && cell ? { name, matcher: at(line.source, () => parseCell(cell).matcher) } : 'not connected';
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { scope, environment } = dialogue;
    dialogue.ended =
      this.#condition === 'not connected'
        ? !environment.played.connected
        : matches(this.#condition.matcher, scope.remembered(this.#condition.name), scope);
  }
}
