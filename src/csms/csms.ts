import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { Refusal, UpgradeFacts } from '../ocpp/handshake.ts';
import type { Clock } from '../time/clock.ts';
import type { Link } from '../wire/link.ts';
import type { Interceptor, Outcome } from '../wire/rpc.ts';
import type { Answer } from '../wire/server.ts';
import { Activity } from './activity.ts';
import { type CsmsConfig, checkConfig, type RegistrationPolicy } from './config.ts';
import { Desk, type Shared } from './desk.ts';
import { Endpoint } from './endpoint.ts';
import { type FaultName, faultsOf } from './faults/index.ts';
import { spoilTls } from './faults/tls.ts';
import { decide, isWithoutAgreement } from './handshake.ts';
import { show } from './show.ts';
import { Station } from './station.ts';
import { CSMS_STIMULI, type CsmsStimulus, operate, request, type Stimulated, StimulusError } from './stimulate.ts';
import { Tokens } from './stores/tokens.ts';

export interface CsmsOptions {
  config: CsmsConfig;
  clock: Clock;
  /** Names of violations to commit; see faults/. */
  faults?: readonly string[];
}

export interface CsmsWatcher {
  /** A connection has been made; nothing has been sent or received on it yet. */
  linked?(link: Link, endpointIndex: number): void;
  refused?(refusal: Refusal, endpointIndex: number): void;
  /** Something went wrong in the CSMS itself. */
  crashed?(error: unknown): void;
}

/** Faults that let stations through the TLS handshake which do not belong there. */
const LENIENT: readonly FaultName[] = [
  'accepts-expired-client-certificate',
  'accepts-missing-client-certificate',
  'accepts-unknown-authority',
];

/** A complete simulated CSMS. */
export class Csms {
  readonly config: CsmsConfig;
  /** Scripts: consulted for everything that is sent to any station. */
  readonly interceptors: Interceptor[] = [];
  /** Decides about an opening handshake in place of the CSMS, unless it returns undefined. */
  answer: ((upgrade: UpgradeFacts, endpointIndex: number) => Answer | undefined) | undefined;
  readonly endpoints: readonly Endpoint[];
  readonly #desks = new Map<string, Desk>();
  readonly #watchers = new Set<CsmsWatcher>();
  readonly #activity = new Activity();
  readonly #shared: Shared;
  #lastId = 0;

  /** @throws an Error naming the field of the configuration, or the fault, that is wrong */
  constructor({ config, clock, faults = [] }: CsmsOptions) {
    checkConfig(config);
    this.config = config;
    this.endpoints = config.endpoints.map((_, index) => this.#endpoint(index));
    this.#shared = {
      config,
      clock,
      tokens: new Tokens(config.tokens, clock),
      endpoints: this.endpoints,
      interceptors: this.interceptors,
      faults: faultsOf(faults),
      activity: this.#activity,
      nextId: () => ++this.#lastId,
      crashed: (error) => this.#tell('crashed', error),
    };
    for (const station of config.stations) this.#desks.set(station.identity, new Desk(new Station(station), this.#shared));
  }

  /** @param endpoints those that are to listen already. @throws an error with code EADDRINUSE if a port is taken */
  async listen(endpoints = this.endpoints): Promise<void> {
    try {
      for (const endpoint of endpoints) if (!endpoint.isListening) await endpoint.listen(this.#shared.clock);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.endpoints.map((endpoint) => endpoint.close()));
  }

  /** Whether it is still carrying out something it began, and may yet send messages because of it. */
  get busy(): boolean {
    return this.#activity.busy;
  }

  /** Resolves when it is not busy. */
  idle(): Promise<void> {
    return this.#activity.idle();
  }

  /** @returns how to stop that */
  watch(watcher: CsmsWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  get faults(): readonly string[] {
    return [...this.#shared.faults.keys()];
  }

  /** The identities of the stations that it knows; of the connected ones only if asked so. */
  stations({ connected = false } = {}): string[] {
    return [...this.#desks].filter(([, { station }]) => !connected || station.connection).map(([identity]) => identity);
  }

  /**
   * Sends a minimal valid request, overridden by `partial`, preceded by what it takes to compose it and divided into
   * what the station can take. @throws an Error if the station is not known or only stations make that request
   */
  async send(identity: string, action: Action, partial: Payload): Promise<Outcome> {
    return this.#desk(identity).send(action, partial);
  }

  /** The request that `send` would send, undivided. */
  compose(action: Action, partial: Payload, identity?: string): Payload {
    return this.#desk(identity).compose(action, partial);
  }

  /** Puts a text on the wire as it is. */
  sendRaw(identity: string, text: string): void {
    this.#desk(identity).station.connection?.rpc.sendRaw(text);
  }

  disconnect(identity: string): void {
    this.#desk(identity).station.connection?.link.close();
  }

  /** How that station is registered from its next BootNotification on; undefined accepts it. */
  setRegistration(identity: string, policy: RegistrationPolicy | undefined): void {
    this.#desk(identity).station.registration.policy = policy;
  }

  /** A station that was accepted before this CSMS began does not say so again. */
  takeForAccepted(identity: string): void {
    this.#desk(identity).station.registration.told('Accepted');
  }

  /** What an operator reads on the screen; see show.ts. */
  show(what: string, identity?: string): string | undefined {
    return show(this.#desk(identity).station, what);
  }

  /**
   * Does what an operator does. A request that is to be sent is only begun: its outcome shows in the messages.
   * @throws StimulusError if the parameters are wrong
   */
  async stimulate(name: string, parameters: Record<string, unknown>, identity?: string): Promise<Stimulated> {
    if (!(CSMS_STIMULI as readonly string[]).includes(name)) return { outcome: 'unsupported' };
    return operate(name as CsmsStimulus, this.#desk(identity), parameters);
  }

  /**
   * Like the stimulus `send`, with its outcome.
   * @throws StimulusError if it is not a valid request, or one that the station must not get now
   */
  async request(parameters: Record<string, unknown>, identity?: string): Promise<Outcome> {
    return request(this.#desk(identity), parameters);
  }

  /** Everything that it knows, as plain data without secrets. */
  state(): unknown {
    return {
      endpoints: this.endpoints.map(({ url, securityProfile }) => ({ url, securityProfile })),
      faults: this.faults,
      busy: this.busy,
      stations: JSON.parse(JSON.stringify([...this.#desks.values()].map(({ station }) => station))),
    };
  }

  #endpoint(index: number): Endpoint {
    const faulty = (fault: FaultName) => this.#shared.faults.has(fault);
    const config = this.config.endpoints[index] as CsmsConfig['endpoints'][number];
    const station = (identity: string) => this.#desks.get(identity)?.station;
    const gate = { ...config, organization: this.config.organization, station, faulty };
    return new Endpoint(config, {
      passwordOf: (identity) => station(identity ?? '')?.password,
      answer: (upgrade) => this.answer?.(upgrade, index) ?? decide(upgrade, gate),
      linked: (link) => this.#linked(link, index),
      refused: (refusal) => this.#tell('refused', refusal, index),
      compresses: () => !faulty('no-compression'),
      lenient: () => LENIENT.some(faulty),
      spoil: (tls) => spoilTls(tls, faulty),
    });
  }

  #linked(link: Link, endpointIndex: number): void {
    this.#tell('linked', link, endpointIndex);
    const faulty = (fault: FaultName) => this.#shared.faults.has(fault);
    if (isWithoutAgreement(link.upgrade, faulty)) return link.close(1002, 'no common subprotocol');
    const { identity = '' } = link.upgrade;
    // Only a script lets in a station that is not known.
    if (!this.#desks.has(identity)) this.#desks.set(identity, new Desk(new Station({ identity }), this.#shared));
    const desk = this.#desk(identity);
    const { securityProfile } = this.endpoints[endpointIndex] as Endpoint;
    if (securityProfile > desk.station.securityProfile) desk.station.securityProfile = securityProfile;
    desk.connect(link, endpointIndex);
  }

  /** @param identity may be left out where it is clear which station is meant */
  #desk(identity?: string): Desk {
    const connected = this.stations({ connected: true });
    const candidates = connected.length > 0 ? connected : this.stations();
    const desk = this.#desks.get(identity ?? (candidates.length === 1 ? (candidates[0] ?? '') : ''));
    if (desk) return desk;
    const known = this.stations().join(', ') || 'none';
    throw new StimulusError(
      'station',
      identity === undefined ? `which one? Known are: ${known}` : `"${identity}" is not known; known are: ${known}`,
    );
  }

  #tell<E extends keyof CsmsWatcher>(event: E, ...args: Parameters<NonNullable<CsmsWatcher[E]>>): void {
    for (const watcher of this.#watchers) (watcher[event] as ((...args: unknown[]) => void) | undefined)?.call(watcher, ...args);
  }
}
