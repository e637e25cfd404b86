import { signFirmware } from '../pki/firmware.ts';
import type { TestPki } from '../pki/test-pki.ts';
import type { CsmsConfig } from './config.ts';

/** The roots that an operator has stations install. */
export const operatorCertificates = (pki: TestPki): CsmsConfig['certificates'] => ({
  CSMSRootCertificate: pki.credential('csms-root').certificate,
  ManufacturerRootCertificate: pki.credential('manufacturer-root').certificate,
  V2GRootCertificate: pki.credential('v2g-root').certificate,
  MORootCertificate: pki.credential('mo-root').certificate,
});

/** Firmware as the operator hands it out: where it is, its signature, and the certificate to check that with (L01.FR.11). */
export const signedFirmware = (pki: TestPki, location: string, firmware: Uint8Array): CsmsConfig['firmware'] => {
  const { certificate, key } = pki.credential('firmware-signing');
  return { location, signingCertificate: certificate, signature: signFirmware(firmware, key) };
};
