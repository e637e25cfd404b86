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

export const LOOPBACK_HOSTS = ['localhost', '127.0.0.1'];

/**
 * The test PKI of a configuration, made or read when it is first needed. What the configuration does not say is as
 * `ocppspec pki init` was told.
 * @param hosts names and addresses of the CSMS besides those of loopback; absent for built-in systems, which meet on loopback
 * and leave the PKI of a lab as it is
 */
export function pkiSource(config: SutConfig, hosts?: readonly string[], directory = directoryFor(config, hosts)): PkiSource {
  let loading: ReturnType<PkiSource> | undefined;
  return () => {
    loading ??= load(directory, config, hosts);
    return loading;
  };
}

const directoryFor = ({ pkiDirectory }: SutConfig, hosts: readonly string[] | undefined): string =>
  (hosts && pkiDirectory) ?? certsDirectory();

async function load(
  directory: string,
  { identity, serialNumber, organization, tokens }: SutConfig,
  hosts: readonly string[] | undefined,
): ReturnType<PkiSource> {
  const [{ TestPki }, { readSettings }] = await Promise.all([import('../pki/test-pki.ts'), import('../pki/settings.ts')]);
  const settings = readSettings(directory);
  const known = settings?.hosts ?? [];
  return TestPki.load(directory, {
    ...settings,
    identity,
    serialNumber,
    ...(organization === undefined ? {} : { organization }),
    emaid: tokens['contract idToken'].idToken,
    hosts: [...new Set(hosts ? [...hosts, ...known, ...LOOPBACK_HOSTS] : [...LOOPBACK_HOSTS, ...known])],
  });
}
