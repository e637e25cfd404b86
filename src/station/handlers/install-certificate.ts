import type { Handler } from '../dispatch.ts';

/** Use case M05. */
export const installCertificate: Handler<'InstallCertificate'> = ({ certificates, faults }, { certificateType, certificate }) => {
  const objection = certificates.objection(certificateType, certificate);
  return {
    payload: objection ? { status: objection.status, statusInfo: { reasonCode: objection.reasonCode } } : { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status === 'Accepted' || faults.has('rejected-root-installed')) certificates.install(certificateType, certificate);
    },
  };
};
