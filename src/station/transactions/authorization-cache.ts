import type { IdTokenInfoType, IdTokenType } from '../../ocpp/generated/messages.ts';
import { SECOND } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import { tokenKey } from './id-token.ts';

export interface CachedToken {
  info: IdTokenInfoType;
  /** When the CSMS said so, in milliseconds since the epoch. */
  updated: number;
}

/** What the CSMS has last said of tokens, the oldest first: use cases C10 and C11. */
export class AuthorizationCache {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Switching it off leaves its content as it is (C10.FR.11). */
  get enabled(): boolean {
    const { variables } = this.#core;
    return !variables.isOff('AuthCacheCtrlr.Available') && variables.flag('AuthCacheCtrlr.Enabled');
  }

  get size(): number {
    return this.#unexpired().size;
  }

  get bytes(): number {
    return [...this.#unexpired()].reduce((sum, entry) => sum + bytesOf(entry), 0);
  }

  get(idToken: IdTokenType): IdTokenInfoType | undefined {
    return this.enabled ? this.#unexpired().get(tokenKey(idToken))?.info : undefined;
  }

  /** Keeps what the CSMS says of a token, whatever it says (C10.FR.01, C02.FR.03, C03.FR.02), but no tariffs (C10.FR.09). */
  store(idToken: IdTokenType, { personalMessage: _, ...info }: IdTokenInfoType): void {
    if (!this.enabled || idToken.type === 'NoAuthorization' || idToken.type === 'Central') return;
    const { persistent, time, faults } = this.#core;
    const key = tokenKey(idToken);
    if (faults.has('cache-keeps-first-status') && persistent.authorizationCache.has(key)) return;
    if (faults.has('cached-group-forgotten')) delete info.groupIdToken;
    persistent.authorizationCache.delete(key);
    persistent.authorizationCache.set(key, { info, updated: time.now() });
    this.#makeRoom();
  }

  clear(): void {
    this.#core.persistent.authorizationCache.clear();
  }

  /** The cache survives a reboot (C10.FR.02). */
  reboot(): void {
    if (this.#core.faults.has('cache-forgotten-after-reboot')) this.clear();
  }

  /** C10.FR.10, C10.FR.13 */
  #unexpired(): Map<string, CachedToken> {
    const { variables, time, persistent, faults } = this.#core;
    if (faults.has('cache-outlives-its-life-time')) return persistent.authorizationCache;
    const lifeTime = variables.integer('AuthCacheCtrlr.LifeTime', Number.POSITIVE_INFINITY) * SECOND;
    for (const [key, { info, updated }] of persistent.authorizationCache) {
      const until = info.cacheExpiryDateTime === undefined ? updated + lifeTime : Date.parse(info.cacheExpiryDateTime);
      if (time.now() > until) persistent.authorizationCache.delete(key);
    }
    return persistent.authorizationCache;
  }

  /** Forgets first those that are not Accepted, then the oldest (C10.FR.07). */
  #makeRoom(): void {
    const cache = this.#unexpired();
    const most = this.#core.variables.maxLimit('AuthCacheCtrlr.Storage');
    for (let bytes = this.bytes; bytes > most && cache.size > 1; bytes = this.bytes) {
      const old = [...cache].slice(0, -1);
      const [key] = old.find(([, { info }]) => info.status !== 'Accepted') ?? (old[0] as [string, CachedToken]);
      cache.delete(key);
    }
  }
}

const bytesOf = (entry: [string, CachedToken]): number => Buffer.byteLength(JSON.stringify(entry));
