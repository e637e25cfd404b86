import { X509Certificate } from 'node:crypto';
import type { Dialogue } from './dialogue.ts';

/**
 * What is made of a CSR that a line above remembered: `certificate for $csr`, or its `fingerprint of the certificate for $csr`.
 * @returns undefined for another name
 */
export function issued(dialogue: Dialogue, name: string): Promise<unknown> | undefined {
  const [, fingerprint, kind = '', remembered = ''] = /^(fingerprint of the )?(.+) for \$(\w+)$/.exec(name) ?? [];
  if (!remembered) return undefined;
  const { scope, environment } = dialogue;
  const certificate = `${kind} for $${remembered}`;
  if (fingerprint) return Promise.resolve(new X509Certificate(String(scope.configured(certificate))).fingerprint256);
  const release = environment.clock.hold();
  const issuing = environment.issue?.(kind, String(scope.remembered(remembered)));
  if (!issuing) release();
  return issuing?.finally(release);
}
