import { isIP } from 'node:net';
import type { Blueprint, CredentialName } from './credentials.ts';

/** What can be wrong with a certificate on purpose, and why it must not be accepted. */
export const FLAWS = {
  expired: 'its period is over',
  'not-yet-valid': 'its period has not begun',
  'unknown-ca': 'signed by a root that nobody trusts',
  'self-signed': 'signed with its own key, by no authority',
  'wrong-name': 'for somebody else, in common name and subjectAltName',
  wildcard: 'a wildcard for a name',
  'wrong-organization': 'the organization is not the CSO',
  'weak-key': 'RSA key of 1024 bits (A00.FR.502)',
  'weak-signature': 'signed with SHA-1 (A00.FR.504)',
  'broken-signature': 'one bit of the signature is wrong',
  'no-key-usage': 'without key usage (A00.FR.512, a recommendation)',
  'wrong-key-usage': 'key usage allows dataEncipherment and nothing else',
  revoked: 'listed in the revocation list of its authority',
  'chain-order': 'the authorities above it are in the wrong order',
  'chain-incomplete': 'the authorities above it are left out',
  truncated: 'the PEM text ends half-way',
  oversized: 'more than 10000 characters of PEM, longer than any field of OCPP for it',
} as const;
export type Flaw = keyof typeof FLAWS;

/** Flaws that are not in what is certified, but in the signature, in the PEM text or beside it. */
const LATER: ReadonlySet<Flaw> = new Set<Flaw>([
  'weak-signature',
  'broken-signature',
  'revoked',
  'chain-order',
  'chain-incomplete',
  'truncated',
]);
export const isLater = (flaw: Flaw): boolean => LATER.has(flaw);

const ANY = [
  'expired',
  'not-yet-valid',
  'unknown-ca',
  'self-signed',
  'wrong-name',
  'weak-key',
  'weak-signature',
  'broken-signature',
  'no-key-usage',
  'wrong-key-usage',
  'revoked',
  'truncated',
  'oversized',
] as const satisfies Flaw[];

/** Which flaws the certificates can have, by the good ones that they are made after. */
const FLAWS_OF = {
  'csms-server': [...ANY, 'wildcard', 'chain-order', 'chain-incomplete'],
  'station-client': [...ANY, 'wrong-organization', 'chain-order', 'chain-incomplete'],
  'firmware-signing': ANY,
  'v2g-station': [...ANY, 'chain-order', 'chain-incomplete'],
  contract: [...ANY, 'chain-incomplete'],
  'csms-root': ['expired', 'weak-key', 'weak-signature', 'broken-signature', 'no-key-usage', 'truncated', 'oversized'],
} as const satisfies Partial<Record<CredentialName, readonly Flaw[]>>;

type Flawed = keyof typeof FLAWS_OF;

/** A bad certificate: the good one that it is made after, and what is wrong with it. */
export interface Bad {
  of: Flawed;
  flaw: Flaw;
}

const nameOf = ({ of, flaw }: Bad): string =>
  of === 'csms-server' && flaw === 'unknown-ca' ? 'csms-server-unrelated-root' : `${of}-${flaw}`;

/** All bad certificates, by name. */
export const BAD: ReadonlyMap<string, Bad> = new Map(
  (Object.entries(FLAWS_OF) as [Flawed, readonly Flaw[]][]).flatMap(([of, flaws]) =>
    flaws.map((flaw) => [nameOf({ of, flaw }), { of, flaw }] as const),
  ),
);

const WRONG_HOST = 'elsewhere.invalid';
/** Longer than certificateChain of CertificateSigned can be, once it is in base64. */
const PADDING = 9000;

/** What a certificate with this flaw is asked to look like. */
export function flawed(good: Blueprint, { of, flaw }: Bad): Blueprint {
  const server = of === 'csms-server';
  const { commonName, organization, alternatives } = good;
  switch (flaw) {
    case 'expired':
    case 'not-yet-valid':
      return { ...good, period: flaw };
    case 'unknown-ca':
      return { ...good, issuer: 'csms-root-unrelated' };
    case 'self-signed': {
      const { issuer: _, ...alone } = good;
      return alone;
    }
    case 'wrong-name': {
      const other = server ? WRONG_HOST : `${commonName}-other`;
      return { ...good, commonName: other, alternatives: alternatives.length > 0 ? [other] : [] };
    }
    case 'wildcard':
      return { ...good, commonName: wildcardFor(commonName), alternatives: alternatives.map(wildcardWithin) };
    case 'wrong-organization':
      return { ...good, organization: `${organization} impostor` };
    case 'weak-key':
      return { ...good, key: 'rsa-1024' };
    case 'no-key-usage':
      return { ...good, keyUsage: 'none' };
    case 'wrong-key-usage':
      return { ...good, keyUsage: 'wrong' };
    case 'oversized':
      return { ...good, padding: PADDING };
    case 'chain-order':
    case 'chain-incomplete':
      return server || of === 'station-client' ? { ...good, issuer: 'csms-sub-ca-2' } : good;
    default:
      return good;
  }
}

/** The wildcard that covers a host name; `*` for one without a domain, and for an address. */
const wildcardFor = (host: string): string => (isIP(host) || !host.includes('.') ? '*' : host.replace(/^[^.]*/, '*'));
/** The same where a name has to stay usable: what no wildcard can cover is left as it is. */
const wildcardWithin = (host: string): string => (isIP(host) || !host.includes('.') ? host : wildcardFor(host));
