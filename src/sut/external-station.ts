import type { Csms } from '../csms/csms.ts';
import { knownCases } from '../ocpp/case-catalogue.ts';
import type { CredentialName } from '../pki/credentials.ts';
import { ruledOutBy } from '../plan/applicability.ts';
import type { Driver } from '../scenario/driver.ts';
import type { Environment } from '../scenario/environment.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import { type Clock, SECOND } from '../time/clock.ts';
import { RealClock } from '../time/real-clock.ts';
import { Trace } from '../trace/trace.ts';
import { CaseBase } from './case-base.ts';
import { settingsOf } from './config.ts';
import type { ExternalOptions } from './external.ts';
import { CsmsPlayer } from './played-csms.ts';
import { type ListenAddress, receive, registered, untilAccepted } from './reception.ts';
import { endpointName, Recording } from './recording.ts';
import { serverTls } from './simulators.ts';

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
    await receive(this.#options, this.#address, this.#clock, {
      listening: (csms) => {
        this.#csms = csms;
      },
      linked: (link, index) => this.#recording.linked(link, endpointName(index)),
      refused: (refusal, index) => this.#recording.refused(refusal, endpointName(index)),
      crashed: (error) => this.#crashes.push(error),
    });
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
