import { X509Certificate } from 'node:crypto';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import type { CredentialName } from '../../src/pki/credentials.ts';
import { writeSettings } from '../../src/pki/settings.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { certsDirectory, pkiSource } from '../../src/sut/pki-source.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';

const at = (...names: string[]) => resolve('/work', ...names);

test.each([
  ['in the checkout', at('checkout'), at('checkout'), at('checkout', 'certs')],
  ['deeper in the checkout', at('checkout', 'docs'), at('checkout'), at('checkout', 'certs')],
  ['in a project that has it installed', at('lab'), at('lab', 'node_modules', 'ocppspec'), at('lab', 'certs')],
  ['beside a checkout', at('lab'), at('checkout'), at('lab', 'certs')],
  ['beside a checkout whose name begins alike', at('checkout-2'), at('checkout'), at('checkout-2', 'certs')],
  ['in a directory of the checkout with a strange name', at('checkout', '..lab'), at('checkout'), at('checkout', 'certs')],
])('%s, the test PKI is where it lasts', (_where, workingDirectory, root, expected) => {
  expect(certsDirectory(workingDirectory, root)).toBe(expected);
});

test('these tests are run in a checkout', () => {
  expect(certsDirectory()).toBe(join(packageFile('.'), 'certs'));
});

test('what the configuration does not say is as `ocppspec pki init` was told', async () => {
  const directory = temporaryDirectory();
  const told = { identity: 'X', serialNumber: 'X', hosts: ['csms.lab', 'localhost', '127.0.0.1'], organization: 'Lab', emaid: 'X' };
  writeSettings(directory, { ...told, key: 'ecdsa-p384', days: 40 });
  const config = defaultSutConfig({ serialNumber: 'SN-8', pkiDirectory: directory });
  const pki = await pkiSource(config, [])();
  const read = (name: CredentialName) => new X509Certificate(pki.credential(name).certificate);
  expect(read('csms-server').subject).toBe('O=Lab\nCN=csms.lab');
  expect(read('station-client').subject).toBe('O=Lab\nCN=SN-8');
  expect(read('csms-root').publicKey.asymmetricKeyDetails?.namedCurve).toBe('secp384r1');
  expect(Date.parse(read('station-client').validTo) - Date.now()).toBeLessThan(41 * 24 * 3600 * 1000);
  const other = await pkiSource({ ...config, organization: 'Other', publicHost: 'ignored' }, ['named.lab'])();
  expect(new X509Certificate(other.credential('csms-server').certificate).subject).toBe('O=Other\nCN=named.lab');
});
