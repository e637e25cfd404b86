import type { Handler } from '../context.ts';

const otherCsr = async () => (await import('../../pki/make-csr.ts')).makeCsr({ commonName: 'other', organization: 'other' });

/** Use cases A02 and A03: what the certificate authority makes of a CSR goes to the station as soon as it is there. */
export const signCertificate: Handler<'SignCertificate'> = ({ csr, certificateType }, { config, clock, begin, send, faulty }) => {
  const { certificateAuthority } = config;
  // A02.FR.12
  if (!certificateAuthority || faulty('csr-rejected')) return { payload: { status: 'Rejected' } };
  return {
    payload: { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status !== 'Accepted' || faulty('certificate-never-sent')) return;
      begin(async () => {
        const release = clock.hold();
        const asked = faulty('certificate-for-other-key') ? (await otherCsr()).csr : csr;
        const chain = await certificateAuthority(asked, certificateType ?? 'ChargingStationCertificate').finally(release);
        // A02.FR.14
        await send('CertificateSigned', { certificateChain: chain, ...(certificateType ? { certificateType } : {}) });
      });
    },
  };
};
