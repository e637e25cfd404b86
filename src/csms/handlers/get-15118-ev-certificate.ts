import type { Handler } from '../context.ts';

/** This CSMS has no contract certificate provider to ask (use cases M01 and M02). */
export const get15118EVCertificate: Handler<'Get15118EVCertificate'> = () => ({ payload: { status: 'Failed', exiResponse: '' } });
