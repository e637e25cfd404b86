import type { Handler } from '../dispatch.ts';

/** Use case M03. */
export const getInstalledCertificateIds: Handler<'GetInstalledCertificateIds'> = ({ certificates }, { certificateType }) => {
  const installed = certificates.installed(certificateType);
  return {
    payload: installed.length > 0 ? { status: 'Accepted', certificateHashDataChain: installed } : { status: 'NotFound' },
  };
};
