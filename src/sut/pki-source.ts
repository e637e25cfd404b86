import { packageFile } from '../package-file.ts';
import type { PkiSource } from './case-base.ts';
import type { SutConfig } from './config.ts';

/**
 * The test PKI in `directory`, made or read when it is first needed.
 * @param hosts names and addresses of the CSMS besides those of loopback
 */
export function pkiSource(
  { identity, serialNumber }: SutConfig,
  hosts: readonly string[] = [],
  directory = packageFile('certs'),
): PkiSource {
  let loading: ReturnType<PkiSource> | undefined;
  return () => {
    loading ??= import('../pki/test-pki.ts').then(({ TestPki }) =>
      TestPki.load(directory, { identity, serialNumber, hosts: [...new Set([...hosts, 'localhost', '127.0.0.1'])] }),
    );
    return loading;
  };
}
