import type { IdTokenInfoType, IdTokenType, MessageContentType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { rememberContract } from '../customers/customers.ts';
import type { Evse } from '../evses.ts';
import type { Faults } from '../faults/faults.ts';
import type { FaultName } from '../faults/index.ts';
import { type Examined, examine } from './contract.ts';

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
    const { variables, messages, faults } = this.#core;
    if (variables.isOff('AuthCtrlr.Enabled') || idToken.type === 'NoAuthorization') return {};
    const known = this.#lookUp(idToken);
    const accepted = known && !known.expired ? allowedAt(evse, known.info) : undefined;
    const contract = examine(this.#core, idToken);
    // C07.FR.07, C07.FR.08
    const offline = () => (contract && !this.#countsOffline(contract) ? undefined : this.#authorizeOffline(known, accepted));
    if (!messages.ready) return offline();
    const remoteOff = variables.flag('AuthCtrlr.DisableRemoteAuthorization');
    if (remoteOff && !faults.has('remote-authorization-although-disabled')) return accepted;
    // C07.FR.01
    if (known && accepted && !contract && this.#isTrusted(known)) return faults.has('cached-token-starts-nothing') ? undefined : accepted;
    if ((known && this.#isSettled(known)) || (contract && !contract.request)) return undefined;
    const outcome = await messages.call('Authorize', { idToken, ...contract?.request });
    if (outcome.kind === 'closed') return offline();
    if (outcome.kind !== 'result') return undefined;
    const { idTokenInfo, certificateStatus = 'Accepted' } = outcome.payload;
    if (!faults.has('cache-ignores-authorize-response')) this.#core.authorizationCache.store(idToken, idTokenInfo);
    if (contract && faults.has(certificateStatus === 'CertificateRevoked' ? 'revoked-contract-charges' : 'contract-not-judged')) return {};
    if (certificateStatus !== 'Accepted') return undefined;
    if (contract) rememberContract(this.#core, contract.request?.iso15118CertificateHashData?.[0], idToken);
    if (known && !accepted && faults.has(STUBBORN[known.controller])) return undefined;
    return allowedAt(evse, tolerated(faults, idTokenInfo));
  }

  #countsOffline({ valid }: Examined): boolean {
    const { faults, variables } = this.#core;
    if (faults.has('contract-charges-offline')) return true;
    return valid && variables.flag('ISO15118Ctrlr.ContractValidationOffline') && !faults.has('contract-refused-offline');
  }

  /** Without asking the CSMS. */
  #isTrusted({ controller }: Known): boolean {
    const { faults, variables } = this.#core;
    if (faults.has(ASKING[controller])) return false;
    return faults.has('cache-trusted-without-pre-authorize') || variables.flag('AuthCtrlr.LocalPreAuthorize');
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
    const { localAuthorizationList, authorizationCache, faults } = this.#core;
    const listed = localAuthorizationList.get(idToken);
    const first = faults.has('cache-beats-list') ? authorizationCache.get(idToken) : undefined;
    if (listed && !first) return { info: listed, controller: 'LocalAuthListCtrlr', expired: localAuthorizationList.isExpired(listed) };
    const cached = authorizationCache.get(idToken);
    return cached && { info: cached, controller: 'AuthCacheCtrlr', expired: false };
  }

  /** The CSMS need not be asked again about a token that it has not accepted (C10.FR.03, C12.FR.05, C14.FR.03). */
  #isSettled({ info, controller, expired }: Known): boolean {
    const { faults, variables } = this.#core;
    if (expired || info.status === 'Accepted') return false;
    const [source, status] = [controller === 'AuthCacheCtrlr' ? 'cached' : 'listed', info.status.toLowerCase()];
    if (faults.has(`${source}-${status}-token-not-asked-about` as FaultName)) return true;
    return variables.flag(`${controller}.DisablePostAuthorize`) && !(source === 'listed' && faults.has('list-asked-about-for-nothing'));
  }

  /** C13, C15: a token that has expired is not an unknown one (C13.FR.06). */
  #authorizeOffline(known: Known | undefined, accepted: Accepted | undefined): Accepted | undefined {
    const { variables, faults } = this.#core;
    if (faults.has('offline-refuses-everyone')) return undefined;
    if (!known)
      return variables.flag('AuthCtrlr.OfflineTxForUnknownIdEnabled') && !faults.has('offline-refuses-unknown-token') ? {} : undefined;
    if (faults.has(`offline-charges-${known.info.status.toLowerCase()}-token` as FaultName)) return {};
    return variables.flag('AuthCtrlr.LocalAuthorizeOffline') ? accepted : undefined;
  }
}

const STUBBORN = { AuthCacheCtrlr: 'cached-status-beats-answer', LocalAuthListCtrlr: 'listed-status-beats-answer' } as const;
const ASKING = { AuthCacheCtrlr: 'asks-about-cached-token', LocalAuthListCtrlr: 'asks-about-listed-token' } as const;

/** The answer as a faulty station reads it. */
function tolerated(faults: Faults, info: IdTokenInfoType): IdTokenInfoType {
  const fault = info.groupIdToken && faults.has('invalid-group-member-stops') ? 'invalid-group-member-stops' : TOLERANT[info.status];
  return fault && faults.has(fault) ? { ...info, status: 'Accepted' } : info;
}

const TOLERANT: { [S in IdTokenInfoType['status']]?: FaultName } = {
  Invalid: 'charges-refused-token',
  Blocked: 'charges-blocked-token',
  Expired: 'charges-expired-token',
  Unknown: 'charges-unknown-token',
};

/** C01.FR.21 */
const allowedAt = (evse: Evse, info: IdTokenInfoType): Accepted | undefined =>
  info.status === 'Accepted' && (!info.evseId?.length || info.evseId.includes(evse.id)) ? info : undefined;
