import 'reflect-metadata';
import { X509Certificate as NodeCertificate } from 'node:crypto';
import { AuthorityKeyIdentifierExtension, Extension, PemConverter, X509Certificate, X509CrlGenerator, X509CrlReason } from '@peculiar/x509';
import type { Issued } from './certify.ts';
import { encoded } from './der.ts';
import { signingKeyIn } from './keys.ts';

const CRL_NUMBER = '2.5.29.20';
const INTEGER = 0x02;
const DAY = 24 * 3600 * 1000;

/** A list of revoked certificates (RFC 5280, 5), signed by their authority. @param revoked PEM texts. @returns PEM */
export async function revocationList(authority: Issued, revoked: readonly string[], now: number): Promise<string> {
  const issuer = new X509Certificate(authority.certificate);
  const crl = await X509CrlGenerator.create({
    issuer: issuer.subjectName.toJSON(),
    thisUpdate: new Date(now - DAY),
    nextUpdate: new Date(now + 365 * DAY),
    entries: revoked.map((pem) => ({
      serialNumber: new NodeCertificate(pem).serialNumber,
      revocationDate: new Date(now - DAY),
      reason: X509CrlReason.keyCompromise,
    })),
    extensions: [
      await AuthorityKeyIdentifierExtension.create(issuer),
      new Extension(CRL_NUMBER, false, encoded(INTEGER, Buffer.from([1]))),
    ],
    ...(await signingKeyIn(authority.key)),
  });
  // The label of RFC 7468, which the library spells otherwise.
  return `${PemConverter.encode(crl.rawData, 'X509 CRL').trim()}\n`;
}
