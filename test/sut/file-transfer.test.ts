import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSutConfig, type SecurityProfile, type SutConfig } from '../../src/sut/config.ts';
import { usualScheme } from '../../src/sut/file-transfer.ts';
import { pkiSource } from '../../src/sut/pki-source.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { testPki } from '../pki/kit.ts';
import { linesIn, ocppspec, read } from '../run/kit.ts';

const choose = (securityProfile: SecurityProfile, protocols: string | undefined, config: Partial<SutConfig> = {}, host = 'localhost') =>
  usualScheme({ config: defaultSutConfig(config), securityProfile, pki: testPki, host, read: async () => protocols });

test.each([
  [1, 'HTTP,HTTPS', 'http'],
  [2, 'HTTP,HTTPS', 'https'],
  [3, 'FTP, HTTPS', 'https'],
  [2, 'HTTP,FTPS', 'http'],
  [2, undefined, 'http'],
] as const)('with security profile %i, a station that can do %s gets files by %s', async (profile, protocols, scheme) => {
  expect(await choose(profile, protocols)).toBe(scheme);
});

test('the configuration comes before what the station can do', async () => {
  expect(await choose(3, 'HTTPS', { fileTransfer: 'http' })).toBe('http');
  expect(await choose(1, 'HTTP', { fileTransfer: 'https' })).toBe('https');
});

test.each([
  ['127.0.0.1', 'https'],
  ['192.0.2.7', 'http'],
  ['csms.example.com', 'http'],
])('a station that is sent to %s gets files by %s: our certificate has its name, or not', async (host, scheme) => {
  expect(await choose(2, 'HTTPS', {}, host)).toBe(scheme);
});

test('where no station is under test, nobody is asked', async () => {
  expect(await usualScheme({ config: defaultSutConfig(), securityProfile: 3, pki: testPki, host: 'localhost' })).toBe('http');
});

/** Plays cases against the built-in station with security profile 2. @returns where the results are */
async function play(ids: readonly string[], more = ''): Promise<string> {
  const directory = temporaryDirectory();
  const config = join(directory, 'lab.yaml');
  writeFileSync(config, `securityProfile: 2\n${more}`);
  const out = join(directory, 'results');
  await ocppspec(['run', '--config', config, '--out', out, ...ids.flatMap((id) => ['--case', id])]);
  return out;
}

test('with security profile 2, the built-in station gets firmware and sends logs by HTTPS', async () => {
  const ids = ['TC_L_01_CS', 'OS_L_03_CS', 'TC_N_25_CS', 'OS_N_01_CS', 'OS_N_02_CS'];
  const out = await play(ids);
  expect(linesIn(out).map(({ id, verdict, findings }) => [id, verdict, findings])).toEqual(ids.map((id) => [id, 'pass', []]));
  for (const id of ids) expect(read(out, 'traces', `${id}.jsonl`), id).toMatch(/(?:location|remoteLocation)\\":\\"https:/i);
});

test('a station that sends a log to whoever has any certificate is warned (N01.FR.15)', async () => {
  const pki = await pkiSource(defaultSutConfig())();
  const roots = join(temporaryDirectory(), 'roots.pem');
  writeFileSync(roots, pki.credential('csms-root').certificate + pki.credential('csms-root-unrelated').certificate);
  const [result] = linesIn(await play(['OS_N_02_CS'], `csmsRootFile: ${roots}\n`));
  expect(result).toMatchObject({ verdict: 'pass', findings: [{ severity: 'warning', requirement: 'N01.FR.15' }] });
});
