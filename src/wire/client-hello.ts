import { suiteName } from './cipher-suites.ts';

/** What a client says that it can do when it begins a TLS handshake. */
export interface Hello {
  /** Cipher suites by their IANA names, as far as requirements name them. */
  cipherSuites: string[];
  /** Whether it offers to compress, which A00.FR.321 forbids. */
  compression: boolean;
}

const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const RECORD_HEADER = 5;
/** Message type and length, version, and random. */
const BEFORE_SESSION = 4 + 2 + 32;

/** Reads the first bytes of a TLS connection; undefined if they hold no whole beginning of a ClientHello. */
export function readHello(bytes: Buffer): Hello | undefined {
  try {
    if (bytes.readUInt8(0) !== HANDSHAKE || bytes.readUInt8(RECORD_HEADER) !== CLIENT_HELLO) return undefined;
    let at = RECORD_HEADER + BEFORE_SESSION;
    at += 1 + bytes.readUInt8(at);
    const suites = bytes.readUInt16BE(at);
    at += 2;
    const cipherSuites: string[] = [];
    for (const end = at + suites; at < end; at += 2) cipherSuites.push(suiteName(bytes.readUInt16BE(at)));
    const methods = bytes.subarray(at + 1, at + 1 + bytes.readUInt8(at));
    return { cipherSuites, compression: methods.some((method) => method !== 0) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
