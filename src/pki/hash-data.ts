import { createHash, X509Certificate } from 'node:crypto';
import { type Element, elements, within } from './der.ts';
import { remembered } from './remembered.ts';

/** CertificateHashDataType: how OCPP names a certificate. */
export interface CertificateHashData {
  hashAlgorithm: 'SHA256' | 'SHA384' | 'SHA512';
  issuerNameHash: string;
  issuerKeyHash: string;
  serialNumber: string;
}

/**
 * @param certificate PEM of the certificate
 * @param issuer PEM of the certificate of its issuer, which is the certificate itself for a root
 * @throws an Error if one of them cannot be read
 */
export function hashData(certificate: string, issuer: string, hashAlgorithm: CertificateHashData['hashAlgorithm']): CertificateHashData {
  const { issuerName, serialNumber } = partsOf(certificate);
  const hash = (bytes: Buffer) => createHash(hashAlgorithm.toLowerCase()).update(bytes).digest('hex');
  return { hashAlgorithm, issuerNameHash: hash(issuerName), issuerKeyHash: hash(partsOf(issuer).publicKey), serialNumber };
}

/** What names a certificate, before it is hashed. */
interface Parts {
  issuerName: Buffer;
  publicKey: Buffer;
  serialNumber: string;
}

const partsOf = remembered((pem): Parts => {
  const certificate = new X509Certificate(pem);
  return {
    issuerName: issuerName(certificate.raw),
    publicKey: publicKeyBits(certificate),
    serialNumber: certificate.serialNumber.toLowerCase().replace(/^0+(?=.)/, ''),
  };
});

const CONTEXT_0 = 0xa0;
const SEQUENCE = 0x30;
const BIT_STRING = 0x03;

/** The DER encoding of the issuer's name: the second SEQUENCE of the signed part, after that of the signature algorithm. */
function issuerName(certificate: Buffer): Buffer {
  const [signed] = within(elements(certificate)[0]);
  const fields = within(signed).filter(({ tag }) => tag !== CONTEXT_0);
  return found(fields.filter(({ tag }) => tag === SEQUENCE)[1]).raw;
}

/** The content of the subjectPublicKey BIT STRING without tag, length and the count of unused bits. */
function publicKeyBits({ publicKey }: X509Certificate): Buffer {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return found(within(elements(spki)[0]).find(({ tag }) => tag === BIT_STRING)).content.subarray(1);
}

function found(element: Element | undefined): Element {
  if (!element) throw new Error('not an X.509 certificate as RFC 5280 encodes it');
  return element;
}
