import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TestPki } from '../../src/pki/test-pki.ts';

export const PARAMETERS = { identity: 'CS001', serialNumber: 'SN-0001', hosts: ['localhost', '127.0.0.1'] };

/** Where the test runs of one checkout keep their credentials, so that they are made once. */
export const DIRECTORY = fileURLToPath(new URL('../../.cache/test-pki', import.meta.url));

export const testPki = (): Promise<TestPki> => TestPki.load(DIRECTORY, PARAMETERS);

/** Runs Debian's openssl, which knows nothing of our code. @throws an Error with what it said if it fails */
export const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
