import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { CertificateFacts, CsrFacts } from './facts.ts';

/** What is wrong with a certificate: `must` where a requirement is broken, `should` where a recommendation is. */
export interface Objection {
  requirement: string;
  level: 'must' | 'should';
  what: string;
}

/** Who the first certificate of a chain should be for; what is not given is not looked at. */
export interface Expected {
  identity?: string;
  serialNumber?: string;
  hosts?: readonly string[];
}

const must = (requirement: string, what: string): Objection => ({ requirement, level: 'must', what });
const should = (requirement: string, what: string): Objection => ({ requirement, level: 'should', what });

const DAY = 24 * 3600 * 1000;
/** maxLength of certificate in InstallCertificateRequest and of csr in SignCertificateRequest, and of certificateChain in CertificateSignedRequest. */
export const LIMITS = { certificate: 5500, chain: 10000 } as const;
const SIGNS: ReadonlySet<string> = new Set(['digitalSignature', 'keyEncipherment']);
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

/** What holds for every certificate (A00.FR.501 to A00.FR.514). @param now milliseconds since the epoch */
export function objectionsTo(facts: CertificateFacts, now: number): Objection[] {
  return [...ofKey(facts), ...ofSignature(facts), ...ofPeriod(facts, now), ...ofContent(facts)];
}

function ofKey({ key, strength }: Pick<CertificateFacts, 'key' | 'strength'>): Objection[] {
  if (strength !== undefined && strength >= 112) return [];
  const requirement = key.startsWith('EC') ? 'A00.FR.503' : key.startsWith('RSA') ? 'A00.FR.502' : 'A00.FR.501';
  return [must(requirement, `the key (${key}) is ${strength === undefined ? 'of a kind that requirements do not speak of' : 'too weak'}`)];
}

function ofSignature({ signature, selfIssued }: CertificateFacts): Objection[] {
  if (signature === 'unknown') return [should('A00.FR.504', 'it is signed with an algorithm that is not known here')];
  // Nobody relies on the signature of a root.
  if (signature.endsWith('SHA-1'))
    return selfIssued ? [should('A00.FR.506', 'it is signed with SHA-1')] : [must('A00.FR.504', 'it is signed with SHA-1')];
  return signature.startsWith('RSASSA') ? [should('A00.FR.505', 'it is signed with RSA PKCS#1 v1.5, neither RSA-PSS nor ECDSA')] : [];
}

function ofPeriod({ from, to }: CertificateFacts, now: number): Objection[] {
  if (now < from.getTime()) return [must('RFC 5280', `it is not valid before ${from.toISOString()}`)];
  return now > to.getTime() ? [must('RFC 5280', `its period is over since ${to.toISOString()}`)] : [];
}

function ofContent({
  serialNumber,
  organization,
  authority,
  selfIssued,
  keyUsages,
  extendedKeyUsages,
  size,
}: CertificateFacts): Objection[] {
  const found: Objection[] = [];
  if (/^0*$/.test(serialNumber)) found.push(must('A00.FR.508', 'it has no serial number'));
  if (!organization) found.push(must('A00.FR.509', 'the subject has no organizationName'));
  if (selfIssued && !authority) found.push(must('RFC 5280', 'it signs itself, and is no authority'));
  if (!keyUsages) found.push(should('A00.FR.512', 'it has no key usage'));
  else if (authority && !keyUsages.includes('keyCertSign')) found.push(must('RFC 5280', 'an authority needs the key usage keyCertSign'));
  else if (!authority && !keyUsages.some((usage) => SIGNS.has(usage)))
    found.push(must('RFC 5280', `its key usage (${keyUsages.join(', ')}) is good for nothing in OCPP`));
  // A responder of its own is none without it (RFC 6960, 4.2.2.2).
  const extended = extendedKeyUsages?.filter((usage) => usage !== OCSP_SIGNING) ?? [];
  if (extended.length > 0) found.push(should('A00.FR.514', `it has an extended key usage (${extended.join(', ')})`));
  if (size > LIMITS.certificate)
    found.push(should('InstallCertificateRequest', `it has ${size} characters, and there is room for ${LIMITS.certificate}`));
  return found;
}

/** Whether a certificate is for whom it should be. */
export function objectionsToName(facts: CertificateFacts, expected: Expected): Objection[] {
  const { commonName = '', alternatives } = facts;
  const { identity, serialNumber, hosts } = expected;
  const found: Objection[] = [];
  if (serialNumber !== undefined || identity !== undefined) {
    const names = [serialNumber, identity].filter((name) => name !== undefined);
    if (!names.includes(commonName)) found.push(must('A00.FR.511', `the common name is "${commonName}", not "${names.join('" or "')}"`));
    if (isIP(commonName) || commonName.includes('://')) found.push(must('A00.FR.511', 'the common name is an address or a URL'));
    if (alternatives.some((name) => name.startsWith('dns:')))
      found.push(should('A00.FR.511', 'a station has no subjectAltName of type dNSName'));
  }
  if (hosts !== undefined) found.push(...objectionsToHosts(facts, hosts));
  return found;
}

function objectionsToHosts({ commonName = '', alternatives, from, to }: CertificateFacts, hosts: readonly string[]): Objection[] {
  const named = (host: string) => alternatives.some((name) => name.toLowerCase() === `${isIP(host) ? 'ip' : 'dns'}:${host.toLowerCase()}`);
  const [fqdn = ''] = hosts;
  const isCommonName = commonName.toLowerCase() === fqdn.toLowerCase();
  const found = isCommonName ? [] : [must('A00.FR.510', `the common name is "${commonName}", not "${fqdn}"`)];
  // A name in subjectAltName takes the place of the common name (RFC 2818).
  const missing = hosts.filter((host, index) => !named(host) && (index > 0 || alternatives.length > 0));
  found.push(...missing.map((host) => must('A00.FR.511', `subjectAltName does not have "${host}"`)));
  if (commonName.includes('*') || alternatives.some((name) => name.includes('*')))
    found.push(should('A00.FR.510', 'a wildcard is no FQDN'));
  if (to.getTime() - from.getTime() > DAY) found.push(should('A00.FR.701', 'it is valid for more than 24 hours'));
  return found;
}

/** What is wrong with a certificate signing request. */
export function objectionsToCsr({ key, strength, signed, commonName = '', organization, size }: CsrFacts, expected: Expected): Objection[] {
  const { identity, serialNumber, hosts } = expected;
  const names = [serialNumber, identity, hosts?.[0]].filter((name) => name !== undefined);
  const found = ofKey({ key, strength });
  if (!signed) found.push(must('A02.FR.03', 'it is not signed with its own key'));
  if (!organization) found.push(must('A00.FR.509', 'the subject has no organizationName'));
  if (names.length > 0 && !names.includes(commonName))
    found.push(must(hosts ? 'A00.FR.510' : 'A00.FR.511', `the common name is "${commonName}", not "${names.join('" or "')}"`));
  if (size > LIMITS.certificate)
    found.push(should('SignCertificateRequest', `it has ${size} characters, and there is room for ${LIMITS.certificate}`));
  return found;
}

/** What is wrong with certificates that should be a chain, the first one certified by the second and so on. @param chain PEM texts */
export function objectionsToChain(chain: readonly string[]): Objection[] {
  const read = chain.map((pem) => new X509Certificate(pem));
  const found = read.flatMap((certificate, index) => {
    const above = read[index + 1];
    if (!above) return certificate.issuer === certificate.subject ? checkSignature(certificate, certificate, index, index) : [];
    if (certificate.checkIssued(above)) return checkSignature(certificate, above, index, index + 1);
    const issuer = read.findIndex((other, place) => place !== index && certificate.checkIssued(other));
    const what = `certificate ${index + 1} is not issued by the next one`;
    return [must('RFC 5246', issuer < 0 ? what : `${what}, but by certificate ${issuer + 1}: the chain is out of order`)];
  });
  const size = chain.join('').length;
  if (chain.length > 1 && size > LIMITS.chain)
    found.push(should('CertificateSignedRequest', `the chain has ${size} characters, and there is room for ${LIMITS.chain}`));
  return found;
}

function checkSignature(certificate: X509Certificate, issuer: X509Certificate, index: number, by: number): Objection[] {
  if (certificate.verify(issuer.publicKey)) return [];
  return [must('RFC 5280', `the signature of certificate ${index + 1} was not made with the key of certificate ${by + 1}`)];
}
