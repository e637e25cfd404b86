import type { TLSSocket } from 'node:tls';
import type { CertificateFacts, TlsFacts } from '../ocpp/handshake.ts';

/** Reads what is known of the handshake from a TLS socket; undefined for a plain one. */
export function tlsFacts(socket: unknown): TlsFacts | undefined {
  if (!isTls(socket)) return undefined;
  const facts: TlsFacts = {
    version: socket.getProtocol(),
    cipher: socket.getCipher()?.standardName ?? null,
    serverName: (socket as TLSSocket & { servername?: string | false }).servername || null,
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
    fingerprint256: certificate.fingerprint256,
    validFrom: certificate.valid_from,
    validTo: certificate.valid_to,
  };
}

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';
