import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { presetNames } from '../../src/cli/presets.ts';
import { packageFile } from '../../src/package-file.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { ocppspec } from './in-process.ts';

let directory: string;
beforeEach(() => {
  directory = temporaryDirectory();
  vi.spyOn(process, 'cwd').mockReturnValue(directory);
  vi.stubEnv('OCPPSPEC_PASSWORD', undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
const at = (name: string) => join(directory, name);
function write(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

describe('init', () => {
  test.each([
    [[] as string[], 'listen'],
    [['--sut', 'csms'], 'url'],
  ])('%j writes a starter that is in order', async (more, where) => {
    const { exit, out } = await ocppspec('init', '--out', at('sut.yaml'), ...more);
    expect({ exit, out }).toEqual({
      exit: 0,
      out: `${at('sut.yaml')} is written: edit it, then \`ocppspec config check ${at('sut.yaml')}\`\n`,
    });
    expect(parse(readFileSync(at('sut.yaml'), 'utf8'))).toHaveProperty(where);
    expect((await ocppspec('config', 'check', at('sut.yaml'))).exit).toBe(0);
  });

  test('editors find the schema from where the file is', async () => {
    await ocppspec('init', '--out', at('sut.yaml'));
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)$/m.exec(readFileSync(at('sut.yaml'), 'utf8')) ?? [];
    expect(readFileSync(join(directory, schema), 'utf8')).toBe(readFileSync(packageFile('schemas/config.schema.json'), 'utf8'));
  });

  test('what a starter says in comments holds', async () => {
    const usual = defaultSutConfig();
    for (const name of ['station', 'csms']) {
      const text = readFileSync(packageFile(`presets/${name}.yaml`), 'utf8');
      const commented = parse(
        [...text.matchAll(/^# (serialNumber|vendorName|model|groupId|masterPassGroupId|timeouts|tolerance): .*$/gm)]
          .map(([line]) => line.slice(2))
          .join('\n'),
      );
      expect(usual).toMatchObject(commented);
      expect(Object.keys(commented)).toHaveLength(7);
      const { tokens } = parse(text) as { tokens: object };
      expect(usual.tokens).toMatchObject(tokens);
    }
  });

  test('nothing is written over, unless that is wanted', async () => {
    const file = write('sut.yaml', 'identity: MINE\n');
    expect(await ocppspec('init', '--out', file)).toMatchObject({
      exit: 3,
      err: `ocppspec: ${file} is there already; --force writes over it\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe('identity: MINE\n');
    expect(await ocppspec('init', '--out', file, '--force', '--preset', 'citrineos')).toMatchObject({ exit: 0 });
    expect(readFileSync(file, 'utf8')).toContain('CitrineOS');
  });

  test('a preset, role or directory that there is not', async () => {
    expect((await ocppspec('init', '--out', at('x.yaml'), '--preset', 'citrine-os')).err).toBe(
      `ocppspec: there is no preset "citrine-os", did you mean "citrineos"?; there are ${presetNames().join(', ')}\n`,
    );
    expect((await ocppspec('init', '--out', at('x.yaml'), '--sut', 'both')).err).toBe('ocppspec: --sut is station or csms, not "both"\n');
    expect(await ocppspec('init', '--out', at('no/x.yaml'))).toMatchObject({
      exit: 3,
      err: expect.stringContaining(`cannot write ${at('no/x.yaml')}`),
    });
    expect(existsSync(at('x.yaml'))).toBe(false);
  });
});

describe('config check', () => {
  test('shows what holds, and of secrets only whether they are there', async () => {
    vi.stubEnv('LAB_PASSWORD', 'a-secret-of-the-lab');
    vi.stubEnv('LAB_TOKEN', undefined);
    write('key.txt', 'another-secret');
    write('root.pem', 'a root');
    const file = write(
      'sut.yaml',
      `
listen: 0.0.0.0:9000
identity: CS-9
passwordEnv: LAB_PASSWORD
csmsRootFile: root.pem
drivers:
  http:
    headers: { Authorization: { env: LAB_TOKEN }, X-Key: { file: key.txt }, X-Tenant: lab }
    stimuli: { park: { method: POST, url: 'http://x/', body: { env: 'this is no secret' } } }
`,
    );
    const { exit, out } = await ocppspec('config', 'check', file);
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`^# ${file} is in order`));
    expect(out).not.toContain('secret-of-the-lab');
    expect(out).not.toContain('another-secret');
    expect(parse(out)).toMatchObject({
      listen: '0.0.0.0:9000',
      identity: 'CS-9',
      tolerance: 4,
      password: 'set (environment variable LAB_PASSWORD)',
      csmsRoot: 'set',
      drivers: {
        http: {
          headers: { Authorization: 'not set (environment variable LAB_TOKEN)', 'X-Key': `set (${at('key.txt')})`, 'X-Tenant': 'lab' },
          stimuli: { park: { body: { env: 'this is no secret' } } },
        },
      },
    });
  });

  test.each([
    ['identiy: X', 'sut.yaml:1: there is no field "identiy", did you mean "identity"?'],
    ['url: http://x/', 'url in --config is a WebSocket URL'],
    ['url: wss://x/', 'security profile 1 (securityProfile in --config) has no TLS'],
    ['listen: here', 'listen in --config is an address like 127.0.0.1:8080'],
  ])('%s', async (text, message) => {
    const { exit, out, err } = await ocppspec('config', 'check', write('sut.yaml', text));
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toContain(message);
  });

  test('without a command, or a file', async () => {
    expect((await ocppspec('config')).err).toBe('ocppspec: usage: ocppspec config check [file]\n');
    expect((await ocppspec('config', 'check', 'a', 'b')).exit).toBe(3);
    expect((await ocppspec('config', 'check', at('none.yaml'))).err).toContain('there is no such file');
  });
});
