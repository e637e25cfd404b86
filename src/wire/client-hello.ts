import { suiteName } from './cipher-suites.ts';

/** What a client says that it can do when it begins a TLS handshake. */
export interface Hello {
  /** Cipher suites by their IANA names, as far as requirements name them. */
  cipherSuites: string[];
  /** Whether it offers to compress, which A00.FR.321 forbids. */
  compression: boolean;
  /** The host that it wants to talk to (SNI). */
  serverName?: string;
}

const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const RECORD_HEADER = 5;
const MESSAGE_HEADER = 4;
/** Version and random. */
const BEFORE_SESSION = 2 + 32;
const SERVER_NAME = 0;

/** Reads the first bytes of a TLS connection; `incomplete` if more may make a ClientHello of them, undefined if nothing can. */
export function readHello(bytes: Buffer): Hello | 'incomplete' | undefined {
  const message = firstMessage(bytes);
  if (!Buffer.isBuffer(message)) return message;
  try {
    return parse(message);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The body of the ClientHello, which may come in several records. */
function firstMessage(bytes: Buffer): Buffer | 'incomplete' | undefined {
  const parts: Buffer[] = [];
  let length = 0;
  let header = Buffer.alloc(0);
  for (let at = 0; ; ) {
    if (bytes.length > at && bytes[at] !== HANDSHAKE) return undefined;
    if (bytes.length < at + RECORD_HEADER) return 'incomplete';
    const begin = at + RECORD_HEADER;
    at = begin + bytes.readUInt16BE(begin - 2);
    // A record without content brings nothing nearer to its end.
    if (at === begin) return undefined;
    const part = bytes.subarray(begin, at);
    parts.push(part);
    length += part.length;
    if (header.length < MESSAGE_HEADER) header = Buffer.concat([header, part.subarray(0, MESSAGE_HEADER - header.length)]);
    if (header.length > 0 && header[0] !== CLIENT_HELLO) return undefined;
    const whole = header.length < MESSAGE_HEADER ? Number.POSITIVE_INFINITY : MESSAGE_HEADER + header.readUIntBE(1, 3);
    if (length >= whole) return Buffer.concat(parts).subarray(MESSAGE_HEADER, whole);
    if (bytes.length < at) return 'incomplete';
  }
}

/** @throws RangeError if it is cut off */
function parse(message: Buffer): Hello {
  let at = BEFORE_SESSION;
  at += 1 + message.readUInt8(at);
  const suites = at + 2 + message.readUInt16BE(at);
  const cipherSuites: string[] = [];
  for (at += 2; at < suites; at += 2) cipherSuites.push(suiteName(message.readUInt16BE(at)));
  const methods = message.subarray(at + 1, at + 1 + message.readUInt8(at));
  at += 1 + methods.length;
  const serverName = at < message.length ? serverNameIn(message.subarray(at + 2)) : undefined;
  return { cipherSuites, compression: methods.some((method) => method !== 0), ...(serverName === undefined ? {} : { serverName }) };
}

function serverNameIn(extensions: Buffer): string | undefined {
  for (let at = 0; at < extensions.length; at += 4 + extensions.readUInt16BE(at + 2)) {
    if (extensions.readUInt16BE(at) !== SERVER_NAME) continue;
    // A list, whose first entry has its type, its length, and the name.
    const name = at + 4 + 2 + 1 + 2;
    return extensions.toString('latin1', name, name + extensions.readUInt16BE(name - 2));
  }
  return undefined;
}
