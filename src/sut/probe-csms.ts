import type { Payload } from '../ocpp/frame.ts';
import { answersTo, requestsByCsms, upgradeIn } from '../plan/probe/from-trace.ts';
import { nothingSeen, type Observation } from '../plan/probe/observation.ts';
import { Station } from '../station/station.ts';
import { SECOND, wait } from '../time/clock.ts';
import { RealClock } from '../time/real-clock.ts';
import { Trace } from '../trace/trace.ts';
import { TOKEN_NAMES } from './config.ts';
import { type ExternalOptions, NoContact } from './external.ts';
import { ExternalCsmsHost } from './external-csms.ts';
import { answerOf } from './probe-station.ts';
import { Recording } from './recording.ts';
import { ON_THE_WALL, stationConfig } from './simulators.ts';

/** Seconds in which a CSMS that wants something of a station that has just booted may ask for it. */
const CURIOSITY = 2;

/** Lets a simulated station boot, beat and ask about the configured tokens, and hears what the CSMS wants by itself. @throws NoContact */
export async function probeCsms(options: ExternalOptions, url: string): Promise<Observation> {
  await new ExternalCsmsHost(options, url).start();
  const { config, password, pki, signal } = options;
  const clock = new RealClock();
  const trace = new Trace(() => clock.now());
  const recording = new Recording('station', trace);
  const { securityProfile, timeouts } = config;
  const choices = { url, securityProfile, password, traits: {}, pki: await pki(), durations: ON_THE_WALL };
  const station = new Station({ config: stationConfig(config, choices), clock });
  // What is not waited for any more must not keep the process alive.
  const over = new AbortController();
  const patience = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  station.watch({ linked: (link) => recording.linked(link, 'first') });
  try {
    station.powerOn();
    await Promise.race([station.idle(), wait(clock, timeouts.boot * SECOND, patience)]);
    const { entries } = trace;
    const boot = answersTo(entries, 'csms', 'BootNotification').at(-1);
    if (signal?.aborted) throw new NoContact('interrupted before everything was asked');
    if (!boot) throw new NoContact(`the CSMS did not answer BootNotification within ${timeouts.boot} s`);
    const answers = boot.status === 'Accepted' ? await ask(station, options) : {};
    await wait(clock, CURIOSITY * SECOND, signal);
    const upgrade = upgradeIn(entries);
    return { ...nothingSeen('csms'), boot, answers, requests: requestsByCsms(entries), ...(upgrade ? { upgrade } : {}) };
  } finally {
    over.abort();
    station.powerOff();
  }
}

/** The answers to a Heartbeat, and to Authorize for every configured token, by its type; one that is accepted counts. */
async function ask(station: Station, { config }: ExternalOptions): Promise<Record<string, string>> {
  const answers: Record<string, string> = { Heartbeat: answerOf(await station.send('Heartbeat')) };
  for (const name of TOKEN_NAMES) {
    const outcome = await station.send('Authorize', { idToken: { ...config.tokens[name] } });
    const request = `Authorize ${config.tokens[name].type}`;
    if (answers[request] !== 'Accepted')
      answers[request] = outcome.kind === 'result' ? tokenStatus(outcome.payload as Payload) : answerOf(outcome);
  }
  return answers;
}

const tokenStatus = ({ idTokenInfo }: Payload): string => String((idTokenInfo as { status?: unknown }).status);
