import { createPublicKey, X509Certificate } from 'node:crypto';
import { elements, within } from './der.ts';
import { readCsr } from './read-csr.ts';

/** What a file of certificates holds; PEM texts. */
export interface Holding {
  kind: 'PEM' | 'DER' | 'PKCS#12';
  certificates: string[];
  csrs: string[];
  /** How many private keys there are. */
  keys: number;
}

/** A file that is not what it says; the message says what is wrong with it. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

/**
 * Reads certificates in PEM, or in DER, a CSR, or a PKCS#12 bundle.
 * @param password for a PKCS#12 bundle; asked for only if there is one. May throw
 * @throws UnreadableError
 */
export async function readCertificates(bytes: Buffer, password: () => string): Promise<Holding> {
  if (bytes.length === 0) throw new UnreadableError('the file is empty');
  const text = bytes.toString('latin1');
  if (text.includes('-----BEGIN ')) return pemHolding(text);
  if (bytes[0] !== SEQUENCE) throw new UnreadableError('this is neither PEM nor DER of a certificate, a CSR or a PKCS#12 bundle');
  return isBundle(bytes) ? bundleHolding(bytes, password()) : derHolding(bytes);
}

const [SEQUENCE, INTEGER] = [0x30, 0x02];
const none = { certificates: [], csrs: [], keys: 0 };

function pemHolding(text: string): Holding {
  const holding: Holding = { ...none, kind: 'PEM', certificates: [], csrs: [] };
  for (const { label, body, number } of blocks(text)) {
    if (/^(?:X509 )?CERTIFICATE$/.test(label)) holding.certificates.push(certificateIn(bodyBytes(body, label, number), `block ${number}`));
    else if (/^(?:NEW )?CERTIFICATE REQUEST$/.test(label)) holding.csrs.push(csrIn(bodyBytes(body, label, number), `block ${number}`));
    else if (label.endsWith('PRIVATE KEY')) holding.keys++;
    else if (!/PARAMETERS$/.test(label)) throw new UnreadableError(`block ${number} is ${label}, neither a certificate nor a CSR`);
  }
  if (holding.certificates.length + holding.csrs.length > 0) return holding;
  throw new UnreadableError('this holds a private key, and no certificate');
}

/** @throws UnreadableError for a block that does not end as it begins */
function blocks(text: string): { label: string; body: string; number: number }[] {
  const marks = [...text.matchAll(/-----(BEGIN|END) ([^-\r\n]*)-----/g)];
  const found = [];
  for (let at = 0; at < marks.length; at += 2) {
    const [begin, end] = [marks[at], marks[at + 1]];
    const number = at / 2 + 1;
    const label = begin?.[2] ?? '';
    if (begin?.[1] !== 'BEGIN') throw new UnreadableError(`block ${number} has an end and no beginning`);
    if (end?.[1] !== 'END') throw new UnreadableError(`block ${number} (${label}) is cut off: it has no end`);
    if (end[2] !== label) throw new UnreadableError(`block ${number} begins as ${label} and ends as ${end[2]}`);
    found.push({ label, body: text.slice(begin.index + begin[0].length, end.index), number });
  }
  return found;
}

function bodyBytes(body: string, label: string, number: number): Buffer {
  const base64 = body.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new UnreadableError(`block ${number} (${label}) is not base64`);
  return Buffer.from(base64, 'base64');
}

function derHolding(bytes: Buffer): Holding {
  try {
    return { ...none, kind: 'DER', certificates: [certificateIn(bytes, 'the file')] };
  } catch (error) {
    if (!isRequest(bytes)) throw error;
    return { ...none, kind: 'DER', csrs: [csrIn(bytes, 'the file')] };
  }
}

/** @throws UnreadableError saying how much of it there is, if some is missing */
function certificateIn(der: Buffer, where: string): string {
  checkComplete(der, where);
  try {
    const read = new X509Certificate(der);
    // Throws where the key is none; all that comes later needs it.
    void read.publicKey;
    return read.toString();
  } catch (error) {
    throw new UnreadableError(`${where} is no X.509 certificate: ${(error as Error).message}`);
  }
}

function csrIn(der: Buffer, where: string): string {
  checkComplete(der, where);
  const pem = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE REQUEST-----\n`;
  if (!readCsr(pem)) throw new UnreadableError(`${where} is no CSR of RFC 2986`);
  return pem;
}

function checkComplete(der: Buffer, where: string): void {
  let read: ReturnType<typeof elements>;
  try {
    read = elements(der);
  } catch {
    throw new UnreadableError(`${where} is cut off: it is ${der.length} bytes of DER that should be longer`);
  }
  if (read.length > 1) throw new UnreadableError(`${where} has ${der.length - (read[0]?.raw.length ?? 0)} bytes behind its end`);
}

/** PFX of RFC 7292: version 3, then what is in it. */
function isBundle(bytes: Buffer): boolean {
  const version = fields(bytes)[0];
  return version?.tag === INTEGER && version.content.equals(Buffer.from([3]));
}

/** CertificationRequestInfo has the key in its third place, after version and subject. */
function isRequest(bytes: Buffer): boolean {
  try {
    const spki = within(fields(bytes)[0])[2];
    return spki !== undefined && createPublicKey({ key: spki.raw, format: 'der', type: 'spki' }) !== undefined;
  } catch {
    return false;
  }
}

function fields(bytes: Buffer): ReturnType<typeof elements> {
  try {
    return within(elements(bytes)[0]);
  } catch {
    return [];
  }
}

async function bundleHolding(bytes: Buffer, password: string): Promise<Holding> {
  const { readPkcs12 } = await import('./pkcs12.ts');
  try {
    const { certificates, key } = readPkcs12(bytes, password);
    return { ...none, kind: 'PKCS#12', certificates, keys: key === undefined ? 0 : 1 };
  } catch (error) {
    throw new UnreadableError(`the PKCS#12 bundle cannot be opened: ${(error as Error).message}`);
  }
}
