import { packageFile } from '../package-file.ts';
import type { PkiSource } from './case-base.ts';
import type { SutConfig } from './config.ts';

/** The test PKI in `directory`, made or read when it is first needed. */
export function pkiSource(config: SutConfig, directory = packageFile('certs')): PkiSource {
  let loading: ReturnType<PkiSource> | undefined;
  return () => {
    loading ??= import('../pki/test-pki.ts').then(({ TestPki }) =>
      TestPki.load(directory, { identity: config.identity, serialNumber: config.serialNumber, hosts: ['localhost', '127.0.0.1'] }),
    );
    return loading;
  };
}
