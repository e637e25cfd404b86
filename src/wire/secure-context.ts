import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import { Remembered } from '../remembered.ts';

/** A run has few ends with certificates, each of which has a few sets of them in turn. */
const contexts = new Remembered<SecureContext>(64);

/**
 * What holds roots, certificate and key. To read them anew for every connection takes as long as much of its handshake.
 * @throws an Error of OpenSSL for what cannot be used
 */
export const secureContext = (options: SecureContextOptions): SecureContext =>
  contexts.of(JSON.stringify(options), () =>
    createSecureContext(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))),
  );
