import type { Handler } from '../context.ts';

/** M06.FR.04: this CSMS has no OCSP responder to ask. */
export const getCertificateStatus: Handler<'GetCertificateStatus'> = () => ({ payload: { status: 'Failed' } });
