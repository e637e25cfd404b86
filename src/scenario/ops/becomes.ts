import type { Dialogue } from '../dialogue.ts';
import { nearest } from '../nearest.ts';
import type { Line, Operation } from '../script.ts';
import type { StateOptions } from '../states/charging.ts';
import { Passage } from '../states/expect.ts';
import { STATES } from '../states/index.ts';
import { linesOfState, writtenStates } from '../states/library.ts';
import { rememberTransaction } from '../states/remember-transaction.ts';
import { FeatureError } from '../table.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Evses, evseIds, parametersOf } from './evses.ts';
import { InStateOnEvses } from './in-state-on-evses.ts';
import type { Sends } from './sends.ts';

/**
 * The operations that bring the station into a reusable state: those of a state that is written in the vocabulary, or
 * one that knows how transactions begin and end.
 * @throws FeatureError for a state that is not known
 */
export function toState(
  line: Line,
  before: readonly Operation[],
  phrase: string,
  evseId: Evses,
  vocabulary: Vocabulary,
): readonly Operation[] {
  const [, name = '', by] = /^(.*?)(?: (locally|remotely))?$/.exec(phrase) ?? [];
  if (STATES[name]) return [new Becomes(line, name, evseId, by === 'locally' ? 'local' : by === 'remotely' ? 'remote' : undefined)];
  const written = writtenStates();
  const state = written.get(name);
  if (!state) throw new FeatureError(line.source, `"${name}" is not a state${nearest(name, [...Object.keys(STATES), ...written.keys()])}`);
  if (by !== undefined) throw new FeatureError(line.source, `${name} is not a state of a transaction`);
  if (evseId !== undefined) return [new InStateOnEvses(line, before, state, evseId, vocabulary)];
  const operations: Operation[] = [];
  for (const inner of linesOfState(state, parametersOf(line), line.source))
    operations.push(...vocabulary.read(inner, [...before, ...operations]));
  return operations;
}

/** `the station is | becomes {state}`: brings it into a state of a transaction, checking what has to happen on the way. */
export class Becomes implements Operation {
  readonly line: Line;
  readonly state: string;
  readonly evseId: Evses;
  readonly by: StateOptions['by'];
  readonly initiates = true;
  readonly needs = 'connection';
  readonly composite = true;
  /** What the played party sends on the way. */
  readonly messages: Sends[] = [];
  readonly #parameters: Record<string, string>;

  constructor(line: Line, state: string, evseId: Evses, by: StateOptions['by']) {
    this.line = line;
    this.state = state;
    this.evseId = evseId;
    this.by = by;
    this.#parameters = parametersOf(line);
  }

  async run(dialogue: Dialogue): Promise<void> {
    for (const id of evseIds(dialogue, this.evseId)) await this.#at(dialogue, id);
  }

  async #at(dialogue: Dialogue, evseId: number | undefined): Promise<void> {
    const { settings, trace } = dialogue.environment;
    const passage = new Passage(dialogue, this.line, this.messages);
    const { by } = this;
    dialogue.sessions.catchUp(trace.entries);
    const session = dialogue.sessions.at(evseId ?? settings.evseId);
    await STATES[this.state]?.(passage, session, { evseId, by, parameters: this.#parameters });
    dialogue.sessions.skip(trace.entries);
    rememberTransaction(dialogue, evseId);
  }
}
