import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';

const made = new Map<string, SecureContext>();
/** A run has few ends with certificates, each of which has a few sets of them in turn. */
const MOST = 64;

/**
 * What holds roots, certificate and key. To read them anew for every connection takes as long as much of its handshake.
 * @throws an Error of OpenSSL for what cannot be used
 */
export function secureContext(options: SecureContextOptions): SecureContext {
  const name = JSON.stringify(options);
  const known = made.get(name);
  if (known) return known;
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const context = createSecureContext(given);
  if (made.size >= MOST) made.clear();
  made.set(name, context);
  return context;
}
