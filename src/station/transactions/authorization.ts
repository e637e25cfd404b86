import type { IdTokenInfoType, IdTokenType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { tokenKey } from './id-token.ts';

/** What is known of a token that may be used to charge. */
export interface Accepted {
  groupIdToken?: IdTokenType | undefined;
}

/** Finds out whether a token may be used to charge: use cases C01, C10, C12 and C15. */
export class Authorization {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @returns undefined if the token may not be used at this EVSE, now */
  async authorize(evse: Evse, idToken: IdTokenType): Promise<Accepted | undefined> {
    const { variables, messages } = this.#core;
    if (variables.isOff('AuthCtrlr.Enabled') || idToken.type === 'NoAuthorization') return {};
    const known = this.known(idToken);
    if (!messages.ready) return this.#authorizeOffline(known);
    if (known?.status === 'Accepted' && variables.flag('AuthCtrlr.LocalPreAuthorize')) return known;
    const outcome = await messages.call('Authorize', { idToken });
    if (outcome.kind === 'closed') return this.#authorizeOffline(known);
    if (outcome.kind !== 'result') return undefined;
    const { idTokenInfo } = outcome.payload;
    this.learn(idToken, idTokenInfo);
    const allowed = !idTokenInfo.evseId?.length || idTokenInfo.evseId.includes(evse.id);
    return idTokenInfo.status === 'Accepted' && allowed ? idTokenInfo : undefined;
  }

  /** What the Authorization Cache has on a token. */
  known(idToken: IdTokenType): IdTokenInfoType | undefined {
    return this.#caching ? this.#core.persistent.authorizationCache.get(tokenKey(idToken)) : undefined;
  }

  /** Keeps what the CSMS says about a token (C10.FR.04, C10.FR.05). */
  learn(idToken: IdTokenType, info: IdTokenInfoType): void {
    const volatile = idToken.type === 'NoAuthorization' || idToken.type === 'Central';
    if (this.#caching && !volatile) this.#core.persistent.authorizationCache.set(tokenKey(idToken), info);
  }

  /** @returns false if there is nothing to clear, because the cache is disabled (C11.FR.04) */
  clearCache(): boolean {
    if (!this.#caching) return false;
    this.#core.persistent.authorizationCache.clear();
    return true;
  }

  get #caching(): boolean {
    return this.#core.variables.flag('AuthCacheCtrlr.Enabled');
  }

  #authorizeOffline(known: IdTokenInfoType | undefined): Accepted | undefined {
    const { variables } = this.#core;
    if (!known) return variables.flag('AuthCtrlr.OfflineTxForUnknownIdEnabled') ? {} : undefined;
    return variables.flag('AuthCtrlr.LocalAuthorizeOffline') && known.status === 'Accepted' ? known : undefined;
  }
}
