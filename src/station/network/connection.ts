import type { Refusal } from '../../ocpp/handshake.ts';
import { SECOND } from '../../time/clock.ts';
import { ConnectError, type ConnectOptions, connect } from '../../wire/client.ts';
import type { Link } from '../../wire/link.ts';
import type { Core } from '../core.ts';
import { Life } from '../life.ts';
import { BackOff } from './back-off.ts';
import { type Attempt, attempts } from './plan.ts';
import { clientTls, securityEventOf } from './tls.ts';

/** Hears of connections and of attempts to make one. */
export interface ConnectionWatcher {
  /** Before the first frame travels. */
  linked?(link: Link, slot: number): void;
  refused?(refusal: Refusal): void;
  attempted?(): void;
}

/** Connects to the CSMS and reconnects: use case B10 and Part 4, 5.4. */
export class Connection {
  readonly #core: Core;
  readonly #watchers = new Set<ConnectionWatcher>();
  #link: Link | undefined;
  /** The slot that the CSMS last registered the station through. */
  #registeredSlot: number | undefined;
  #activeSlot: number | undefined;
  /** Lasts while the station tries to connect by itself. */
  #search: Life | undefined;
  /** Whether a lost connection is to be made anew. */
  #wanted = false;
  /** There is no way to the CSMS, whatever the station tries. */
  #cutOff = false;
  /** Whether the connection is closed only to be made anew at once. */
  #renewing = false;
  /** When the connection was lost, in milliseconds. */
  #lostAt = 0;
  /** Security events of the attempts since the last connection, each to be told once. */
  readonly #failures = new Set<string>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** The slot of the present or last connection. */
  get activeSlot(): number | undefined {
    return this.#activeSlot;
  }

  get link(): Link | undefined {
    return this.#link;
  }

  watch(watcher: ConnectionWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Connects after a boot: at once, and then with back-off. */
  start(): void {
    this.#wanted = true;
    this.#registeredSlot = undefined;
    if (!this.#cutOff) this.#seek(0);
  }

  /** Loses the network: what the station tries until `restore` comes to nothing. */
  cutOff(): void {
    this.drop();
    this.#cutOff = true;
  }

  /** Has the network back, and connects no sooner than after the back-off time since the connection was lost. */
  restore(): void {
    this.#cutOff = false;
    this.#wanted = true;
    if (!this.#link && !this.#core.life.over) this.#seek();
  }

  /** Closes the connection for good, or until the back-off time is over. */
  close(reconnect: boolean): void {
    this.#wanted = reconnect;
    if (!reconnect) this.#search?.end();
    this.#close();
  }

  /** Connects anew, without any back-off, because something about the connection has changed (A01). */
  renew(): void {
    if (!this.#link) return;
    this.#renewing = true;
    this.close(true);
  }

  /** Drops the connection without a word and does not try again. */
  drop(): void {
    this.#wanted = false;
    this.#search?.end();
    const link = this.#link;
    link?.terminate();
    if (link) this.#lost(link);
  }

  /** Closes the connection and connects again, without any back-off, after some OCPP seconds. */
  disconnectFor(seconds: number): void {
    this.#wanted = false;
    this.#close();
    this.#core.life.after(seconds, () => {
      this.#wanted = true;
      if (!this.#link) this.#seek(0);
    });
  }

  /** Makes one attempt in place of those that the station would make by itself. @throws ConnectError */
  async connectOnce(overrides: Partial<ConnectOptions>): Promise<Link> {
    this.#search?.end();
    const [slot = 0] = this.#activeSlot === undefined ? this.#core.networkProfiles.priority : [this.#activeSlot];
    const end = this.#core.activity.begin();
    try {
      const link = await this.#dial({ ...this.#options({ slot, fallback: false }), ...overrides });
      this.#wanted = true;
      this.#adopt(link, { slot, fallback: false });
      return link;
    } finally {
      end();
    }
  }

  #close(): void {
    this.#link?.listen({ closed: this.#core.activity.begin() });
    this.#link?.close();
  }

  /** @param firstWait seconds before the first attempt, the back-off time if there is none */
  #seek(firstWait?: number): void {
    this.#search?.end();
    const search = new Life(this.#core.clock, this.#core.life);
    this.#search = search;
    this.#core.activity.start(() => this.#find(search, firstWait));
  }

  async #find(search: Life, firstWait: number | undefined): Promise<void> {
    const backOff = this.#backOff();
    let wait = firstWait ?? Math.max(0, backOff.next() - (this.#core.clock.now() - this.#lostAt) / SECOND);
    for (const attempt of attempts(this.#core)) {
      if (wait > 0 && !(await search.wait(wait))) return;
      if (search.over) return;
      if (await this.#try(attempt, search)) return;
      wait = this.#core.faults.has('backoff-too-fast') ? 1 : backOff.next();
    }
  }

  #backOff(): BackOff {
    const { variables, faults } = this.#core;
    const name = 'OCPPCommCtrlr.RetryBackOff';
    return new BackOff({
      waitMinimum: faults.has('backoff-too-fast') ? 1 : variables.integer(`${name}WaitMinimum`),
      randomRange: faults.has('backoff-too-fast') ? 0 : variables.integer(`${name}RandomRange`),
      repeatTimes: faults.has('backoff-not-doubled') ? 0 : variables.integer(`${name}RepeatTimes`),
    });
  }

  /** One attempt with a profile; the fallback roots get a chance only with the profile that worked last (M05.FR.14 to FR.16). */
  async #try(attempt: Attempt, search: Life): Promise<boolean> {
    const { certificates, persistent } = this.#core;
    let refusal = await this.#tryOnce(attempt, search);
    const invalid = refusal && securityEventOf(refusal) === 'InvalidCsmsCertificate';
    if (invalid && attempt.slot === persistent.lastGoodSlot && certificates.csmsRoots(true).length > 0 && !search.over) {
      refusal = await this.#tryOnce({ ...attempt, fallback: true }, search);
    }
    const event = refusal && securityEventOf(refusal);
    if (event) this.#failures.add(event);
    return refusal === undefined;
  }

  async #tryOnce(attempt: Attempt, search: Life): Promise<Refusal | undefined> {
    const { clock, config } = this.#core;
    const giveUp = new AbortController();
    const timer = clock.after(config.durations.connect * SECOND, () => giveUp.abort());
    const stop = () => giveUp.abort();
    search.signal.addEventListener('abort', stop, { once: true });
    try {
      const link = await this.#dial({ ...this.#options(attempt), signal: giveUp.signal });
      if (search.over) link.terminate();
      else this.#adopt(link, attempt);
      return undefined;
    } catch (error) {
      if (error instanceof ConnectError) return error.refusal;
      throw error;
    } finally {
      timer.cancel();
      search.signal.removeEventListener('abort', stop);
    }
  }

  async #dial(options: ConnectOptions): Promise<Link> {
    for (const watcher of this.#watchers) watcher.attempted?.();
    try {
      return await connect(options);
    } catch (error) {
      if (error instanceof ConnectError) for (const watcher of this.#watchers) watcher.refused?.(error.refusal);
      throw error;
    }
  }

  #options({ slot, fallback }: Attempt): ConnectOptions {
    const { config, clock, networkProfiles, variables, faults } = this.#core;
    const profile = networkProfiles.get(slot);
    const securityProfile = profile?.securityProfile ?? 1;
    const password = variables.get('SecurityCtrlr.BasicAuthPassword');
    return faults.connectOptions({
      url: profile?.ocppCsmsUrl ?? '',
      identity: config.identity,
      subprotocols: ['ocpp2.0.1'],
      clock,
      ...(securityProfile < 3 ? { password } : {}),
      ...(securityProfile > 1 ? { tls: clientTls(this.#core, securityProfile, fallback) } : {}),
    });
  }

  #adopt(link: Link, { slot, fallback }: Attempt): void {
    const { networkProfiles, certificates, messages, registration, securityEvents, life } = this.#core;
    const former = this.#link;
    this.#link = link;
    this.#search = undefined;
    this.#activeSlot = slot;
    if (link.upgrade.tls && !fallback) certificates.proved();
    networkProfiles.connected(slot);
    for (const watcher of this.#watchers) watcher.linked?.(link, slot);
    messages.attach(link);
    link.listen({ closed: () => this.#lost(link) });
    former?.close();
    for (const event of this.#failures) securityEvents.raise(event);
    this.#failures.clear();
    const migrated = this.#registeredSlot !== undefined && this.#registeredSlot !== slot;
    this.#registeredSlot = slot;
    this.#keepAlive(link);
    // A station without power connects only for a script, which then speaks for it.
    if (!life.over) registration.connected(migrated);
  }

  #lost(link: Link): void {
    if (this.#link !== link) return;
    const { clock, availability, transactionQueue, life } = this.#core;
    this.#link = undefined;
    this.#lostAt = clock.now();
    availability.offline();
    transactionQueue.offline();
    if (this.#wanted && !life.over) this.#seek(this.#renewing ? 0 : undefined);
    this.#renewing = false;
  }

  /** Part 4, 5.3. */
  #keepAlive(link: Link): void {
    const interval = this.#core.variables.integer('OCPPCommCtrlr.WebSocketPingInterval');
    if (interval === 0) return;
    this.#core.life.after(interval, () => {
      if (!link.open) return;
      link.ping();
      this.#keepAlive(link);
    });
  }
}
