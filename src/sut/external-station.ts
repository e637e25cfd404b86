import { defaultEndpoint } from '../csms/config.ts';
import { Csms } from '../csms/csms.ts';
import { knownCases } from '../ocpp/case-catalogue.ts';
import type { CredentialName } from '../pki/credentials.ts';
import { ruledOutBy } from '../plan/applicability.ts';
import type { Driver } from '../scenario/driver.ts';
import type { Environment } from '../scenario/environment.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import { type Clock, SECOND, wait } from '../time/clock.ts';
import { RealClock } from '../time/real-clock.ts';
import { Trace } from '../trace/trace.ts';
import { CaseBase } from './case-base.ts';
import { settingsOf } from './config.ts';
import { type ExternalOptions, NoContact } from './external.ts';
import { CsmsPlayer } from './played-csms.ts';
import { endpointName, Recording } from './recording.ts';
import { csmsConfig, serverTls } from './simulators.ts';

export interface ListenAddress {
  host: string;
  port: number;
}

/** A station under test somewhere else, which connects to a simulated CSMS that lives as long as the run. */
export class ExternalStationHost {
  readonly role = 'station';
  readonly #options: ExternalOptions;
  readonly #address: ListenAddress;
  readonly #clock: Clock = new RealClock();
  readonly #recording = new Recording('csms');
  readonly #crashes: unknown[] = [];
  #csms: Csms | undefined;

  constructor(options: ExternalOptions, address: ListenAddress) {
    this.#options = options;
    this.#address = address;
  }

  /** Listens, and waits for the station. @throws NoContact; an error with code EADDRINUSE if a port is taken */
  async start(): Promise<void> {
    const { config, pki: source, password, tell, signal } = this.#options;
    const pki = await source();
    const { host, port } = this.#address;
    const { securityProfile, publicHost } = config;
    const tls = securityProfile > 1 ? { tls: serverTls(pki, 'csms-server') } : {};
    const endpoint = (at: number) =>
      defaultEndpoint({ host, port: at, securityProfile, ...tls, ...(publicHost ? { advertisedHost: publicHost } : {}) });
    const csms = new Csms({
      config: csmsConfig(config, { endpoints: [endpoint(port), endpoint(config.secondPort ?? 0)], password, pki }),
      clock: this.#clock,
    });
    const refusals: string[] = [];
    csms.watch({
      linked: (link, index) => this.#recording.linked(link, endpointName(index)),
      refused: (refusal, index) => {
        refusals.push(refusal.reason);
        this.#recording.refused(refusal, endpointName(index));
      },
      crashed: (error) => this.#crashes.push(error),
    });
    await csms.listen();
    this.#csms = csms;
    const { boot } = config.timeouts;
    tell(`waiting up to ${boot} s for station ${config.identity} at ${csms.endpoints[0]?.url}/${config.identity}`);
    await untilAccepted(csms, config.identity, this.#clock, boot * SECOND, signal);
    if (registered(csms, config.identity) || signal?.aborted) return;
    const [refused] = refusals;
    throw new NoContact(
      `station ${config.identity} was not connected and registered within ${boot} s${refused ? `; a connection was refused: ${refused}` : ''}`,
    );
  }

  notApplicable({ id }: CasePlan): string | undefined {
    const known = knownCases().get(id);
    const { config, profiles } = this.#options;
    return known && ruledOutBy(known, (name) => config.features[name], profiles);
  }

  environmentFor(): Environment {
    if (!this.#csms) throw new Error('the host has not been started');
    return new ExternalStationCase(this.#options, this.#csms, this.#clock, this.#recording, this.#crashes);
  }

  async close(): Promise<void> {
    await this.#csms?.close();
  }
}

const registered = (csms: Csms, identity: string): boolean =>
  csms.show('registration', identity) === 'Accepted' && csms.show('connection', identity) === 'connected';

/** How often, in milliseconds, to look whether the station is there. */
const GLANCE = 50;

async function untilAccepted(csms: Csms, identity: string, clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  const end = clock.now() + ms;
  while (!registered(csms, identity) && clock.now() < end && !signal?.aborted) await wait(clock, GLANCE, signal);
}

/** One case with a station that stays what it is from case to case. */
class ExternalStationCase extends CaseBase implements Environment {
  readonly sut = 'station';
  readonly lasting = true;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly settings;
  readonly driver: Driver;
  readonly played: CsmsPlayer;
  readonly signal?: AbortSignal;
  readonly #csms: Csms;
  readonly #recording: Recording;

  constructor(options: ExternalOptions, csms: Csms, clock: Clock, recording: Recording, crashes: unknown[]) {
    super(options.config, options.pki, false, crashes);
    this.clock = clock;
    this.trace = new Trace(() => clock.now());
    this.settings = settingsOf(options.config);
    this.driver = options.driver;
    if (options.signal) this.signal = options.signal;
    this.#csms = csms;
    this.#recording = recording;
    this.played = new CsmsPlayer(csms, options.config.identity, async (name) => serverTls(await this.pki(), name as CredentialName));
    this.nameSecondCsms(csms.endpoints[1]?.url ?? '');
    this.names.set('security profile', this.securityProfile);
  }

  async open(): Promise<void> {
    const { identity, durations } = this.config;
    const accepted = registered(this.#csms, identity);
    this.#recording.start(this.trace, { accepted, heartbeatInterval: durations.heartbeatInterval });
  }

  async ready(): Promise<void> {
    const { identity, timeouts } = this.config;
    await untilAccepted(this.#csms, identity, this.clock, timeouts.boot * SECOND, this.signal);
    if (!registered(this.#csms, identity)) throw new Inconclusive(`the station was not connected and registered within ${timeouts.boot} s`);
  }

  async close(): Promise<void> {
    this.#recording.stop();
    await this.played.reset();
    this.release();
  }
}
