import type { Dialogue } from '../dialogue.ts';
import { lookUp } from '../lookups.ts';
import type { Line, Operation } from '../script.ts';
import { linesOfState, type WrittenState } from '../states/library.ts';
import { FeatureError } from '../table.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Evses, evseIds, parametersOf } from './evses.ts';
import { Sends } from './sends.ts';

/** `the station is | becomes {state} on {evses}` for a state that is written in the vocabulary and has the parameter `evseId`. */
export class InStateOnEvses implements Operation {
  readonly line: Line;
  readonly initiates = true;
  readonly needs = 'connection';
  /** What the parties send on the way. */
  readonly messages: Sends[] = [];
  readonly #before: readonly Operation[];
  readonly #state: WrittenState;
  readonly #evses: Evses;
  readonly #vocabulary: Vocabulary;

  constructor(line: Line, before: readonly Operation[], state: WrittenState, evses: Evses, vocabulary: Vocabulary) {
    if (!state.defaults.has('evseId'))
      throw new FeatureError(line.source, `${state.scenario.name} has no parameter evseId to be used on an EVSE`);
    this.line = line;
    this.#before = before;
    this.#state = state;
    this.#evses = evses;
    this.#vocabulary = vocabulary;
    // What is wrong with the table has to be told before anything is sent.
    linesOfState(state, parametersOf(line), line.source);
  }

  async run(dialogue: Dialogue): Promise<void> {
    for (const evseId of evseIds(dialogue, this.#evses)) await this.#at(dialogue, Number(evseId));
  }

  async #at(dialogue: Dialogue, evseId: number): Promise<void> {
    const connectors = this.#state.defaults.has('connectors') ? { connectors: `every connector of EVSE ${evseId}` } : {};
    const chosen = Object.entries(parametersOf(this.line)).map(([name, text]) => [name, text.replaceAll('<evseId>', String(evseId))]);
    const parameters = { ...connectors, ...Object.fromEntries(chosen), evseId: String(evseId) };
    const operations: Operation[] = [];
    for (const line of linesOfState(this.#state, parameters, this.line.source))
      operations.push(...this.#vocabulary.read(line, [...this.#before, ...operations]));
    for (const operation of operations) {
      this.messages.push(...Sends.in(operation));
      await lookUp(dialogue, operation.line);
      if (operation.initiates) {
        await dialogue.flow(dialogue.gate.settled());
        dialogue.mark();
      }
      await operation.run(dialogue);
    }
  }
}
