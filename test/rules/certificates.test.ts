import { hashData } from '../../src/pki/hash-data.ts';
import { ocspResponse } from '../../src/pki/ocsp.ts';
import { certificateHashes } from '../../src/rules/certificate-hashes.ts';
import { ocspResult } from '../../src/rules/ocsp-result.ts';
import { testPki } from '../pki/kit.ts';
import { call, open, passes, result, trips } from './kit.ts';

const pki = await testPki();
const root = pki.credential('v2g-root');
const unrelated = pki.credential('csms-root-unrelated').certificate;
const subject = hashData(pki.credential('v2g-sub-ca-1').certificate, root.certificate, 'SHA256');
const other = hashData(pki.credential('v2g-sub-ca-2').certificate, pki.credential('v2g-sub-ca-1').certificate, 'SHA256');
const answerAbout = (id: typeof subject) => ocspResponse([{ id, status: 'revoked' }], root, Date.now());
const right = answerAbout(subject);

const asks = (response: object) =>
  open()
    .boot()
    .station(call('q', 'GetCertificateStatus', { ocspRequestData: { ...subject, responderURL: 'http://127.0.0.1/' } }))
    .csms(result('q', response as never));
const tells = (ocspResult: string) => asks({ status: 'Accepted', ocspResult });

passes('ocsp-result', 'an answer about the certificate, even if it was revoked', ocspResult, tells(right.toString('base64')));
passes('ocsp-result', 'no answer to be had', ocspResult, asks({ status: 'Failed' }));
trips('ocsp-result', 'Accepted without an answer', ocspResult, asks({ status: 'Accepted' }), { party: 'csms' });
trips('ocsp-result', 'an answer in hexadecimal', ocspResult, tells(right.toString('hex')), { party: 'csms' });
trips('ocsp-result', 'an answer in PEM', ocspResult, tells(`-----BEGIN OCSP RESPONSE-----\n${right.toString('base64')}`), {
  party: 'csms',
});
trips('ocsp-result', 'an answer that is cut off', ocspResult, tells(right.subarray(0, 80).toString('base64')), { party: 'csms' });
trips('ocsp-result', 'an answer about another certificate', ocspResult, tells(answerAbout(other).toString('base64')), {
  actual: `an OCSPResponse about ${other.serialNumber}`,
});
trips('ocsp-result', 'a responder that did not understand', ocspResult, tells(Buffer.from([0x30, 3, 10, 1, 1]).toString('base64')), {
  party: 'csms',
});

const installs = (certificate: string, status = 'Accepted') =>
  open()
    .boot()
    .csms(call('i', 'InstallCertificate', { certificateType: 'CSMSRootCertificate', certificate }))
    .station(result('i', { status }))
    .csms(call('g', 'GetInstalledCertificateIds', {}));
const named = (certificateHashData: object) =>
  result('g', { status: 'Accepted', certificateHashDataChain: [{ certificateType: 'CSMSRootCertificate', certificateHashData }] });
const own = hashData(unrelated, unrelated, 'SHA384');
const upper = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, value.toUpperCase()]));
const wrong = { ...own, issuerKeyHash: own.issuerNameHash };

passes('certificate-hash-data', 'the hashes of a root', certificateHashes, installs(unrelated).station(named(own)));
passes('certificate-hash-data', 'capital letters', certificateHashes, installs(unrelated).station(named(upper)));
passes('certificate-hash-data', 'a root that was not installed', certificateHashes, installs(unrelated, 'Rejected').station(named(wrong)));
trips('certificate-hash-data', 'a hash of something else', certificateHashes, installs(unrelated).station(named(wrong)), {
  pointer: '/certificateHashDataChain/0/certificateHashData/issuerKeyHash',
});
