import { defaultEndpoint } from '../csms/config.ts';
import { Csms, type CsmsWatcher } from '../csms/csms.ts';
import { type Clock, SECOND, type Timer, wait } from '../time/clock.ts';
import { type ExternalOptions, NoContact, startDriver } from './external.ts';
import { causeOf } from './refusal-cause.ts';
import { csmsConfig, serverTls } from './simulators.ts';

export interface ListenAddress {
  host: string;
  port: number;
}

/** Hears of the simulated CSMS, once it listens, and of what happens to its connections. */
export interface Receptionist extends CsmsWatcher {
  listening(csms: Csms): void;
}

/**
 * Lets a simulated CSMS listen for a station under test, and waits for it to be registered.
 * @throws NoContact; an error with code EADDRINUSE if a port is taken
 */
export async function receive(
  options: ExternalOptions,
  { host, port }: ListenAddress,
  clock: Clock,
  { listening, ...watcher }: Receptionist,
): Promise<void> {
  const { config, pki: source, password, tell, signal } = options;
  const pki = await source();
  const { identity, securityProfile, publicHost, timeouts } = config;
  const tls = securityProfile > 1 ? { tls: serverTls(pki, config) } : {};
  const endpoint = (at: number) =>
    defaultEndpoint({ host, port: at, securityProfile, ...tls, ...(publicHost ? { advertisedHost: publicHost } : {}) });
  const csms = new Csms({
    config: csmsConfig(config, { endpoints: [endpoint(port), endpoint(config.secondPort ?? 0)], password, pki }),
    clock,
  });
  const refusals: string[] = [];
  csms.watch(watcher);
  csms.watch({ refused: (refusal) => refusals.push(causeOf(refusal)) });
  await csms.listen();
  listening(csms);
  await startDriver(options);
  tell(`waiting up to ${timeouts.boot} s for station ${identity} at ${csms.endpoints[0]?.url}/${identity}`);
  const stop = welcomeBack(csms, identity, clock, timeouts.message * SECOND);
  await untilAccepted(csms, identity, clock, timeouts.boot * SECOND, signal);
  stop();
  if (registered(csms, identity) || signal?.aborted) return;
  const refused = refusals.at(-1);
  throw new NoContact(
    `station ${identity} was not connected and registered within ${timeouts.boot} s${refused ? `; a connection was refused: ${refused}` : ''}`,
  );
}

/** Takes a station for accepted that connects and does not boot: it was accepted before, and has only lost its connection (B04). */
function welcomeBack(csms: Csms, identity: string, clock: Clock, patience: number): () => void {
  let timer: Timer | undefined;
  const stopWatching = csms.watch({
    linked: (link) => {
      timer?.cancel();
      timer = clock.after(patience, () => {
        if (link.open && csms.show('registration', identity) === undefined) csms.takeForAccepted(identity);
      });
    },
  });
  return () => {
    stopWatching();
    timer?.cancel();
  };
}

export const registered = (csms: Csms, identity: string): boolean =>
  csms.show('registration', identity) === 'Accepted' && csms.show('connection', identity) === 'connected';

/** How often, in milliseconds, to look whether the station is there. */
const GLANCE = 50;

export async function untilAccepted(csms: Csms, identity: string, clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  const end = clock.now() + ms;
  while (!registered(csms, identity) && clock.now() < end && !signal?.aborted) await wait(clock, GLANCE, signal);
}
