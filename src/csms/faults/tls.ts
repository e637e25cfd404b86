import type { ServerTls } from '../../wire/server.ts';
import type { FaultName } from './index.ts';

/** What faults make of how an endpoint proves itself; it has a certificate for the ECDSA suites and then one for the RSA suites. */
export function spoilTls(tls: ServerTls, faulty: (fault: FaultName) => boolean): ServerTls {
  if (faulty('accepts-old-tls')) return { ...tls, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' };
  if (faulty('accepts-null-cipher-suite')) return { ...tls, ciphers: 'ALL:!aNULL:NULL-SHA256:@SECLEVEL=0' };
  const only = faulty('no-rsa-cipher-suites') ? 0 : faulty('no-ecdsa-cipher-suites') ? 1 : undefined;
  const one = <T>(value: T): T => (only !== undefined && Array.isArray(value) ? value[only] : value);
  return { ...tls, key: one(tls.key), cert: one(tls.cert) };
}
