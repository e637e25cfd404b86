import { SECOND } from '../../time/clock.ts';
import { type Attempt, expectFacts, type FactRow, isAttempt } from '../attempts.ts';
import type { Dialogue } from '../dialogue.ts';
import { type Expression, milliseconds } from '../expression.ts';
import { valueFor } from '../matcher.ts';
import { expectPatience } from '../pace.ts';
import type { Line, Operation } from '../script.ts';
import type { Receives } from './receives.ts';

export interface ConnectsOptions {
  rows?: readonly FactRow[];
  noSooner?: Expression;
  /** The endpoint of the CSMS that is to be tried, if that matters. */
  endpoint?: 'first' | 'second';
}

/** `the station connects`: an attempt, with facts of its opening handshake. */
export class Connects implements Operation {
  readonly line: Line;
  readonly options: ConnectsOptions;
  readonly needs = 'running, to connect';
  readonly initiates: boolean;
  /** What becomes of it, if the scenario says. */
  reception: Receives | undefined;
  taken: Attempt | undefined;

  constructor(line: Line, options: ConnectsOptions = {}) {
    this.line = line;
    this.options = options;
    this.initiates = line.keyword === 'Action';
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (dialogue.sut === 'station') await this.#expect(dialogue);
    else await this.#perform(dialogue);
  }

  async #perform(dialogue: Dialogue): Promise<void> {
    // An empty value takes away what the station would say by itself; a cell that names none leaves it.
    const overrides = (this.options.rows ?? []).flatMap(({ label, cell }) => {
      const wanted = valueFor(cell.matcher, dialogue.scope);
      return 'value' in wanted ? [[label, wanted.value]] : [];
    });
    await dialogue.flow(dialogue.station.attemptConnection(Object.fromEntries(overrides)));
    this.taken = this.#next(dialogue);
    if (this.taken) dialogue.claim(this.taken);
  }

  async #expect(dialogue: Dialogue): Promise<void> {
    const { noSooner, rows = [], endpoint } = this.options;
    const begin = dialogue.lastEventAt;
    const earliest = noSooner ? milliseconds(noSooner, dialogue.scope) : 0;
    const { clock, settings } = dialogue.environment;
    dialogue.checks++;
    this.taken = await dialogue.until(() => this.#next(dialogue), begin + earliest + settings.timeouts.operation * SECOND);
    if (!this.taken)
      dialogue.unmet('connection-missing', {
        expected: 'the station connects',
        actual: `it made no attempt within ${Math.round((clock.now() - begin) / SECOND)} s`,
      });
    dialogue.claim(this.taken);
    expectPatience(dialogue, 'connection-early', 'an attempt', this.taken, begin, earliest);
    if (endpoint !== undefined && (this.taken.endpoint ?? 'first') !== endpoint)
      dialogue.unmet('connection-content', {
        expected: `the station connects to the ${endpoint} CSMS`,
        actual: 'it connects to the other one',
        entries: [this.taken],
      });
    expectFacts(dialogue, rows, this.taken);
  }

  #next(dialogue: Dialogue): Attempt | undefined {
    if (this.taken) return this.taken;
    for (const entry of dialogue.unclaimed()) if (isAttempt(entry)) return entry;
    return undefined;
  }
}
