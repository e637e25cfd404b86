import type { CertificateHashDataType } from '../../ocpp/generated/messages.ts';
import type { RequestKind } from '../context.ts';

/** A02; without a certificate authority the CSMS has no chain of its own to send. */
export const certificateSigned: RequestKind<'CertificateSigned'> = { compose: () => ({ certificateChain: '' }) };

/** M03 */
export const getInstalledCertificateIds: RequestKind<'GetInstalledCertificateIds'> = {
  compose: () => ({}),
  learn: ({ certificateHashDataChain = [] }, _sent, { station }) => {
    for (const { certificateHashData } of certificateHashDataChain)
      station.certificates.set(keyOf(certificateHashData), certificateHashData);
  },
};

/** M04 */
export const deleteCertificate: RequestKind<'DeleteCertificate'> = {
  prepare: async ({ send }, partial) => {
    if (partial.certificateHashData === undefined) await send('GetInstalledCertificateIds', {});
  },
  // M04.FR.07: in the words of the station.
  compose: ({ station }) => ({ certificateHashData: station.certificates.latest ?? NOTHING }),
  learn: ({ status }, { certificateHashData }, { station }) => {
    if (status === 'Accepted') station.certificates.delete(keyOf(certificateHashData));
  },
};

/** M05 */
export const installCertificate: RequestKind<'InstallCertificate'> = {
  compose: ({ config }, { certificateType = 'CSMSRootCertificate' }) => {
    const type = certificateType as keyof typeof config.certificates;
    return { certificateType: type, certificate: config.certificates[type] ?? '' };
  },
};

const keyOf = ({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertificateHashDataType): string =>
  `${hashAlgorithm} ${issuerNameHash} ${issuerKeyHash} ${serialNumber}`;

const NOTHING: CertificateHashDataType = { hashAlgorithm: 'SHA256', issuerNameHash: '', issuerKeyHash: '', serialNumber: '' };
