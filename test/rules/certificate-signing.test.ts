import { join } from 'node:path';
import { certificateSigning } from '../../src/rules/certificate-signing.ts';
import { directoryForFile } from '../kit/temporary-directory.ts';
import { openssl } from '../pki/kit.ts';
import { call, open, passes, trips } from './kit.ts';

const directory = directoryForFile();
const at = (name: string) => join(directory, name);

/** A CSR of openssl's making, and a certificate for its key. */
function make(name: string, ...key: string[]): { csr: string; certificate: string } {
  openssl('genpkey', ...key, '-out', at(`${name}.key`));
  const csr = openssl('req', '-new', '-key', at(`${name}.key`), '-subj', '/O=CSO/CN=SN1', '-sha256');
  const certificate = openssl('req', '-new', '-x509', '-key', at(`${name}.key`), '-subj', '/O=CSO/CN=SN1', '-sha256', '-days', '30');
  return { csr, certificate };
}
const curve = (name: string) => make(name, '-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${name}`);
const rsa = (bits: number) => make(`rsa-${bits}`, '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`);

const p256 = curve('P-256');
const p384 = curve('P-384');
const p224 = curve('secp224r1');
const rsa2048 = rsa(2048);
const rsa1024 = rsa(1024);

const asks = (csr: string, certificateType = 'ChargingStationCertificate') =>
  open()
    .boot()
    .station(call('sign', 'SignCertificate', { csr, certificateType }));
const gets = (csr: string, certificateChain: string) => asks(csr).csms(call('signed', 'CertificateSigned', { certificateChain }));

passes('csr-malformed', 'an ECDSA key', certificateSigning, asks(p256.csr));
passes('csr-malformed', 'an RSA key', certificateSigning, asks(rsa2048.csr));
passes('csr-malformed', 'lines that end in CR LF', certificateSigning, asks(p384.csr.replaceAll('\n', '\r\n')));
trips('csr-malformed', 'no PEM', certificateSigning, asks(p256.csr.replace(/-----[^-]+-----/g, '')), { party: 'station' });
trips('csr-malformed', 'a certificate', certificateSigning, asks(p256.certificate));
trips('csr-malformed', 'cut off', certificateSigning, asks(p256.csr.replace(/\n[^\n]+\n-----END/, '\n-----END')));
trips('csr-malformed', 'signed with something else', certificateSigning, asks(changed(p256.csr)), {
  actual: 'it was signed with another key than its own',
});

passes('csr-key-weak', 'RSA with 2048 bits (A00.FR.502)', certificateSigning, asks(rsa2048.csr));
passes('csr-key-weak', 'a curve with 224 bits (A00.FR.503)', certificateSigning, asks(p224.csr));
trips('csr-key-weak', 'RSA with 1024 bits (A00.FR.502)', certificateSigning, asks(rsa1024.csr), { actual: 'rsa with 1024 bits' });
passes('csr-key-weak', 'a curve with 256 bits for EVs', certificateSigning, asks(p256.csr, 'V2GCertificate'));
trips('csr-key-weak', 'a curve with 224 bits for EVs', certificateSigning, asks(p224.csr, 'V2GCertificate'), {
  actual: 'ec with 224 bits',
});
trips('csr-key-weak', 'RSA for EVs', certificateSigning, asks(rsa2048.csr, 'V2GCertificate'));

passes('certificate-not-for-csr', 'one for the key', certificateSigning, gets(p256.csr, p256.certificate));
passes(
  'certificate-not-for-csr',
  'nothing was asked for',
  certificateSigning,
  open().csms(call('signed', 'CertificateSigned', { certificateChain: 'x' })),
);
trips('certificate-not-for-csr', 'one for another key', certificateSigning, gets(p256.csr, p384.certificate), { party: 'csms' });
trips('certificate-not-for-csr', 'no certificate', certificateSigning, gets(p256.csr, 'a chain'));

/** The same with the first letter of the name changed, which the signature does not cover. */
function changed(csr: string): string {
  const der = Buffer.from(csr.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  der.write('X', der.indexOf('SN1'));
  return `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
}
