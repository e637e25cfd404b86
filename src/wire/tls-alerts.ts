import type { TlsAlert } from '../ocpp/handshake.ts';

/** Alerts by their number, as RFC 8446 (and for some older ones RFC 5246) names them. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  20: 'bad_record_mac',
  22: 'record_overflow',
  30: 'decompression_failure',
  40: 'handshake_failure',
  41: 'no_certificate',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  90: 'user_canceled',
  100: 'no_renegotiation',
  109: 'missing_extension',
  110: 'unsupported_extension',
  112: 'unrecognized_name',
  113: 'bad_certificate_status_response',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  120: 'no_application_protocol',
};

/** What OpenSSL tells the peer when it ends a handshake itself for this reason. Node does not say it. */
const SENT: Readonly<Record<string, number>> = {
  'unsupported protocol': 70,
  'no shared cipher': 40,
};
const NO_CERTIFICATE = 'peer did not return a certificate';

/**
 * The alert by which a TLS handshake ended; undefined where there was none, or none that is known for certain.
 * @param error as Node gives it
 */
export function alertOf(error: Error, version: string | null): TlsAlert | undefined {
  const [, received] = /SSL alert number (\d+)/.exec(error.message) ?? [];
  if (received !== undefined) return { name: NAMES[Number(received)] ?? received, by: 'peer' };
  const reason = reasonOf(error);
  const sent = reason === NO_CERTIFICATE ? (version === 'TLSv1.3' ? 116 : 40) : SENT[reason];
  return sent === undefined ? undefined : { name: NAMES[sent] as string, by: 'us' };
}

/** What went wrong, without where in OpenSSL it did. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (message === 'socket hang up') return 'the connection ended within the TLS handshake';
  const [, inOpenSsl] = /:SSL routines:[^:]*:([^:]+):/.exec(message) ?? [];
  return inOpenSsl ?? (message || String(code));
}
