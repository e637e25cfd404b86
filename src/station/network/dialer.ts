import type { Refusal } from '../../ocpp/handshake.ts';
import { SECOND } from '../../time/clock.ts';
import { ConnectError, type ConnectOptions, connect } from '../../wire/client.ts';
import type { Link } from '../../wire/link.ts';
import type { Core } from '../core.ts';
import type { Life } from '../life.ts';
import { clientTls, securityEventOf } from './tls.ts';

/** Hears of connections and of attempts to make one. */
export interface ConnectionWatcher {
  /** Before the first frame travels. */
  linked?(link: Link, slot: number): void;
  refused?(refusal: Refusal): void;
  attempted?(): void;
}

/** A connection that was made. */
export interface Dialed {
  link: Link;
  slot: number;
  /** The CSMS proved itself only by a root that is kept as a fallback. */
  fallback: boolean;
}

/** Makes single connection attempts with the profile of a network configuration slot. */
export class Dialer {
  readonly #core: Core;
  readonly #watchers: ReadonlySet<ConnectionWatcher>;
  /** Security events of the attempts since they were last asked for, each once. */
  readonly #events = new Set<string>();

  constructor(core: Core, watchers: ReadonlySet<ConnectionWatcher>) {
    this.#core = core;
    this.#watchers = watchers;
  }

  /**
   * One attempt of the station's own. Fallback roots get a chance only with the profile that worked last (M05.FR.14 to FR.16).
   * @param search ends the attempt with it
   * @returns undefined if it came to nothing
   */
  async attempt(slot: number, search: Life): Promise<Dialed | undefined> {
    const { certificates, faults, persistent } = this.#core;
    let result = await this.#try(slot, false, search);
    const mayFallBack =
      slot === persistent.lastGoodSlot &&
      certificates.csmsRoots(true).length > 0 &&
      !search.over &&
      !faults.has('fallback-root-never-used');
    if (mayFallBack && 'stage' in result && securityEventOf(result) === 'InvalidCsmsCertificate')
      result = await this.#try(slot, true, search);
    if ('link' in result) return result;
    const event = securityEventOf(result);
    if (event && !this.#core.faults.has('bad-server-certificate-not-told')) this.#events.add(event);
    return undefined;
  }

  /** @throws ConnectError */
  async dial(slot: number, overrides: Partial<ConnectOptions>, fallback = false): Promise<Dialed> {
    for (const watcher of this.#watchers) watcher.attempted?.();
    try {
      return { link: await connect({ ...this.#options(slot, fallback), ...overrides }), slot, fallback };
    } catch (error) {
      if (error instanceof ConnectError) for (const watcher of this.#watchers) watcher.refused?.(error.refusal);
      throw error;
    }
  }

  /** The certificate of the CSMS was not valid in an attempt since the last connection. */
  get distrusts(): boolean {
    return this.#events.has('InvalidCsmsCertificate');
  }

  /** Security events that failed attempts have called for. */
  takeEvents(): string[] {
    const events = [...this.#events];
    this.#events.clear();
    return events;
  }

  async #try(slot: number, fallback: boolean, search: Life): Promise<Dialed | Refusal> {
    const { clock, config } = this.#core;
    const giveUp = new AbortController();
    const stop = () => giveUp.abort();
    const timer = clock.after(config.durations.connect * SECOND, stop);
    const forget = search.whenOver(stop);
    try {
      return await this.dial(slot, { signal: giveUp.signal }, fallback);
    } catch (error) {
      if (error instanceof ConnectError) return error.refusal;
      throw error;
    } finally {
      timer.cancel();
      forget();
    }
  }

  #options(slot: number, fallback: boolean): ConnectOptions {
    const { config, clock, networkProfiles, variables, faults } = this.#core;
    const profile = networkProfiles.get(slot);
    const securityProfile = profile?.securityProfile ?? 1;
    return faults.connectOptions({
      url: profile?.ocppCsmsUrl ?? '',
      identity: config.identity,
      subprotocols: ['ocpp2.0.1'],
      clock,
      ...(securityProfile < 3
        ? { password: faults.has('password-change-not-used') ? config.password : variables.get('SecurityCtrlr.BasicAuthPassword') }
        : {}),
      ...(securityProfile > 1 ? { tls: clientTls(this.#core, securityProfile, fallback) } : {}),
    });
  }
}
