import { X509Certificate } from 'node:crypto';
import type { Dialogue } from './dialogue.ts';
import { NamedCertificate } from './named-certificate.ts';

/**
 * What is made of a CSR that a line above remembered: `certificate for $csr`, or its `fingerprint of the certificate for $csr`
 * or `hash data of the certificate for $csr`, or `serial number of ...`.
 * @returns undefined for another name
 */
export function issued(dialogue: Dialogue, name: string): Promise<unknown> | undefined {
  const [, wanted, kind = '', remembered = ''] = /^(?:(fingerprint|serial number|hash data) of the )?(.+) for \$(\w+)$/.exec(name) ?? [];
  if (!remembered) return undefined;
  const { scope, environment } = dialogue;
  const chain = () => String(scope.configured(`${kind} for $${remembered}`));
  if (wanted === 'fingerprint') return Promise.resolve(new X509Certificate(chain()).fingerprint256);
  if (wanted === 'hash data') return named(dialogue, chain());
  if (wanted === 'serial number') return named(dialogue, chain()).then(({ serialNumber }) => serialNumber);
  const release = environment.clock.hold();
  const issuing = environment.issue?.(kind, String(scope.remembered(remembered)));
  if (!issuing) release();
  return issuing?.finally(release);
}

const CERTIFICATE = /-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n?/g;

/** A certificate that comes alone was issued by the root of the CSMS itself. */
async function named({ environment }: Dialogue, chain: string): Promise<NamedCertificate> {
  const [certificate = '', issuer] = chain.match(CERTIFICATE) ?? [];
  return new NamedCertificate(certificate, [issuer ?? String(await environment.find?.('CSMS root'))]);
}
