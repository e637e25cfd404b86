import type { Dialogue } from '../dialogue.ts';
import { nearest } from '../nearest.ts';
import { type Line, type Operation, tableOf } from '../script.ts';
import type { StateOptions } from '../states/charging.ts';
import { Passage } from '../states/expect.ts';
import { STATES } from '../states/index.ts';
import { Session } from '../states/session.ts';
import { FeatureError } from '../table.ts';
import type { Sends } from './sends.ts';

/** `the station is | becomes {state}`: brings it into a reusable state, checking what has to happen on the way. */
export class Becomes implements Operation {
  readonly line: Line;
  readonly state: string;
  readonly evses: 'usual' | 'every' | number;
  readonly by: StateOptions['by'];
  readonly initiates = true;
  readonly needs: Operation['needs'];
  /** What the played party sends on the way. */
  readonly messages: Sends[] = [];
  readonly #parameters: Record<string, string>;

  constructor(line: Line, phrase: string, evses: Becomes['evses'] = 'usual') {
    const [, state = '', by] = /^(.*?)(?: (locally|remotely))?$/.exec(phrase) ?? [];
    if (!STATES[state]) throw new FeatureError(line.source, `"${state}" is not a state${nearest(state, Object.keys(STATES))}`);
    this.line = line;
    this.state = state;
    this.evses = evses;
    this.by = by === 'locally' ? 'local' : by === 'remotely' ? 'remote' : undefined;
    this.needs = state === 'Booted' ? 'running, to connect' : 'connection';
    this.#parameters = parametersOf(line);
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { settings } = dialogue.environment;
    const passage = new Passage(dialogue, this.line, this.messages);
    const evses = this.evses === 'every' ? settings.evses.map(({ id }) => id) : [this.evses === 'usual' ? undefined : this.evses];
    for (const evseId of evses) {
      const session = sessionAt(dialogue, evseId ?? settings.evseId);
      await STATES[this.state]?.(passage, session, { evseId, by: this.by, parameters: this.#parameters });
    }
  }
}

const sessions = new WeakMap<Dialogue, Map<number, Session>>();

/** How far the session at an EVSE has come in this scenario. */
function sessionAt(dialogue: Dialogue, evseId: number): Session {
  const all = sessions.get(dialogue) ?? new Map<number, Session>();
  sessions.set(dialogue, all);
  const session = all.get(evseId) ?? new Session(dialogue.environment.settings);
  all.set(evseId, session);
  return session;
}

/** The table of a state names what it is to use, in words of its own: `| idToken | <second valid idToken> |`. */
const parametersOf = (line: Line): Record<string, string> =>
  Object.fromEntries(
    tableOf(line).map(({ cells: [name, text], source }) => {
      if (!name || !text) throw new FeatureError(source, 'a row of a state is | what | value |');
      return [name, text];
    }),
  );
