import { afterEach, expect, test } from 'vitest';
import { firmwareSignatureFits } from '../../src/pki/firmware.ts';
import { Inconclusive } from '../../src/scenario/verdict.ts';
import { defaultSutConfig, type SutConfig } from '../../src/sut/config.ts';
import { besideOf, FirmwareSource } from '../../src/sut/firmware-source.ts';
import { LogServer } from '../../src/sut/log-server.ts';
import { LOOPBACK, type Reach, reachOf, urlAt } from '../../src/sut/reach.ts';
import { LOGS } from '../../src/sut/upload.ts';
import { testPki } from '../pki/kit.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function source(config: Partial<SutConfig> = {}, reach: Reach = LOOPBACK): FirmwareSource {
  const made = new FirmwareSource(
    defaultSutConfig(config),
    testPki,
    () => reach,
    async () => 'http',
  );
  open.push(made);
  return made;
}

const bytesAt = async (location: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(location)).arrayBuffer());

test('a server is reached by the public host, or by the host that ocppspec listens on', () => {
  expect(reachOf('192.0.2.7', undefined)).toEqual({ listen: '192.0.2.7', host: '192.0.2.7' });
  expect(reachOf('0.0.0.0', 'lab.example')).toEqual({ listen: '0.0.0.0', host: 'lab.example' });
  expect(['0.0.0.0', '::']).not.toContain(reachOf('0.0.0.0', undefined).host);
  expect(urlAt(reachOf('::1', undefined), 80)).toBe('http://[::1]:80');
});

test('firmware and logs are served where the case says', async () => {
  let transfers = 0;
  const transfer = async () => void transfers++;
  const reach = { ...reachOf('127.0.0.1', 'localhost'), transfer };
  const { location } = await source({}, reach).firmware();
  expect(new URL(location).hostname).toBe('localhost');
  expect((await bytesAt(location.replace('localhost', '127.0.0.1'))).length).toBeGreaterThan(0);
  const logs = new LogServer(() => {});
  open.push(logs);
  const url = await logs.listen(reach);
  expect(new URL(url).hostname).toBe('localhost');
  expect((await fetch(`${url.replace('localhost', '127.0.0.1')}${LOGS}x.log`, { method: 'PUT', body: 'x' })).status).toBe(201);
  expect(transfers).toBe(2);
});

test('the signatures fit the files for which they are, and no others', async () => {
  const files = source();
  const [good, broken] = [await files.firmware(), await files.broken()];
  const image = await bytesAt(good.location);
  expect(firmwareSignatureFits(image, good.signature, good.signingCertificate)).toBe(true);
  expect(firmwareSignatureFits(await bytesAt(broken.location), broken.signature, broken.signingCertificate)).toBe(true);
  expect(firmwareSignatureFits(image, (await files.find('other firmware signature')) ?? '', good.signingCertificate)).toBe(false);
});

test('where firmware is configured, a file that cannot be installed has to be as well', async () => {
  const firmware = { location: 'http://x/f.bin', signature: 'AA==', signingCertificate: 'PEM' };
  expect(await source({ firmware }).find('firmware location')).toBe('http://x/f.bin');
  await expect(source({ firmware }).broken()).rejects.toThrow(Inconclusive);
  expect(await source({ firmware, brokenFirmware: firmware }).broken()).toEqual(firmware);
});

test.each([
  ['http://files.example/a/b.bin', 'http://files.example/a/does_not_exist_b.bin_does_not_exist'],
  ['https://files.example/b.bin?token=1/2#x', 'https://files.example/does_not_exist_b.bin_does_not_exist?token=1/2#x'],
  ['ftp://files.example/', 'ftp://files.example/does_not_exist__does_not_exist'],
  ['b.bin', 'does_not_exist_b.bin_does_not_exist'],
])('beside %s there is nothing at another name', (location, expected) => {
  expect(besideOf(location)).toBe(expected);
});
