import type { Handler } from '../dispatch.ts';

/** Use cases A02 and A03. */
export const certificateSigned: Handler<'CertificateSigned'> = (
  { certificateRenewal },
  { certificateChain, certificateType: type = 'ChargingStationCertificate' },
) => {
  const objection = certificateRenewal.objection(type, certificateChain);
  return {
    payload: objection ? { status: 'Rejected', statusInfo: { reasonCode: objection } } : { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') certificateRenewal.install(type, certificateChain);
      else certificateRenewal.discard(type);
    },
  };
};
