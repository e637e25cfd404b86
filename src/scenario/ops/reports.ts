import { SECOND } from '../../time/clock.ts';
import { type ConnectorAddress, everyConnector, keyOf, latestReports, nameOf } from '../connectors.ts';
import type { Dialogue } from '../dialogue.ts';
import { evidenceOf, heard } from '../evidence.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';
import { Inconclusive } from '../verdict.ts';
import { place } from './stimulus.ts';

type Selection = (dialogue: Dialogue, others: readonly ConnectorAddress[]) => ConnectorAddress[];

/** The phrases for connectors that a sentence may use. */
export function connectorSelection(line: Line, phrase: string): Selection {
  const [, one, evse] = /^connector (\d+) of EVSE (\d+)$/.exec(phrase) ?? [];
  if (one && evse) return () => [{ evseId: Number(evse), connectorId: Number(one) }];
  const [, all] = /^every connector of EVSE (\d+)$/.exec(phrase) ?? [];
  if (all) return (dialogue) => everyConnector(dialogue).filter(({ evseId }) => evseId === Number(all));
  const selection = SELECTIONS[phrase];
  if (!selection)
    throw new FeatureError(
      line.source,
      `"${phrase}" names no connectors; use ${Object.keys(SELECTIONS).join(', ')}, every connector of EVSE 2 or connector 1 of EVSE 2`,
    );
  return selection;
}

const SELECTIONS: Record<string, Selection> = {
  'every connector': (dialogue) => everyConnector(dialogue),
  'every other connector': (dialogue, others) =>
    everyConnector(dialogue).filter((one) => !others.some((other) => keyOf(other) === keyOf(one))),
  'the connector': (dialogue) => [place(dialogue)],
  'every connector of the EVSE': (dialogue) => ofEvse(dialogue),
  'the other connectors of the EVSE': (dialogue) =>
    ofEvse(dialogue).filter(({ connectorId }) => connectorId !== place(dialogue).connectorId),
  'every connector of the other EVSEs': (dialogue) => everyConnector(dialogue).filter(({ evseId }) => evseId !== place(dialogue).evseId),
};

const ofEvse = (dialogue: Dialogue) => everyConnector(dialogue).filter(({ evseId }) => evseId === place(dialogue).evseId);

/**
 * `the station reports {connectors} as {status}`: the latest report on each of them since something was last set in
 * motion has one of the statuses. Either message of the specification will do, in any order.
 */
export class Reports implements Operation {
  readonly line: Line;
  readonly initiates = false;
  readonly needs = 'connection';
  readonly #select: Selection;
  readonly #statuses: readonly string[];
  readonly #before: readonly Operation[];

  constructor(line: Line, before: readonly Operation[], connectors: string, statuses: string) {
    this.line = line;
    this.#before = before;
    this.#select = connectorSelection(line, connectors);
    this.#statuses = statuses.split(' or ');
  }

  connectors(dialogue: Dialogue): ConnectorAddress[] {
    const since = this.#before.slice(this.#before.findLastIndex(({ initiates }) => initiates) + 1);
    const others = since.filter((operation): operation is Reports => operation instanceof Reports);
    return this.#select(
      dialogue,
      others.flatMap((other) => (other === this ? [] : other.connectors(dialogue))),
    );
  }

  async run(dialogue: Dialogue): Promise<void> {
    const connectors = this.connectors(dialogue);
    if (dialogue.sut !== 'station') return this.#perform(dialogue, connectors);
    const { clock, settings, played } = dialogue.environment;
    const missing = () =>
      connectors.filter((connector) => !this.#statuses.includes(latestReports(dialogue).get(keyOf(connector))?.status ?? ''));
    dialogue.checks += connectors.length;
    const reported = () => (missing().length === 0 ? true : undefined);
    await dialogue.until(reported, clock.now() + settings.timeouts.message * SECOND);
    // A station that is restarting, because a reset was waiting for just this, says nothing until it is back.
    if (!reported() && !played.connected) {
      await dialogue.until(() => reported() ?? (played.connected || undefined), clock.now() + settings.timeouts.boot * SECOND);
      await dialogue.until(reported, clock.now() + settings.timeouts.message * SECOND);
    }
    for (const connector of missing()) this.#complain(dialogue, connector);
    if (missing().length > 0) dialogue.stop();
    for (const { entry } of latestReports(dialogue).values()) dialogue.claim(entry);
  }

  #complain(dialogue: Dialogue, connector: ConnectorAddress): void {
    const expected = `the station reports ${nameOf(connector)} as ${this.#statuses.join(' or ')}`;
    const report = latestReports(dialogue).get(keyOf(connector));
    if (report) dialogue.complain('message-content', { expected, actual: `it reports it as ${report.status}`, entries: [report.entry] });
    else dialogue.complain('message-missing', { expected, actual: heard(dialogue, 'station'), entries: evidenceOf(dialogue, 'station') });
  }

  /** Reports by StatusNotification whatever the simulator does not report by itself, and expects the CSMS to take it. */
  async #perform(dialogue: Dialogue, connectors: ConnectorAddress[]): Promise<void> {
    const { played, clock, settings } = dialogue.environment;
    await dialogue.until(() => undefined, clock.now() + settings.timeouts.operation * SECOND, played.idle());
    const [connectorStatus = ''] = this.#statuses;
    for (const { evseId, connectorId } of connectors) {
      if (this.#statuses.includes(latestReports(dialogue).get(`${evseId}.${connectorId}`)?.status ?? '')) continue;
      const { kind } = await dialogue.flow(played.send('StatusNotification', { evseId, connectorId, connectorStatus }));
      if (kind === 'closed') throw new Inconclusive('there is no connection over which to report the status of a connector');
    }
    dialogue.expectAnswers();
  }
}
