import type { GetCertificateStatusResponse, OCSPRequestDataType } from '../ocpp/generated/messages.ts';
import { serialNumbersIn } from '../pki/ocsp.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What a CSMS tells about certificates: a DER encoded OCSPResponse about the one that the station asks about (M06). */
export const ocspResult: Rule = (report) => ({
  messages: ['GetCertificateStatus'],
  see(entry) {
    if (entry.kind !== 'frame' || entry.from !== 'csms' || entry.deliberate) return;
    const response = responseIn(entry, 'GetCertificateStatus');
    const call = callOf(entry);
    const asked = call && requestIn(call, 'GetCertificateStatus')?.ocspRequestData;
    if (response?.status !== 'Accepted' || !asked) return;
    const actual = objectionTo(response, asked);
    if (!actual) return;
    const expected = 'a successful OCSPResponse about the certificate that was asked about, DER encoded, in base64';
    report(finding('ocsp-result', { party: 'csms', pointer: '/ocspResult', entries: [entry], expected, actual }));
  },
});

function objectionTo({ ocspResult: text }: GetCertificateStatusResponse, { serialNumber }: OCSPRequestDataType): string | undefined {
  if (text === undefined) return 'Accepted without ocspResult';
  if (!BASE64.test(text.replaceAll(/\s/g, ''))) return 'a text that is no base64';
  try {
    const about = serialNumbersIn(Buffer.from(text, 'base64'));
    if (about.includes(serialNumber.toLowerCase().replace(/^0+(?=.)/, ''))) return undefined;
    return `an OCSPResponse about ${about.join(', ') || 'nothing'}`;
  } catch {
    return 'something else';
  }
}
