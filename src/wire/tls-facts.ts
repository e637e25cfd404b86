import type { PeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateFacts, TlsFacts } from '../ocpp/handshake.ts';
import type { Hello } from './client-hello.ts';

/**
 * Reads what is known of the handshake from a TLS socket; undefined for a plain one.
 * @param hello how the client began it
 */
export function tlsFacts(socket: unknown, hello?: Hello): TlsFacts | undefined {
  if (!isTls(socket)) return undefined;
  const facts: TlsFacts = {
    version: socket.getProtocol(),
    cipher: socket.getCipher()?.standardName ?? null,
    serverName: (socket as TLSSocket & { servername?: string | false }).servername || null,
    ...(hello ? { offered: hello.cipherSuites, compression: hello.compression } : {}),
  };
  const peer = certificateFacts(socket);
  if (peer) {
    facts.peer = peer;
    facts.authorized = socket.authorized;
    if (socket.authorizationError) facts.authorizationError = String(socket.authorizationError);
  }
  return facts;
}

const isTls = (socket: unknown): socket is TLSSocket =>
  typeof (socket as TLSSocket | undefined)?.getPeerCertificate === 'function' && typeof (socket as TLSSocket).getProtocol === 'function';

function certificateFacts(socket: TLSSocket): CertificateFacts | undefined {
  const certificate = socket.getPeerCertificate();
  if (!certificate?.fingerprint256) return undefined;
  return {
    commonName: first(certificate.subject?.CN),
    organization: first(certificate.subject?.O),
    issuer: first(certificate.issuer?.CN),
    serialNumber: certificate.serialNumber,
    strength: strengthOf(certificate),
    fingerprint256: certificate.fingerprint256,
    validFrom: certificate.valid_from,
    validTo: certificate.valid_to,
  };
}

/** NIST SP 800-57 part 1, table 2. */
const RSA_STRENGTHS: readonly (readonly [bits: number, strength: number])[] = [
  [15360, 256],
  [7680, 192],
  [3072, 128],
  [2048, 112],
  [1024, 80],
];

/** Only RSA keys have a modulus; others are on elliptic curves. */
function strengthOf({ bits = 256, modulus }: PeerCertificate): number {
  if (modulus === undefined) return Math.floor(bits / 2);
  return RSA_STRENGTHS.find(([least]) => bits >= least)?.[1] ?? 0;
}

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';
