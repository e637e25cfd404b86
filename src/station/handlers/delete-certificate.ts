import type { Handler } from '../dispatch.ts';

/** Use case M04. */
export const deleteCertificate: Handler<'DeleteCertificate'> = ({ certificates }, { certificateHashData }) => ({
  payload: { status: certificates.deletion(certificateHashData) },
  afterwards: ({ status }) => {
    if (status === 'Accepted') certificates.delete(certificateHashData);
  },
});
