import type { CsmsConfig } from '../csms/config.ts';
import { Csms } from '../csms/csms.ts';
import type { TestPki } from '../pki/test-pki.ts';
import type { Carried, Driver } from '../scenario/driver.ts';
import type { Environment } from '../scenario/environment.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import { Station } from '../station/station.ts';
import type { StimulusName, StimulusParameters } from '../stimuli/stimuli.ts';
import { SECOND } from '../time/clock.ts';
import { VirtualClock } from '../time/virtual-clock.ts';
import { Trace } from '../trace/trace.ts';
import { atMost } from './at-most.ts';
import type { StationTraits } from './capabilities.ts';
import { CaseBase, type PkiSource, SECOND_CSMS } from './case-base.ts';
import { type SutConfig, settingsOf } from './config.ts';
import type { ReadVariable } from './file-transfer.ts';
import { otherPassword } from './other-password.ts';
import { CsmsPlayer } from './played-csms.ts';
import { endpointName, Recording } from './recording.ts';
import { csmsConfig, embeddedEndpoint, higherThan, stationConfig, tlsShowing } from './simulators.ts';
import { Watchdog } from './watchdog.ts';

/** Of the built-in systems, which meet only each other. */
export const EMBEDDED_PASSWORD = 'embedded-password-of-the-simulators';

export interface EmbeddedStationOptions {
  config: SutConfig;
  traits: StationTraits;
  faults: readonly string[];
  pki: PkiSource;
  signal?: AbortSignal;
}

/** One case with the simulated station under test: both parties in this process, on one virtual clock. */
export class EmbeddedStationCase extends CaseBase implements Environment, Driver {
  readonly sut = 'station';
  readonly clock = new VirtualClock();
  readonly trace = new Trace(() => this.clock.now());
  readonly settings;
  readonly driver = this;
  readonly #watchdog: Watchdog;
  readonly #options: EmbeddedStationOptions;
  #csms: Csms | undefined;
  #station: Station | undefined;
  #played: CsmsPlayer | undefined;

  constructor(options: EmbeddedStationOptions) {
    super(options.config, options.pki, true);
    this.#options = options;
    this.settings = settingsOf(options.config);
    this.#watchdog = new Watchdog(() => `${this.clock.now()} ${this.trace.entries.length}`, options.signal);
  }

  get signal(): AbortSignal {
    return this.#watchdog.signal;
  }

  get played(): CsmsPlayer {
    if (!this.#played) throw new Error('nothing is running yet');
    return this.#played;
  }

  async open(): Promise<void> {
    if (this.#csms) return;
    const pki = await this.pki();
    const csms = new Csms({ config: this.#csmsConfig(pki), clock: this.clock });
    const recording = new Recording('csms', this.trace);
    csms.watch({
      linked: (link, index) => recording.linked(link, endpointName(index)),
      refused: (refusal, index) => recording.refused(refusal, endpointName(index)),
      crashed: (error) => this.crashes.push(error),
    });
    await csms.listen(csms.endpoints.slice(0, 1));
    this.#csms = csms;
    this.#played = new CsmsPlayer(csms, this.config.identity, async (name) => tlsShowing(await this.pki(), name));
    this.names.set('security profile', this.securityProfile);
    this.names.set('higher security profile', this.securityProfile + 1);
    this.names.set('new password', otherPassword(EMBEDDED_PASSWORD));
    this.#station = this.#newStation(csms.endpoints[0]?.url ?? '', pki);
  }

  override find(name: string, read?: ReadVariable): Promise<unknown> | undefined {
    const spelling = SECOND_CSMS[name];
    if (spelling) return this.#address(1).then(spelling);
    return name === 'upgraded CSMS url' ? this.#address(2) : super.find(name, read);
  }

  async ready(): Promise<void> {
    const { boot } = this.settings.timeouts;
    this.#station?.powerOn();
    await atMost(this.clock, boot * SECOND, this.#station?.idle());
    if (this.#csms?.show('registration', this.config.identity) !== 'Accepted')
      throw new Inconclusive(`the station was not registered within ${boot} s`);
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    const seen = await this.#station?.stimulate(name, parameters);
    return { carrier: 'embedded', ...(seen === undefined ? { outcome: 'done' } : { outcome: 'denied', note: seen }) };
  }

  async close(): Promise<void> {
    this.#station?.powerOff();
    await this.#csms?.close();
    this.release();
    this.#watchdog.stop();
  }

  /** Few scenarios speak of another endpoint than the first, and each listens from then on. */
  async #address(index: number): Promise<string> {
    const endpoint = this.#csms?.endpoints[index];
    if (!endpoint) return '';
    await this.#csms?.listen([endpoint]);
    return endpoint.url;
  }

  #csmsConfig(pki: TestPki): CsmsConfig {
    const { securityProfile } = this;
    const endpoints = [securityProfile, securityProfile, ...higherThan(securityProfile)].map((profile) => embeddedEndpoint(profile, pki));
    return csmsConfig(this.config, { endpoints, password: EMBEDDED_PASSWORD, pki });
  }

  #newStation(url: string, pki: TestPki): Station {
    const { traits, faults } = this.#options;
    const { securityProfile } = this;
    const config = stationConfig(this.config, { url, securityProfile, password: EMBEDDED_PASSWORD, traits, pki });
    return new Station({ config, clock: this.clock, faults, crashed: (error) => this.crashes.push(error) });
  }
}
