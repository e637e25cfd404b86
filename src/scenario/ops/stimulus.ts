import { STIMULI, type StimulusName, type StimulusParameters } from '../../stimuli/stimuli.ts';
import { SECOND } from '../../time/clock.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Carried, Occasion } from '../driver.ts';
import type { Line, Operation } from '../script.ts';
import { Inconclusive } from '../verdict.ts';

/** Something that people do: simulated at the played party, carried out by the driver at the system under test. */
export class Stimulus implements Operation {
  readonly line: Line;
  readonly name: StimulusName;
  readonly parameters: (dialogue: Dialogue) => StimulusParameters;
  readonly initiates = true;
  readonly needs: Operation['needs'];

  constructor(line: Line, name: StimulusName, parameters: Stimulus['parameters'] = () => ({}), needs?: Operation['needs']) {
    this.line = line;
    this.name = name;
    this.parameters = parameters;
    // A station is switched on to connect, so it need not be connected before.
    this.needs = needs ?? (name === 'power-cycle' ? 'running, to connect' : 'connection');
  }

  run(dialogue: Dialogue): Promise<void> {
    return stimulate(dialogue, this.name, this.parameters(dialogue), true);
  }
}

/** People are slower than wires: what was on its way has arrived before they act, or look. */
const REACTION = SECOND;

/**
 * Has a stimulus carried out and puts it into the trace.
 * @param initiates whether what came before it is no answer to it
 * @throws Inconclusive if nobody could or would do it
 */
export async function stimulate(dialogue: Dialogue, name: StimulusName, parameters: StimulusParameters, initiates = false): Promise<void> {
  // What people do at a CSMS, a played CSMS does because a line says so.
  if (dialogue.sut === 'station' && STIMULI[name].party !== 'station') return;
  const { outcome, note } = await carryOut(dialogue, name, parameters, initiates);
  if (outcome !== 'done' && goesUnnoticed(dialogue, name)) return;
  if (outcome === 'unsupported') throw new Inconclusive(`no driver can carry out the stimulus ${name}${note ? `: ${note}` : ''}`);
  if (outcome === 'skipped') throw new Inconclusive(`the stimulus ${name} was skipped${note ? `: ${note}` : ''}`);
  if (outcome === 'denied')
    dialogue.unmet('observation-denied', {
      expected: `${parameters.what} is shown as ${parameters.expected}`,
      actual: note ?? 'it is not',
    });
}

/** To drive into the bay and out of it means nothing to a station that does not see it, nor begins or ends transactions by it. */
function goesUnnoticed({ environment: { settings }, sessions }: Dialogue, name: StimulusName): boolean {
  const { startPoints, stopPoints } = sessions.at(settings.evseId);
  const bay = settings.parkingBaySensor || [...startPoints, ...stopPoints].includes('ParkingBayOccupancy');
  return (name === 'park' || name === 'leave') && !bay;
}

/** The same, whatever comes of it. */
export async function carryOut(
  dialogue: Dialogue,
  name: StimulusName,
  parameters: StimulusParameters,
  initiates = false,
): Promise<Carried> {
  const { driver, trace, sut, clock } = dialogue.environment;
  const played = STIMULI[name].party !== sut;
  await dialogue.until(() => undefined, dialogue.lastEventAt + REACTION);
  if (initiates) dialogue.mark();
  dialogue.lastEventAt = clock.now();
  const began = trace.entries.length;
  dialogue.acted = began;
  const carried = played
    ? await dialogue.flow(dialogue.station.stimulate(name, parameters)).then((): Carried => ({ outcome: 'done', carrier: 'played' }))
    : await dialogue.flow(driver.stimulate(name, parameters, occasionOf(dialogue)));
  dialogue.lastActAt = clock.now();
  const { outcome, carrier, note, dictated } = carried;
  const more = { ...(note ? { note } : {}), ...(dictated ? { dictatedFrom: began } : {}) };
  trace.append({ kind: 'stimulus', connection: 0, name, parameters, carrier, outcome, ...more });
  return carried;
}

/** What the stimulus is for: the case, and the line that is being played. */
function occasionOf({ caseName, environment: { trace } }: Dialogue): Occasion {
  const line = trace.entries.findLast(({ kind }) => kind === 'step');
  return { case: caseName, why: line?.kind === 'step' ? line.text : '' };
}

/** EVSE and connector of a stimulus, the configured ones unless the line names an EVSE. */
export function place({ environment: { settings } }: Dialogue, evseId = settings.evseId): { evseId: number; connectorId: number } {
  const evse = settings.evses.find(({ id }) => id === evseId);
  if (!evse) throw new Inconclusive(`the system under test has no EVSE ${evseId}`);
  return { evseId, connectorId: evseId === settings.evseId ? settings.connectorId : (evse.connectors[0] ?? 1) };
}
