import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firmwareSignatureFits, signFirmware } from '../../src/pki/firmware.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { openssl, testPki } from './kit.ts';

const firmware = Buffer.from('firmware 1.2.3');

test('openssl finds an RSA-PSS signature with SHA-256 over the whole file', async () => {
  const { certificate, key } = (await testPki()).credential('firmware-signing');
  const directory = temporaryDirectory();
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  const publicKey = file('public.pem', openssl('x509', '-in', file('certificate.pem', certificate), '-noout', '-pubkey'));
  const signature = file('signature', Buffer.from(signFirmware(firmware, key), 'base64'));
  const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:digest'];
  const output = openssl('dgst', '-sha256', ...pss, '-verify', publicKey, '-signature', signature, file('firmware', firmware));
  expect(output).toContain('Verified OK');
});

test('a signature fits its firmware only', async () => {
  const { certificate, key } = (await testPki()).credential('firmware-signing');
  const signature = signFirmware(firmware, key);
  expect(firmwareSignatureFits(firmware, signature, certificate)).toBe(true);
  expect(firmwareSignatureFits(Buffer.from('firmware 1.2.4'), signature, certificate)).toBe(false);
});

test('a signature of another key does not fit', async () => {
  const { certificate } = (await testPki()).credential('firmware-signing');
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(firmwareSignatureFits(firmware, signFirmware(firmware, other), certificate)).toBe(false);
});

test('an elliptic curve key signs as well', async () => {
  const { certificate, key } = (await testPki()).credential('manufacturer-root');
  expect(firmwareSignatureFits(firmware, signFirmware(firmware, key), certificate)).toBe(true);
});
