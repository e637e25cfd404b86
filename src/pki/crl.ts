import 'reflect-metadata';
import { X509Certificate as NodeCertificate } from 'node:crypto';
import { AuthorityKeyIdentifierExtension, X509Certificate, X509CrlGenerator } from '@peculiar/x509';
import type { Issued } from './certify.ts';
import { signingKeyIn } from './keys.ts';

const DAY = 24 * 3600 * 1000;

/** A list of revoked certificates (RFC 5280, 5), signed by their authority. @param revoked PEM texts. @returns PEM */
export async function revocationList(authority: Issued, revoked: readonly string[], now: number): Promise<string> {
  const issuer = new X509Certificate(authority.certificate);
  const crl = await X509CrlGenerator.create({
    issuer: issuer.subjectName.toJSON(),
    thisUpdate: new Date(now - DAY),
    nextUpdate: new Date(now + 365 * DAY),
    entries: revoked.map((pem) => ({ serialNumber: new NodeCertificate(pem).serialNumber, revocationDate: new Date(now - DAY) })),
    extensions: [await AuthorityKeyIdentifierExtension.create(issuer)],
    ...(await signingKeyIn(authority.key)),
  });
  return `${crl.toString('pem').trim()}\n`;
}
