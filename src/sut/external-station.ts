import type { Csms } from '../csms/csms.ts';
import { knownCases } from '../ocpp/case-catalogue.ts';
import { leftOpenBy, ruledOutBy } from '../plan/applicability.ts';
import type { Driver } from '../scenario/driver.ts';
import type { Environment } from '../scenario/environment.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { Contact } from '../scenario/upkeep/contact.ts';
import { Upkeep } from '../scenario/upkeep/upkeep.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import { type Clock, SECOND, wait } from '../time/clock.ts';
import { RealClock } from '../time/real-clock.ts';
import { Trace } from '../trace/trace.ts';
import { CaseBase } from './case-base.ts';
import { settingsOf } from './config.ts';
import type { ExternalOptions } from './external.ts';
import { otherPassword } from './other-password.ts';
import { CsmsPlayer } from './played-csms.ts';
import { type Reach, reachOf } from './reach.ts';
import { type ListenAddress, receive, registered, untilAccepted } from './reception.ts';
import { endpointName, Recording } from './recording.ts';
import { tlsShowing } from './simulators.ts';

/** A station under test somewhere else, which connects to a simulated CSMS that lives as long as the run. */
export class ExternalStationHost {
  readonly role = 'station';
  readonly #options: ExternalOptions;
  readonly #address: ListenAddress;
  readonly #clock: Clock = new RealClock();
  readonly #recording = new Recording('csms');
  readonly #crashes: unknown[] = [];
  #csms: Csms | undefined;
  #upkeep: Upkeep | undefined;

  constructor(options: ExternalOptions, address: ListenAddress) {
    this.#options = options;
    this.#address = address;
  }

  /** Listens, waits for the station, and reads how it is. @throws NoContact; an error with code EADDRINUSE if a port is taken */
  async start(): Promise<void> {
    await receive(this.#options, this.#address, this.#clock, {
      listening: (csms) => {
        this.#csms = csms;
      },
      linked: (link, index) => this.#recording.linked(link, endpointName(index)),
      refused: (refusal, index) => this.#recording.refused(refusal, endpointName(index)),
      crashed: (error) => this.#crashes.push(error),
    });
    this.#upkeep = await this.#look();
  }

  notApplicable({ id }: CasePlan): string | undefined {
    const known = knownCases().get(id);
    const { config, profiles } = this.#options;
    return known && ruledOutBy(known, (name) => config.features[name], profiles);
  }

  mayNotApply({ id }: CasePlan): string | undefined {
    const known = knownCases().get(id);
    const { config, profiles } = this.#options;
    return known && leftOpenBy(known, (name) => config.features[name], profiles);
  }

  /** What the station is like is no case's business, so that it goes into a trace of its own. */
  async #look(): Promise<Upkeep> {
    const { identity, timeouts } = this.#options.config;
    const trace = new Trace(() => this.#clock.now());
    this.#recording.start(trace, { accepted: true });
    const send: Contact['send'] = async (action, payload) => (this.#csms as Csms).send(identity, action, payload);
    const upkeep = await Upkeep.begin({ trace, clock: this.#clock, patience: timeouts.message, send }, this.#options.password);
    this.#recording.stop();
    return upkeep;
  }

  environmentFor({ id }: CasePlan): Environment {
    if (!this.#csms || !this.#upkeep) throw new Error('the host has not been started');
    this.#upkeep.playing = id;
    const reach = reachOf(this.#address.host, this.#options.config.publicHost);
    return new ExternalStationCase(this.#options, reach, this.#csms, this.#clock, this.#recording, this.#crashes, this.#upkeep);
  }

  async close(): Promise<void> {
    await this.#csms?.close();
  }
}

/** Seconds for which a file is on its way from or to a station: TC_F_16_CS and TC_F_19_CS ask it then. */
const TRANSFER = 5;

/** One case with a station that stays what it is from case to case. */
class ExternalStationCase extends CaseBase implements Environment {
  readonly sut = 'station';
  readonly lasting = true;
  readonly upkeep: Upkeep;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly settings;
  readonly driver: Driver;
  readonly played: CsmsPlayer;
  readonly signal?: AbortSignal;
  readonly #reach: Reach;
  readonly #csms: Csms;
  readonly #recording: Recording;

  constructor(options: ExternalOptions, reach: Reach, csms: Csms, clock: Clock, recording: Recording, crashes: unknown[], upkeep: Upkeep) {
    super(options.config, options.pki, false, crashes);
    this.#reach = reach;
    this.upkeep = upkeep;
    this.clock = clock;
    this.trace = new Trace(() => clock.now());
    this.settings = settingsOf(options.config);
    this.driver = options.driver;
    if (options.signal) this.signal = options.signal;
    this.#csms = csms;
    this.#recording = recording;
    this.played = new CsmsPlayer(csms, options.config.identity, async (name) => tlsShowing(await this.pki(), name, options.config));
    this.nameSecondCsms(csms.endpoints[1]?.url ?? '');
    this.names.set('security profile', this.securityProfile);
    this.names.set('new password', otherPassword(options.password));
  }

  protected override get reach(): Reach {
    return { ...this.#reach, transfer: () => wait(this.clock, TRANSFER * SECOND) };
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
