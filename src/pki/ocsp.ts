import { createHash, createSign, createVerify, X509Certificate } from 'node:crypto';
import { type Element, elements, encoded, objectIdentifier, within } from './der.ts';
import { hashData } from './hash-data.ts';

/** How OCSP (RFC 6960) names a certificate, and how OCPP does; hashes are hexadecimal. */
export interface CertificateId {
  hashAlgorithm: 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';
  issuerNameHash: string;
  issuerKeyHash: string;
  serialNumber: string;
}

export type CertificateStatus = 'good' | 'revoked' | 'unknown';

/** Who answers: the authority that issued the certificates that are asked about, or whom it lets answer; PEM texts. */
export interface Responder {
  certificate: string;
  key: string;
}

const HASHES: Readonly<Record<CertificateId['hashAlgorithm'], Buffer>> = {
  SHA1: objectIdentifier('1.3.14.3.2.26'),
  SHA256: objectIdentifier('2.16.840.1.101.3.4.2.1'),
  SHA384: objectIdentifier('2.16.840.1.101.3.4.2.2'),
  SHA512: objectIdentifier('2.16.840.1.101.3.4.2.3'),
};
const BASIC = objectIdentifier('1.3.6.1.5.5.7.48.1.1');
const NONCE = objectIdentifier('1.3.6.1.5.5.7.48.1.2');
const ECDSA_SHA256 = encoded(0x30, objectIdentifier('1.2.840.10045.4.3.2'));
const RSA_SHA256 = encoded(0x30, objectIdentifier('1.2.840.113549.1.1.11'), encoded(0x05));
const [SEQUENCE, OCTETS, INTEGER, ENUMERATED, BITS, TIME] = [0x30, 0x04, 0x02, 0x0a, 0x03, 0x18];
const STATUSES: readonly CertificateStatus[] = ['good', 'revoked', 'unknown'];

/** A question about one certificate. */
export const ocspRequest = (id: CertificateId): Buffer =>
  encoded(SEQUENCE, encoded(SEQUENCE, encoded(SEQUENCE, encoded(SEQUENCE, certId(id)))));

/** What a question is about. @throws RangeError for what is no OCSP request */
export function readOcspRequest(der: Buffer): { ids: CertificateId[]; nonce: Buffer | undefined } {
  const fields = within(within(elements(der)[0])[0]);
  const requests = within(fields.find(({ tag }) => tag === SEQUENCE));
  const extensions = fields.find(({ tag }) => tag === 0xa2);
  const nonce = within(within(extensions)[0]).find((extension) => within(extension)[0]?.raw.equals(NONCE));
  return { ids: requests.map((request) => readCertId(within(request)[0])), nonce: nonce?.raw };
}

/** The answer to a question, signed. @param now milliseconds since the epoch */
export function ocspResponse(
  statuses: readonly { id: CertificateId; status: CertificateStatus }[],
  responder: Responder,
  now: number,
  nonce?: Buffer,
): Buffer {
  const { publicKey, raw } = new X509Certificate(responder.certificate);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const key = createHash('sha1').update(keyBits(spki)).digest();
  const data = encoded(
    SEQUENCE,
    encoded(0xa2, encoded(OCTETS, key)),
    time(now),
    encoded(SEQUENCE, ...statuses.map(({ id, status }) => single(id, status, now))),
    ...(nonce ? [encoded(0xa1, encoded(SEQUENCE, nonce))] : []),
  );
  const signature = createSign('sha256').update(data).sign(responder.key);
  const basic = encoded(
    SEQUENCE,
    data,
    publicKey.asymmetricKeyType === 'rsa' ? RSA_SHA256 : ECDSA_SHA256,
    encoded(BITS, Buffer.from([0]), signature),
    encoded(0xa0, encoded(SEQUENCE, raw)),
  );
  return encoded(SEQUENCE, encoded(ENUMERATED, Buffer.from([0])), encoded(0xa0, encoded(SEQUENCE, BASIC, encoded(OCTETS, basic))));
}

/** That the question was not understood. */
export const MALFORMED_REQUEST = encoded(SEQUENCE, encoded(ENUMERATED, Buffer.from([1])));

/**
 * What an answer signed by the issuer itself says of a certificate; unknown if it says nothing that can be relied on.
 * @throws RangeError for what is no OCSP response
 */
export function readOcspResponse(der: Buffer, id: CertificateId): CertificateStatus {
  const [, bytes] = within(elements(der)[0]);
  const [, basic] = within(within(bytes)[0]);
  if (!basic) return 'unknown';
  const [data, , signature, certificates] = within(elements(basic.content)[0]);
  const issuer = within(within(certificates)[0]).find(({ raw }) => isIssuer(raw, id));
  if (!data || !signature || !issuer) return 'unknown';
  const { publicKey } = new X509Certificate(issuer.raw);
  if (!createVerify('sha256').update(data.raw).verify(publicKey, signature.content.subarray(1))) return 'unknown';
  const responses = within(within(data).find(({ tag }) => tag === SEQUENCE));
  const [, status] = responses.map(within).find(([about]) => isSame(readCertId(about), id)) ?? [];
  return (status && STATUSES[status.tag & 0x0f]) ?? 'unknown';
}

/**
 * The numbers of the certificates that a successful answer is about, whoever signed it.
 * @throws RangeError for what is no OCSP response, and for one that is not successful
 */
export function serialNumbersIn(der: Buffer): string[] {
  const [response, rest] = elements(der);
  const [status, bytes] = within(response);
  const [type, octets] = within(within(bytes)[0]);
  const successful = status?.tag === ENUMERATED && status.content.equals(Buffer.from([0]));
  if (rest || !successful || !type?.raw.equals(BASIC) || !octets) throw new RangeError('no successful OCSPResponse of RFC 6960');
  const [data] = within(elements(octets.content)[0]);
  const responses = within(within(data).find(({ tag }) => tag === SEQUENCE));
  return responses.map((single) => {
    const number = within(within(single)[0])[3];
    if (number?.tag !== INTEGER) throw new RangeError('no CertID of RFC 6960');
    return number.content.toString('hex').replace(/^0+(?=.)/, '');
  });
}

export const isSame = (one: CertificateId, other: CertificateId): boolean =>
  (['hashAlgorithm', 'issuerNameHash', 'issuerKeyHash', 'serialNumber'] as const).every(
    (name) => one[name].toLowerCase() === other[name].toLowerCase(),
  );

/** How a certificate is named with a hash algorithm that OCPP does not know, too. */
export const certificateId = (pem: string, issuer: string, algorithm: CertificateId['hashAlgorithm']): CertificateId =>
  hashData(pem, issuer, algorithm as 'SHA256');

/** Whether a certificate that is named so was signed with the key of an authority. @param authority PEM */
export const isSignedBy = ({ hashAlgorithm, issuerKeyHash }: CertificateId, authority: string): boolean =>
  certificateId(authority, authority, hashAlgorithm).issuerKeyHash === issuerKeyHash.toLowerCase();

const isIssuer = (raw: Buffer, id: CertificateId): boolean => isSignedBy(id, new X509Certificate(raw).toString());

const certId = ({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertificateId): Buffer =>
  encoded(
    SEQUENCE,
    encoded(SEQUENCE, HASHES[hashAlgorithm], encoded(0x05)),
    encoded(OCTETS, Buffer.from(issuerNameHash, 'hex')),
    encoded(OCTETS, Buffer.from(issuerKeyHash, 'hex')),
    encoded(INTEGER, integer(serialNumber)),
  );

function readCertId(element: Element | undefined): CertificateId {
  const [algorithm, name, key, serial] = within(element);
  const [oid] = within(algorithm);
  const [hashAlgorithm] = Object.entries(HASHES).find(([, known]) => oid?.raw.equals(known)) ?? [];
  if (!hashAlgorithm || !name || !key || !serial) throw new RangeError('no CertID of RFC 6960 with a hash that is known');
  return {
    hashAlgorithm: hashAlgorithm as CertificateId['hashAlgorithm'],
    issuerNameHash: name.content.toString('hex'),
    issuerKeyHash: key.content.toString('hex'),
    serialNumber: serial.content.toString('hex').replace(/^0+(?=.)/, ''),
  };
}

/** The shortest two's complement of a positive number. */
function integer(hex: string): Buffer {
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
}

/** The public key without what says of which kind it is. */
const keyBits = (spki: Buffer): Buffer => (within(elements(spki)[0]).find(({ tag }) => tag === BITS) as Element).content.subarray(1);

const time = (ms: number): Buffer => encoded(TIME, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]|\..*/g, '')}Z`));

const DAY = 24 * 3600 * 1000;

function single(id: CertificateId, status: CertificateStatus, now: number): Buffer {
  const said = { good: encoded(0x80), revoked: encoded(0xa1, time(now - DAY)), unknown: encoded(0x82) }[status];
  return encoded(SEQUENCE, certId(id), said, time(now), encoded(0xa0, time(now + DAY)));
}
