/** What a TLS handshake showed. */
export interface TlsFacts {
  version: string | null;
  cipher: string | null;
  serverName: string | null;
  /** Cipher suites that the client offered, where the server's end was looked at. */
  offered?: string[];
  /** Whether the client offered to compress. */
  compression?: boolean;
  /** Whether the peer's certificate chain was accepted; absent where none was asked for. */
  authorized?: boolean;
  authorizationError?: string;
  peer?: CertificateFacts;
  /** Certificates between the peer's own and its root, as it sent them; Node tells them only at the station's end. */
  chain?: CertificateFacts[];
  /** How a handshake was ended; absent where an end just closed the connection. */
  alert?: TlsAlert;
}

/** A TLS alert: its name in RFC 8446, and whether the end that recorded it sent or received it. */
export interface TlsAlert {
  name: string;
  by: 'us' | 'peer';
}

export interface CertificateFacts {
  commonName: string;
  organization: string;
  issuer: string;
  serialNumber: string;
  /** Bits of a symmetric key that is as hard to break as the certificate's (NIST SP 800-57, A00.FR.501). */
  strength?: number;
  fingerprint256: string;
  validFrom: string;
  validTo: string;
}

/** How the Basic header looked; the password itself is never kept. */
export interface CredentialFacts {
  scheme: string;
  /** Whether the header is `Basic`, a space and base64 of `username:password`. */
  wellFormed: boolean;
  username?: string;
  passwordLength?: number;
  /** Whether the password has no characters but those of a passwordString. */
  passwordAllowed?: boolean;
  /** Whether the password is the configured one; absent where none is configured. */
  passwordMatches?: boolean;
}

/** What a WebSocket opening handshake showed. */
export interface UpgradeFacts {
  path: string;
  /** The last segment of the path, percent-decoded; undefined if it cannot be decoded. */
  identity?: string;
  /** Subprotocols offered by the station, in its order. */
  offered: string[];
  /** Subprotocol that the CSMS selected. */
  selected?: string;
  credentials?: CredentialFacts;
  /** HTTP status of the answer, 101 where the upgrade succeeded. */
  status?: number;
  extensions?: string;
  tls?: TlsFacts;
}

/** How a connection attempt ended before it became a WebSocket connection. */
export interface Refusal {
  /** Where it ended: `stalled` means that no answer came. */
  stage: 'tcp' | 'tls' | 'upgrade' | 'stalled';
  reason: string;
  upgrade?: UpgradeFacts;
  tls?: TlsFacts;
}
