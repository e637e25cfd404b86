import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateFacts, TlsFacts } from '../ocpp/handshake.ts';
import { certificateFacts } from './certificate-facts.ts';
import type { Hello } from './client-hello.ts';

/** What is known of the handshake on a socket; undefined for one without TLS. @param hello how the client began it */
export function tlsFacts(socket: unknown, hello?: Hello): TlsFacts | undefined {
  return isTls(socket) ? withPeer(socket, agreement(socket, hello)) : undefined;
}

/** What the two ends have agreed on so far. */
export const agreement = (socket: TLSSocket, hello?: Hello): TlsFacts => ({
  version: socket.getProtocol(),
  cipher: socket.getCipher()?.standardName ?? null,
  serverName: (socket as TLSSocket & { servername?: string | false }).servername || hello?.serverName || null,
  ...(hello ? { offered: hello.cipherSuites, compression: hello.compression } : {}),
});

function withPeer(socket: TLSSocket, facts: TlsFacts): TlsFacts {
  const [peer, ...chain] = certificatesOf(socket);
  return peer ? verdictOf(socket, { ...facts, peer, ...(chain.length > 0 ? { chain } : {}) }) : facts;
}

/** Adds what this end thinks of the certificate of the peer, which it says later than what the certificate is like. */
export function verdictOf({ authorized, authorizationError }: TLSSocket, facts: TlsFacts): TlsFacts {
  if (!facts.peer) return facts;
  return { ...facts, authorized, ...(authorizationError ? { authorizationError: String(authorizationError) } : {}) };
}

const isTls = (socket: unknown): socket is TLSSocket =>
  typeof (socket as TLSSocket | undefined)?.getPeerCertificate === 'function' && typeof (socket as TLSSocket).getProtocol === 'function';

/** What a peer may send of certificates: more than that and the others are left out. */
const MOST = 10;

/**
 * The peer's own certificate, and those that it sent between that and the root. A root is left out: Node adds those that
 * this end trusts. (`getPeerX509Certificate` would not, but what Node itself looks at afterwards is spoilt by it.)
 */
function certificatesOf(socket: TLSSocket): CertificateFacts[] {
  const found = new Map<string, CertificateFacts>();
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.fingerprint256 && !found.has(next.fingerprint256) && found.size < MOST) {
    if (found.size > 0 && next.issuerCertificate?.fingerprint256 === next.fingerprint256) break;
    found.set(next.fingerprint256, certificateFacts(next));
    next = next.issuerCertificate;
  }
  return [...found.values()];
}
