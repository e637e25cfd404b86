import { isIP } from 'node:net';
import { Csms } from '../csms/csms.ts';
import type { Carried, Driver } from '../scenario/driver.ts';
import type { Environment, OcspResponder } from '../scenario/environment.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import type { Durations } from '../station/config.ts';
import { Station } from '../station/station.ts';
import type { StimulusName, StimulusParameters } from '../stimuli/stimuli.ts';
import { type Clock, SECOND } from '../time/clock.ts';
import { VirtualClock } from '../time/virtual-clock.ts';
import { Trace } from '../trace/trace.ts';
import { atMost } from './at-most.ts';
import { CaseBase, type PkiSource } from './case-base.ts';
import { authorityOf } from './certificate-authority.ts';
import { type SutConfig, settingsOf } from './config.ts';
import { otherPassword } from './other-password.ts';
import { StationPlayer } from './played-station.ts';
import { Recording } from './recording.ts';
import { csmsConfig, embeddedEndpoint, higherThan, stationConfig } from './simulators.ts';
import { EMBEDDED_PASSWORD } from './station-case.ts';
import { Watchdog } from './watchdog.ts';

/** A CSMS that is tested: where it is, and who does what people do to it. */
export interface CsmsUnderTest {
  readonly clock: Clock;
  readonly driver: Driver;
  readonly password: string;
  /** The name in its certificate, where its URL does not have it. */
  readonly host?: string;
  /** OCPP-J endpoint URL, once it is running. */
  start(securityProfile: 1 | 2 | 3): Promise<string>;
  stop(): Promise<void>;
}

export interface CsmsCaseOptions {
  config: SutConfig;
  pki: PkiSource;
  /** It stays what it is from case to case. */
  lasting: boolean;
  underTest: (crashed: (error: unknown) => void) => CsmsUnderTest;
  /** Of the station that plays against it. */
  durations?: Partial<Durations>;
  signal?: AbortSignal;
}

/** One case with a CSMS under test, against a simulated station of its own. */
export class CsmsCase extends CaseBase implements Environment {
  readonly sut = 'csms';
  readonly lasting: boolean;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly settings;
  readonly driver: Driver;
  readonly signal?: AbortSignal;
  readonly #watchdog: Watchdog | undefined;
  readonly #underTest: CsmsUnderTest;
  readonly #durations: Partial<Durations>;
  #station: Station | undefined;
  #played: StationPlayer | undefined;

  constructor({ config, pki, lasting, underTest, durations = {}, signal }: CsmsCaseOptions) {
    super(config, pki, !lasting);
    this.lasting = lasting;
    this.#underTest = underTest((error) => this.crashes.push(error));
    this.#durations = durations;
    this.clock = this.#underTest.clock;
    this.driver = this.#underTest.driver;
    this.names.set('password', this.#underTest.password);
    this.names.set('new password', otherPassword(this.#underTest.password));
    this.trace = new Trace(() => this.clock.now());
    this.settings = settingsOf(config);
    // People may take their time at a system that is somewhere else.
    if (!lasting) this.#watchdog = new Watchdog(() => `${this.clock.now()} ${this.trace.entries.length}`, signal);
    const ending = this.#watchdog?.signal ?? signal;
    if (ending) this.signal = ending;
    const [slot, other] = config.slots;
    this.names.set('active slot', slot);
    this.names.set('other slot', other);
    this.nameSecondCsms(config.secondCsmsUrl ?? 'wss://other.example/ocpp');
  }

  get ocsp(): OcspResponder {
    return this.contract.responder;
  }

  get played(): StationPlayer {
    if (!this.#played) throw new Error('nothing is running yet');
    return this.#played;
  }

  override find(name: string, read?: (variable: string) => Promise<string | undefined>): Promise<unknown> | undefined {
    if (name === 'CSMS host') return Promise.reject(new Inconclusive('the case needs a CSMS that is reached by a host name'));
    return super.find(name, read);
  }

  async open(): Promise<void> {
    if (this.#station) return;
    const { securityProfile } = this;
    const url = await this.#underTest.start(securityProfile);
    this.names.set('security profile', securityProfile);
    this.names.set('CSMS url', url);
    if (!this.lasting) this.names.set('higher security profile', securityProfile + 1);
    const { hostname } = new URL(url);
    const host = this.#underTest.host ?? (isIP(hostname.replace(/[[\]]/g, '')) ? undefined : hostname);
    if (host !== undefined) this.names.set('CSMS host', host);
    const pki = await this.pki();
    const { password } = this.#underTest;
    const choices = { url, securityProfile, password, traits: {}, pki, durations: this.#durations };
    const station = new Station({
      config: stationConfig(this.config, choices),
      clock: this.clock,
      crashed: (error) => this.crashes.push(error),
    });
    const recording = new Recording('station', this.trace);
    station.watch({
      linked: (link) => recording.linked(link, 'first'),
      refused: (refusal) => recording.refused(refusal, 'first'),
    });
    this.#station = station;
    this.#played = new StationPlayer(station, this.pki);
  }

  async ready(): Promise<void> {
    const { boot } = this.settings.timeouts;
    this.#station?.powerOn();
    await atMost(this.clock, boot * SECOND, this.#station?.idle());
    if (this.#station?.state().registration !== 'Accepted')
      throw new Inconclusive(`the CSMS did not accept the station within ${boot} s${this.#why()}`);
  }

  async close(): Promise<void> {
    this.#station?.powerOff();
    await this.#underTest.stop();
    this.release();
    this.#watchdog?.stop();
  }

  /** What the last attempt to connect came to, if it came to nothing. */
  #why(): string {
    const refused = this.trace.entries.findLast((entry) => entry.kind === 'refused');
    return refused?.kind === 'refused' ? `: ${refused.refusal.reason}` : '';
  }
}

export interface EmbeddedCsmsOptions {
  config: SutConfig;
  faults: readonly string[];
  pki: PkiSource;
}

/** The simulated CSMS as the system under test, on a virtual clock that the played station shares. */
export class EmbeddedCsms implements CsmsUnderTest, Driver {
  readonly clock = new VirtualClock();
  readonly driver = this;
  readonly host = 'localhost';
  readonly password = EMBEDDED_PASSWORD;
  readonly #options: EmbeddedCsmsOptions;
  readonly #crashed: (error: unknown) => void;
  #csms: Csms | undefined;

  constructor(options: EmbeddedCsmsOptions, crashed: (error: unknown) => void) {
    this.#options = options;
    this.#crashed = crashed;
  }

  async start(securityProfile: 1 | 2 | 3): Promise<string> {
    const { config, faults, pki: source } = this.#options;
    const pki = await source();
    const endpoints = [securityProfile, ...higherThan(securityProfile)].map((profile) => embeddedEndpoint(profile, pki));
    const usual = csmsConfig(config, { endpoints, password: this.password, pki });
    this.#csms = new Csms({
      config: {
        ...usual,
        certificateAuthority: authorityOf(pki),
        ocspResponders: [],
        capabilities: { ...usual.capabilities, contractValidation: true },
      },
      clock: this.clock,
      faults,
    });
    this.#csms.watch({ crashed: this.#crashed });
    await this.#csms.listen(this.#csms.endpoints.slice(0, 1));
    return this.#csms.endpoints[0]?.url ?? '';
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    if (!this.#csms) throw new Error('the CSMS is not running');
    // Nothing else tells a station of another address than the one it knows.
    if (parameters.action === 'SetNetworkProfile') await this.#csms.listen();
    return { carrier: 'embedded', ...(await this.#csms.stimulate(name, parameters, this.#options.config.identity)) };
  }

  async stop(): Promise<void> {
    await this.#csms?.close();
  }
}
