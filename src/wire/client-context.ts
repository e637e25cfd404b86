import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';

const made = new Map<string, SecureContext>();
/** A station reconnects with the same roots and the same certificate; a run has few stations. */
const MOST = 16;

/** What holds roots, certificate and key for a client. To read them anew for every connection takes as long as much of its handshake. */
export function clientContext({
  ca,
  cert,
  key,
  minVersion,
  maxVersion,
  ciphers,
  allowPartialTrustChain,
}: SecureContextOptions): SecureContext {
  const options = { ca, cert, key, minVersion, maxVersion, ciphers, allowPartialTrustChain };
  const name = JSON.stringify(options);
  const known = made.get(name);
  if (known) return known;
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const context = createSecureContext(given);
  if (made.size >= MOST) made.clear();
  made.set(name, context);
  return context;
}
