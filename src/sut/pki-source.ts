import { isAbsolute, join, relative, sep } from 'node:path';
import { packageFile } from '../package-file.ts';
import type { PkiSource } from './case-base.ts';
import type { SutConfig } from './config.ts';

/**
 * Where the test PKI lives: in the checkout for whoever works in one, else in the working directory. What is installed
 * in node_modules is no place for keys that have to last.
 */
export function certsDirectory(workingDirectory = process.cwd(), root = packageFile('.')): string {
  const path = relative(root, workingDirectory);
  const outside = isAbsolute(path) || path.split(sep)[0] === '..';
  return join(outside ? workingDirectory : root, 'certs');
}

/**
 * The test PKI in `directory`, made or read when it is first needed.
 * @param hosts names and addresses of the CSMS besides those of loopback
 */
export function pkiSource(
  { identity, serialNumber, tokens }: SutConfig,
  hosts: readonly string[] = [],
  directory = certsDirectory(),
): PkiSource {
  let loading: ReturnType<PkiSource> | undefined;
  return () => {
    loading ??= import('../pki/test-pki.ts').then(({ TestPki }) =>
      TestPki.load(directory, {
        identity,
        serialNumber,
        emaid: tokens['contract idToken'].idToken,
        hosts: [...new Set([...hosts, 'localhost', '127.0.0.1'])],
      }),
    );
    return loading;
  };
}
