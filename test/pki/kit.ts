import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CredentialName } from '../../src/pki/credentials.ts';
import { TestPki } from '../../src/pki/test-pki.ts';
import { openssl as runOpenssl } from '../kit/openssl.ts';

export const PARAMETERS = { identity: 'CS001', serialNumber: 'SN-0001', hosts: ['localhost', '127.0.0.1'] };

/** Where the test runs of one checkout keep their credentials, so that they are made once. */
export const DIRECTORY = fileURLToPath(new URL('../../.cache/test-pki', import.meta.url));

export const testPki = (): Promise<TestPki> => TestPki.load(DIRECTORY, PARAMETERS);

/** Runs Debian's openssl, which knows nothing of our code. @throws an Error with what it said if it fails */
export const openssl = (...args: string[]): string => runOpenssl(args);

/** Where the certificate of a credential with what lies between it and its root is, and its key. */
export const filesOf = (name: CredentialName): { chain: string; key: string } => ({
  chain: join(DIRECTORY, `${name}.pem`),
  key: join(DIRECTORY, 'keys', `${name}.pem`),
});
