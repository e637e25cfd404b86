import { isSignedBy, ocspResponse } from '../../pki/ocsp.ts';
import { fetchOcsp } from '../ask-ocsp.ts';
import type { Handler } from '../context.ts';

/** Use case M06: answers for its own authorities, and asks the responder about all others. */
export const getCertificateStatus: Handler<'GetCertificateStatus'> = async ({ ocspRequestData }, { config, clock }) => {
  const { responderURL, customData: _, ...id } = ocspRequestData;
  const responder = config.ocspResponders.find(({ certificate }) => isSignedBy(id, certificate));
  if (responder) return accepted(ocspResponse([{ id, status: 'good' }], responder, Date.now()));
  const release = clock.hold();
  try {
    return accepted(await fetchOcsp(id, responderURL));
  } catch {
    // M06.FR.04
    return { payload: { status: 'Failed' } };
  } finally {
    release();
  }
};

const accepted = (der: Buffer) => ({ payload: { status: 'Accepted', ocspResult: der.toString('base64') } }) as const;
