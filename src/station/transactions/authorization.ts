import type { IdTokenInfoType, IdTokenType, MessageContentType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';

/** What is known of a token that may be used to charge. */
export interface Accepted {
  groupIdToken?: IdTokenType | undefined;
  /** The tariff of the driver. */
  personalMessage?: MessageContentType | undefined;
}

/** What the station knows of a token by itself. */
interface Known {
  info: IdTokenInfoType;
  /** The component that says whether the CSMS is asked about tokens that are not Accepted. */
  controller: 'LocalAuthListCtrlr' | 'AuthCacheCtrlr';
  expired: boolean;
}

/** Finds out whether a token may be used to charge: use cases C01 and C09 to C16. */
export class Authorization {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @returns undefined if the token may not be used at this EVSE, now */
  async authorize(evse: Evse, idToken: IdTokenType): Promise<Accepted | undefined> {
    const { variables, messages } = this.#core;
    if (variables.isOff('AuthCtrlr.Enabled') || idToken.type === 'NoAuthorization') return {};
    const known = this.#lookUp(idToken);
    const accepted = known && !known.expired ? allowedAt(evse, known.info) : undefined;
    if (!messages.ready) return this.#authorizeOffline(known, accepted);
    if (variables.flag('AuthCtrlr.DisableRemoteAuthorization')) return accepted;
    if (accepted && variables.flag('AuthCtrlr.LocalPreAuthorize')) return accepted;
    if (known && this.#isSettled(known)) return undefined;
    const outcome = await messages.call('Authorize', { idToken });
    if (outcome.kind === 'closed') return this.#authorizeOffline(known, accepted);
    if (outcome.kind !== 'result') return undefined;
    const { idTokenInfo } = outcome.payload;
    this.#core.authorizationCache.store(idToken, idTokenInfo);
    return allowedAt(evse, idTokenInfo);
  }

  /** What the Local Authorization List or else the Authorization Cache has on a token. */
  known(idToken: IdTokenType): IdTokenInfoType | undefined {
    const known = this.#lookUp(idToken);
    return known?.expired ? undefined : known?.info;
  }

  /** Whether whoever belongs to this group may stop all transactions, but start none (C16). */
  isMasterPass(group: IdTokenType | undefined): boolean {
    const { variables } = this.#core;
    const path = 'AuthCtrlr.MasterPassGroupId';
    const masters = variables.has(path) ? variables.get(path).toLowerCase() : '';
    return masters !== '' && group?.idToken.toLowerCase() === masters;
  }

  /** The list has priority over the cache (C13.FR.01, C14.FR.01). */
  #lookUp(idToken: IdTokenType): Known | undefined {
    const { localAuthorizationList, authorizationCache } = this.#core;
    const listed = localAuthorizationList.get(idToken);
    if (listed) return { info: listed, controller: 'LocalAuthListCtrlr', expired: localAuthorizationList.isExpired(listed) };
    const cached = authorizationCache.get(idToken);
    return cached && { info: cached, controller: 'AuthCacheCtrlr', expired: false };
  }

  /** The CSMS need not be asked again about a token that it has not accepted (C10.FR.03, C12.FR.05, C14.FR.03). */
  #isSettled({ info, controller, expired }: Known): boolean {
    return !expired && info.status !== 'Accepted' && this.#core.variables.flag(`${controller}.DisablePostAuthorize`);
  }

  /** C13, C15: a token that has expired is not an unknown one (C13.FR.06). */
  #authorizeOffline(known: Known | undefined, accepted: Accepted | undefined): Accepted | undefined {
    const { variables } = this.#core;
    if (!known) return variables.flag('AuthCtrlr.OfflineTxForUnknownIdEnabled') ? {} : undefined;
    return variables.flag('AuthCtrlr.LocalAuthorizeOffline') ? accepted : undefined;
  }
}

/** C01.FR.21 */
const allowedAt = (evse: Evse, info: IdTokenInfoType): Accepted | undefined =>
  info.status === 'Accepted' && (!info.evseId?.length || info.evseId.includes(evse.id)) ? info : undefined;
