import type { FirmwareType } from '../../ocpp/generated/messages.ts';
import { firmwareSignatureFits } from '../../pki/firmware.ts';
import { certificateIn } from '../../pki/x509.ts';
import type { Core } from '../core.ts';

/** Whether a certificate was issued by a manufacturer that the station trusts, and is within its period (L01.FR.12, L01.FR.21). */
export function isTrustedSigner({ certificates, faults, time }: Core, pem: string): boolean {
  const certificate = certificateIn(pem);
  const now = time.now();
  const isOver = certificate !== undefined && Date.parse(certificate.validTo) < now && !faults.has('expired-signing-certificate-accepted');
  if (!certificate || now < Date.parse(certificate.validFrom) || isOver) return false;
  if (faults.has('untrusted-signing-certificate-accepted')) return true;
  // There is nothing between the root and the certificate (block L, general rules).
  return certificates.manufacturerRoots.some((root) => {
    const issuer = certificateIn(root);
    return issuer !== undefined && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  });
}

/** Whether the file is what the signature was made for; one that is missing fits nothing (L01.FR.04). */
export function isAuthentic(image: Uint8Array, { signature, signingCertificate }: FirmwareType): boolean {
  if (signature === undefined || signingCertificate === undefined) return false;
  try {
    return firmwareSignatureFits(image, signature, signingCertificate);
  } catch {
    return false;
  }
}
