import type { CertificateHashDataType, CustomerInformationRequest, IdTokenType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { tokenKey } from '../transactions/id-token.ts';

/** How a CSMS refers to a customer. */
export type Reference = Pick<CustomerInformationRequest, 'idToken' | 'customerIdentifier' | 'customerCertificate'>;

/** The same for all spellings of what names a certificate. */
export const certificateKey = ({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertificateHashDataType): string =>
  [hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber].join(':').toLowerCase();

/** Notes that somebody has charged by a contract. */
export function rememberContract({ persistent }: Core, certificate: CertificateHashDataType | undefined, idToken: IdTokenType): void {
  if (certificate) persistent.contracts.set(certificateKey(certificate), idToken);
}

/** What the station knows of a customer, for people to read; nothing if it knows nothing (N09.FR.05, N09.FR.06). */
export function knownOf(core: Core, { idToken, customerIdentifier, customerCertificate }: Reference): string {
  const { persistent } = core;
  if (idToken) return knownOfToken(core, idToken);
  if (customerIdentifier !== undefined && persistent.customers.has(customerIdentifier)) return `customer ${customerIdentifier}`;
  const token = customerCertificate && persistent.contracts.get(certificateKey(customerCertificate));
  return token ? [`contract ${token.idToken}`, knownOfToken(core, token)].filter(Boolean).join('; ') : '';
}

/** Forgets a customer, apart from the local list, which is the business of the CSMS (N10.FR.02, N10.FR.03). */
export function forget({ persistent }: Core, { idToken, customerIdentifier, customerCertificate }: Reference): void {
  const key = customerCertificate && certificateKey(customerCertificate);
  const token = idToken ?? (key === undefined ? undefined : persistent.contracts.get(key));
  if (token) persistent.authorizationCache.delete(tokenKey(token));
  if (customerIdentifier !== undefined) persistent.customers.delete(customerIdentifier);
  if (key !== undefined) persistent.contracts.delete(key);
}

function knownOfToken({ persistent, localAuthorizationList }: Core, idToken: IdTokenType): string {
  const cached = persistent.authorizationCache.get(tokenKey(idToken));
  const listed = localAuthorizationList.get(idToken);
  return [cached && `authorization cache: ${cached.info.status}`, listed && `local list: ${listed.status}`].filter(Boolean).join('; ');
}
