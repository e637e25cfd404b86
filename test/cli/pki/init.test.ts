import { X509Certificate } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CREDENTIAL_NAMES } from '../../../src/pki/credentials.ts';
import { directoryForFile, temporaryDirectory } from '../../kit/temporary-directory.ts';
import { openssl } from '../../pki/kit.ts';
import { ocppspec } from '../in-process.ts';

const PKI = join(directoryForFile(), 'lab-pki');
const init = (...options: string[]) => ocppspec('pki', 'init', '--dir', PKI, ...options);
const MADE = ['--host', 'csms.example.com', '--identity', 'CS-9', '--serial-number', 'SN-9', '--organization', 'Lab & Co', '--days', '90'];
const subject = (name: string) => new X509Certificate(readFileSync(join(PKI, `${name}.pem`))).subject;
/** Everything in the directory with its content. */
const contents = () =>
  readdirSync(PKI, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => (statSync(join(PKI, name)).isFile() ? [`${name} ${readFileSync(join(PKI, name), 'utf8')}`] : []));

describe('pki init', () => {
  test('makes everything, for whom it is told', async () => {
    const { exit, out, err } = await init(...MADE);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(`${CREDENTIAL_NAMES.length} certificates, ${CREDENTIAL_NAMES.length} made`);
    expect(out).toContain(`\`pkiDirectory: ${PKI}\``);
    expect(subject('csms-server')).toBe('O=Lab & Co\nCN=csms.example.com');
    expect(subject('station-client')).toBe('O=Lab & Co\nCN=SN-9');
    expect(subject('v2g-station')).toBe('O=Lab & Co\nCN=CS-9');
  });

  test('keys are for their owner only', () => {
    const keys = readdirSync(join(PKI, 'keys'));
    expect(keys).toHaveLength(CREDENTIAL_NAMES.length);
    for (const name of keys) expect(statSync(join(PKI, 'keys', name)).mode & 0o777, name).toBe(0o600);
    expect(statSync(join(PKI, 'keys')).mode & 0o777).toBe(0o700);
  });

  test('the page that it writes names every file', () => {
    const page = readFileSync(join(PKI, 'README.txt'), 'utf8');
    for (const name of CREDENTIAL_NAMES) expect(page).toMatch(new RegExp(`^${name}\\.pem +\\S`, 'm'));
    expect(page).toContain('SN-9');
  });

  test('openssl finds the period that was asked for', () => {
    const file = join(PKI, 'csms-server.pem');
    const days = (count: number) => String(count * 24 * 3600);
    expect(openssl('x509', '-in', file, '-noout', '-checkend', days(89))).toContain('will not expire');
    expect(() => openssl('x509', '-in', file, '-noout', '-checkend', days(91))).toThrow();
  });

  test('a second time nothing is made, with the same options or with none', async () => {
    const before = contents();
    for (const options of [MADE, []]) {
      const { exit, out } = await init(...options);
      expect({ exit, out }).toEqual({
        exit: 0,
        out: `${PKI}: all ${CREDENTIAL_NAMES.length} certificates are there and fit, nothing was made\n`,
      });
    }
    expect(contents()).toEqual(before);
  });

  test('what does not fit any more stays, unless that is wanted otherwise', async () => {
    const before = contents();
    expect(await init('--identity', 'CS-10')).toMatchObject({
      exit: 3,
      out: '',
      err: `ocppspec: ${PKI} holds certificates that are about to expire, or for something else: v2g-station; --force makes them anew\n`,
    });
    expect(await init('--key', 'ecdsa-p384')).toMatchObject({ exit: 3, err: expect.stringContaining('csms-root') });
    expect(contents()).toEqual(before);
    expect(await init('--identity', 'CS-10', '--force')).toMatchObject({ exit: 0, out: expect.stringContaining('1 made anew') });
    expect(subject('v2g-station')).toBe('O=Lab & Co\nCN=CS-10');
    const changed = contents()
      .filter((one) => !before.includes(one))
      .map((one) => one.split(' ')[0]);
    expect(changed).toEqual(['README.txt', 'keys/v2g-station.pem', 'pki.json', 'v2g-station.pem']);
  });

  test("somebody else's page stays", async () => {
    writeFileSync(join(PKI, 'README.txt'), 'mine');
    expect((await init()).exit).toBe(0);
    expect(readFileSync(join(PKI, 'README.txt'), 'utf8')).toBe('mine');
  });
});

test('what a configuration says is taken from there', async () => {
  const directory = temporaryDirectory();
  const config = join(directory, 'sut.yaml');
  writeFileSync(config, 'identity: CS-3\nserialNumber: SN-3\npublicHost: csms.lab\norganization: Lab\npkiDirectory: keys-and-more\n');
  expect((await ocppspec('pki', 'init', '--config', config, '--serial-number', 'SN-4')).exit).toBe(0);
  const read = (name: string) => new X509Certificate(readFileSync(join(directory, 'keys-and-more', `${name}.pem`))).subject;
  expect([read('csms-server'), read('v2g-station'), read('station-client')]).toEqual([
    'O=Lab\nCN=csms.lab',
    'O=Lab\nCN=CS-3',
    'O=Lab\nCN=SN-4',
  ]);
});

test.each([
  [['--key', 'rsa-1024'], 'there is no key "rsa-1024"; --key is one of ecdsa-p256,'],
  [['--key', 'ecdsa-p265'], 'there is no key "ecdsa-p265", did you mean "ecdsa-p256"?; --key is one of ecdsa-p256,'],
  [['--days', '0'], '--days is a number from 1 to 36500, not "0"'],
  [['--days', 'ten'], '--days is a number from 1 to 36500, not "ten"'],
  [['--host', 'wss://csms.lab/'], '--host is a name or an address, like csms.example.com, not "wss://csms.lab/"'],
  [['--organization', 'x'.repeat(65)], '--organization has 1 to 64 characters'],
  [['--identity', ''], '--identity has 1 to 64 characters'],
  [['--config', 'nowhere.yaml'], 'nowhere.yaml: there is no such file'],
])('%j is wrong usage, and nothing is made', async (options, message) => {
  const directory = join(temporaryDirectory(), 'pki');
  const { exit, out, err } = await ocppspec('pki', 'init', '--dir', directory, ...options);
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toContain(message);
  expect(() => readdirSync(directory)).toThrow('ENOENT');
});

test('a directory that cannot be made, or with strange settings', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'file'), '');
  expect(await ocppspec('pki', 'init', '--dir', join(directory, 'file', 'pki'))).toMatchObject({
    exit: 3,
    err: expect.stringContaining('cannot '),
  });
  mkdirSync(join(directory, 'pki'));
  writeFileSync(join(directory, 'pki', 'pki.json'), '{"identity":"CS001"}');
  expect((await ocppspec('pki', 'init', '--dir', join(directory, 'pki'))).err).toContain(
    `${join(directory, 'pki', 'pki.json')}: serialNumber is not what \`ocppspec pki init\` writes`,
  );
  writeFileSync(join(directory, 'pki', 'pki.json'), 'x');
  expect(await ocppspec('pki', 'init', '--dir', join(directory, 'pki'))).toMatchObject({
    exit: 3,
    err: expect.stringContaining('this is no JSON'),
  });
});
