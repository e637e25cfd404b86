import type { Handler } from '../context.ts';

/** Passes on what a contract certificate provider has for the EV, without reading it: use cases M01 and M02. */
export const get15118EVCertificate: Handler<'Get15118EVCertificate'> = ({ action }, { config }) => {
  const exiResponse = config.contractCertificates[action];
  return { payload: exiResponse === undefined ? { status: 'Failed', exiResponse: '' } : { status: 'Accepted', exiResponse } };
};
