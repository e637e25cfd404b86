import type { Blueprint } from './credentials.ts';
import { validityOf } from './fits.ts';
import type { Bad } from './flaws.ts';
import { issue } from './issue.ts';
import type { Credential } from './test-pki.ts';

/**
 * Makes a bad certificate with its key. `chain` is as it is to be shown, so that it may lack or misplace authorities.
 * @param blueprint what it is asked to look like, flaw included
 * @param issuer absent for what signs itself
 * @param above what lies between the certificate and its root, nearest first; PEM
 */
export async function makeBad(
  { flaw }: Bad,
  blueprint: Blueprint,
  issuer: Credential | undefined,
  above: readonly string[],
  now: number,
): Promise<Credential> {
  const { certificate: good, key } = await issue(blueprint, issuer, validityOf(blueprint, now));
  const certificate = await spoiled(flaw, good, issuer?.key ?? key);
  return {
    certificate,
    key,
    chain: flaw === 'truncated' ? certificate : certificate + arranged(flaw, above).join(''),
    ...(flaw === 'revoked' && issuer ? { crl: await listWith(issuer, certificate, now) } : {}),
    ...(TOO_WEAK.has(flaw) ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
  };
}

/** What OpenSSL presents only if it is told that security does not matter. */
const TOO_WEAK: ReadonlySet<Bad['flaw']> = new Set<Bad['flaw']>(['weak-key', 'weak-signature']);

async function spoiled(flaw: Bad['flaw'], certificate: string, issuerKey: string): Promise<string> {
  if (flaw === 'truncated') return cut(certificate);
  if (flaw !== 'broken-signature' && flaw !== 'weak-signature') return certificate;
  const { withBrokenSignature, withWeakSignature } = await import('./tamper.ts');
  return flaw === 'broken-signature' ? withBrokenSignature(certificate) : withWeakSignature(certificate, issuerKey);
}

async function listWith(issuer: Credential, certificate: string, now: number): Promise<string> {
  const { revocationList } = await import('./crl.ts');
  return revocationList(issuer, [certificate], now);
}

function arranged(flaw: Bad['flaw'], above: readonly string[]): readonly string[] {
  if (flaw === 'chain-incomplete') return [];
  return flaw === 'chain-order' ? above.toReversed() : above;
}

const cut = (pem: string): string => pem.slice(0, Math.floor(pem.length / 2));
