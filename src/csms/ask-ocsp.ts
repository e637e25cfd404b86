import { type CertificateId, type CertificateStatus, ocspRequest, readOcspResponse } from '../pki/ocsp.ts';
import { http } from '../wire/node-http.ts';

/** How long a responder may take, in milliseconds of the wall clock: stations wait for the answer. */
const PATIENCE = 5000;
const HEADERS = { 'Content-Type': 'application/ocsp-request' };

/** Asks a responder whether a certificate has been revoked; unknown if it gives no answer that can be relied on. */
export async function askOcsp(id: CertificateId, responderURL: string): Promise<CertificateStatus> {
  try {
    return readOcspResponse(await fetchOcsp(id, responderURL), id);
  } catch {
    return 'unknown';
  }
}

/** What a responder answers, DER encoded. @throws an Error if it does not */
export const fetchOcsp = (id: CertificateId, responderURL: string): Promise<Buffer> => post(responderURL, ocspRequest(id));

function post(url: string, body: Buffer): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const request = http.request(url, { method: 'POST', headers: HEADERS, timeout: PATIENCE, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
    response.on('end', () => resolve(Buffer.concat(chunks)));
  });
  request.on('timeout', () => request.destroy(new Error('no answer in time'))).on('error', reject);
  request.end(body);
  return promise;
}
