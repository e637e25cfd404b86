import { SECOND } from '../../time/clock.ts';
import type { ConnectOptions } from '../../wire/client.ts';
import type { Link } from '../../wire/link.ts';
import type { Core } from '../core.ts';
import { Life } from '../life.ts';
import { BackOff } from './back-off.ts';
import { type ConnectionWatcher, type Dialed, Dialer } from './dialer.ts';
import { slotsToTry } from './slots.ts';

/** Connects to the CSMS and reconnects: use case B10 and Part 4, 5.4. */
export class Connection {
  readonly #core: Core;
  readonly #watchers = new Set<ConnectionWatcher>();
  readonly #dialer: Dialer;
  #link: Link | undefined;
  #activeSlot: number | undefined;
  /** The slot of the last connection since the last boot. */
  #formerSlot: number | undefined;
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

  constructor(core: Core) {
    this.#core = core;
    this.#dialer = new Dialer(core, this.#watchers);
  }

  /** The slot of the present or last connection. */
  get activeSlot(): number | undefined {
    return this.#activeSlot;
  }

  watch(watcher: ConnectionWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Connects after a boot: at once, and then with back-off. */
  start(): void {
    this.#wanted = true;
    this.#formerSlot = undefined;
    this.#seek(0);
  }

  /** Loses the network. */
  cutOff(): void {
    this.drop();
    this.#cutOff = true;
  }

  /** Has the network back, and connects no sooner than after the back-off time since the connection was lost. */
  restore(): void {
    this.#cutOff = false;
    this.#wanted = true;
    const searching = this.#search && !this.#search.over;
    if (!this.#link && !searching && !this.#core.life.over) this.#seek();
  }

  /** Closes the connection for good, or until the back-off time is over. */
  close(reconnect: boolean): void {
    this.#wanted = reconnect;
    if (!reconnect) this.#search?.end();
    this.#link?.listen({ closed: this.#core.activity.begin() });
    this.#link?.close();
  }

  /** Connects anew, without any back-off, because something about the connection has changed (A01). */
  renew(): void {
    if (!this.#link) return;
    this.#renewing = true;
    this.close(true);
  }

  /** Closes the connection and connects again, without any back-off, after some OCPP seconds. */
  closeFor(seconds: number): void {
    this.close(false);
    this.#core.life.after(seconds, () => {
      this.#wanted = true;
      if (!this.#link) this.#seek(0);
    });
  }

  /** Drops the connection without a word and does not try again. */
  drop(): void {
    this.#wanted = false;
    this.#search?.end();
    const link = this.#link;
    link?.terminate();
    if (link) this.#lost(link);
  }

  /** Makes one attempt in place of those that the station would make by itself. @throws ConnectError */
  async connectOnce(overrides: Partial<ConnectOptions>): Promise<Link> {
    this.#search?.end();
    const slot = this.#activeSlot ?? this.#core.networkProfiles.priority[0] ?? 0;
    const end = this.#core.activity.begin();
    try {
      const dialed = await this.#dialer.dial(slot, overrides);
      this.#wanted = true;
      this.#adopt(dialed);
      return dialed.link;
    } finally {
      end();
    }
  }

  /** @param firstWait seconds before the first attempt, what is left of the back-off time if there is none */
  #seek(firstWait?: number): void {
    if (this.#cutOff) return;
    this.#search?.end();
    const search = new Life(this.#core.clock, this.#core.life);
    this.#search = search;
    this.#core.activity.start(() => this.#find(search, firstWait));
  }

  async #find(search: Life, firstWait: number | undefined): Promise<void> {
    const backOff = this.#backOff();
    let wait = firstWait ?? Math.max(0, backOff.next() - (this.#core.clock.now() - this.#lostAt) / SECOND);
    for (const slot of slotsToTry(this.#core)) {
      if (wait > 0) await search.wait(wait);
      const dialed = search.over ? undefined : await this.#dialer.attempt(slot, search);
      if (search.over) return dialed?.link.terminate();
      if (dialed) return this.#adopt(dialed);
      const hasty = this.#core.faults.has('bad-server-certificate-tried-at-once') && this.#dialer.distrusts;
      wait = hasty ? 1 : backOff.next();
    }
  }

  #backOff(): BackOff {
    const { variables, faults } = this.#core;
    if (faults.has('backoff-too-fast')) return new BackOff({ waitMinimum: 1, randomRange: 0, repeatTimes: 0 });
    const name = 'OCPPCommCtrlr.RetryBackOff';
    return new BackOff({
      waitMinimum: variables.integer(`${name}WaitMinimum`),
      randomRange: variables.integer(`${name}RandomRange`),
      repeatTimes: faults.has('backoff-not-doubled') ? 0 : variables.integer(`${name}RepeatTimes`),
    });
  }

  #adopt({ link, slot, fallback }: Dialed): void {
    const { networkProfiles, certificates, messages, registration, securityEvents, life } = this.#core;
    const former = this.#link;
    const migrated = this.#formerSlot !== undefined && this.#formerSlot !== slot;
    this.#link = link;
    this.#search?.end();
    this.#activeSlot = slot;
    this.#formerSlot = slot;
    if (link.upgrade.tls && !fallback) certificates.proved();
    networkProfiles.connected(slot);
    for (const watcher of this.#watchers) watcher.linked?.(link, slot);
    messages.attach(link);
    link.listen({ closed: () => this.#lost(link) });
    former?.close();
    for (const event of this.#dialer.takeEvents()) securityEvents.raise(event);
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
