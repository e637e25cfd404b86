import type { Handler } from '../context.ts';

/** A02.FR.12: this CSMS has no certificate authority to forward a CSR to. */
export const signCertificate: Handler<'SignCertificate'> = () => ({ payload: { status: 'Rejected' } });
