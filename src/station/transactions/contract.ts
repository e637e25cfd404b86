import type { AuthorizeRequest, IdTokenType, OCSPRequestDataType } from '../../ocpp/generated/messages.ts';
import { hashData } from '../../pki/hash-data.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { present } from './driver.ts';
import { sameToken } from './id-token.ts';

/** What an EV proves by ISO 15118 that it may charge with. */
export interface Contract {
  emaid: string;
  /** PEM texts, the contract certificate first, each followed by that of its issuer; the root is left out. */
  chain: string[];
  /** Where to ask whether these certificates have been revoked. */
  responderURL: string;
}

type Request = Pick<AuthorizeRequest, 'iso15118CertificateHashData' | 'certificate'>;

/** What the station makes of a contract: use case C07. */
export interface Examined {
  /** The station itself can tell that it is valid. */
  valid: boolean;
  /** What the CSMS needs to judge it; absent if it is not to be asked. */
  request?: Request;
}

/** The EV that has been plugged in identifies itself by its contract. */
export async function identify(core: Core, evse: Evse): Promise<void> {
  const { config, smartCharging, transactions, variables } = core;
  if (!config.contract || !variables.flag('ISO15118Ctrlr.PnCEnabled') || transactions.session(evse).authorized) return;
  const token = tokenOf(config.contract);
  await smartCharging.highLevel.begin(evse, () => present(core, evse, token));
}

/** @returns undefined for a token that is not that of the contract of an EV */
export function examine({ config: { contract }, certificates, variables, faults }: Core, idToken: IdTokenType): Examined | undefined {
  if (!contract || !sameToken(tokenOf(contract), idToken)) return undefined;
  const root = certificates.contractRoot(contract.chain);
  const data = root || contract.chain.length > 1 ? revocationData(contract, root) : [];
  const [first, ...more] = data;
  const hashes: Request = first
    ? { iso15118CertificateHashData: [first, ...more] as NonNullable<Request['iso15118CertificateHashData']> }
    : {};
  // C07.FR.02
  if (root) return { valid: true, request: hashes };
  // C07.FR.06
  const central = variables.flag('ISO15118Ctrlr.CentralContractValidationAllowed') && !faults.has('contract-never-sent');
  return { valid: false, ...(central ? { request: { ...hashes, certificate: contract.chain.join('') } } : {}) };
}

const tokenOf = ({ emaid }: Contract): IdTokenType => ({ idToken: emaid, type: 'eMAID' });

/** By which a CSMS can ask about each certificate whose issuer is known. */
function revocationData({ chain, responderURL }: Contract, root: string | undefined): OCSPRequestDataType[] {
  return chain.flatMap((certificate, index) => {
    const issuer = chain[index + 1] ?? root;
    return issuer ? [{ ...hashData(certificate, issuer, 'SHA256'), responderURL }] : [];
  });
}
