import type { SecureContextOptions, SecureVersion } from 'node:tls';
import { opensslName } from './cipher-suites.ts';

const VERSIONS: readonly string[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] satisfies SecureVersion[];

/** The only thing that one end is to be able to do. */
export interface TlsLimits {
  /** `TLSv1.1` */
  version?: string;
  /** The IANA name of a cipher suite of A00.FR.318, or TLS_RSA_WITH_NULL_SHA256. */
  cipher?: string;
}

/** What leaves an end nothing but that. @throws RangeError for a version or a cipher suite that is not known */
export function limited({ version, cipher }: TlsLimits): Pick<SecureContextOptions, 'minVersion' | 'maxVersion' | 'ciphers'> {
  if (cipher !== undefined) return { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: opensslName(cipher) };
  if (version === undefined) return {};
  if (!VERSIONS.includes(version)) throw new RangeError(`"${version}" is not one of ${VERSIONS.join(', ')}`);
  const only = { minVersion: version as SecureVersion, maxVersion: version as SecureVersion };
  // OpenSSL does old versions only where it is told to settle for weak security.
  return version < 'TLSv1.2' ? { ...only, ciphers: 'DEFAULT@SECLEVEL=0' } : only;
}
