import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { directoryForFile } from '../../kit/temporary-directory.ts';
import { ocppspec } from '../in-process.ts';
import { directory, Ocppspec } from '../kit.ts';

const LAB = directoryForFile();
const at = (...names: string[]) => join(LAB, ...names);
const STATION = 'identity: CS-5\nserialNumber: SN-5\nsecurityProfile: 3\norganization: Lab\npkiDirectory: pki\n';
const fileIn = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};

beforeAll(async () => {
  const config = fileIn('lab.yaml', STATION);
  expect((await ocppspec('pki', 'init', '--config', config)).exit).toBe(0);
});

const contents = () => readdirSync(at('pki', 'keys')).map((name) => readFileSync(at('pki', 'keys', name), 'utf8'));

/** Tests the simulated CSMS with what a configuration says; it has the certificates of the lab. */
async function tested(config: string, ...cases: string[]) {
  const csms = new Ocppspec('csms', '--config', at('lab.yaml'));
  const [, url = ''] = await csms.says(/^CSMS for \S+ at (wss:\S+), control API/m);
  const ended = await new Ocppspec('run', '--url', url, '--config', config, ...cases.flatMap((id) => ['--case', id]), '--out', directory())
    .ended;
  await csms.stop('SIGTERM');
  return ended;
}

test('pkiDirectory has both sides use what init wrote, and nothing of it is made anew', async () => {
  const before = contents();
  const { code, out, err } = await tested(at('lab.yaml'), 'TC_A_07_CSMS', 'TC_A_08_CSMS');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('2 pass');
  expect(contents()).toEqual(before);
});

test('its files can be named one by one', async () => {
  const files =
    'csmsRootFile: pki/csms-root.pem\nclientCertificateFile: pki/station-client.pem\nclientKeyFile: pki/keys/station-client.pem\n';
  const config = fileIn('files.yaml', STATION + files);
  expect((await ocppspec('config', 'check', config)).exit).toBe(0);
  expect(await tested(config, 'TC_A_07_CSMS')).toMatchObject({ code: 0, out: expect.stringContaining('1 pass') });
});

test('a certificate that was issued, with authorities above it, does as well', async () => {
  const issued = await ocppspec('pki', 'issue', 'client', '--ca', 'csms-sub-ca-2', '--name', 'mine', '--dir', at('pki'));
  expect(issued.exit).toBe(0);
  const files = 'csmsRootFile: pki/csms-root.pem\nclientCertificateFile: pki/mine.pem\nclientKeyFile: pki/keys/mine.pem\n';
  expect(await tested(fileIn('mine.yaml', STATION + files), 'TC_A_07_CSMS')).toMatchObject({ code: 0 });
});

test('a bad one does not', async () => {
  expect((await ocppspec('pki', 'bad', 'station-client-expired', '--dir', at('pki'))).exit).toBe(0);
  const bad = 'pki/bad/station-client-expired.pem\nclientKeyFile: pki/bad/keys/station-client-expired.pem\n';
  const config = fileIn('bad.yaml', `${STATION}csmsRootFile: pki/csms-root.pem\nclientCertificateFile: ${bad}`);
  const { code, out } = await tested(config, 'TC_A_07_CSMS');
  expect(code).not.toBe(0);
  expect(out).not.toContain('1 pass');
});
