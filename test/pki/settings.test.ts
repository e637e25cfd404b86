import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PkiSettings, readSettings, writeSettings } from '../../src/pki/settings.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';

const SETTINGS: PkiSettings = {
  identity: 'CS-1',
  serialNumber: 'SN-1',
  hosts: ['a.example.com'],
  organization: 'CSO',
  emaid: 'E',
  key: 'rsa-2048',
  days: 9,
};

test('what was written is read', () => {
  const directory = temporaryDirectory();
  expect(readSettings(directory)).toBeUndefined();
  writeSettings(directory, SETTINGS);
  expect(readSettings(directory)).toEqual(SETTINGS);
});

test.each([
  [{ identity: '' }, 'identity'],
  [{ hosts: [] }, 'hosts'],
  [{ hosts: ['a', 1] }, 'hosts'],
  [{ key: 'rsa-1024' }, 'key'],
  [{ days: 0.5 }, 'days'],
])('%j is told with the file', (wrong, field) => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'pki.json'), JSON.stringify({ ...SETTINGS, ...wrong }));
  expect(() => readSettings(directory)).toThrow(`${join(directory, 'pki.json')}: ${field} is not what`);
});

test.each(['', '[', 'null'])('%j is no settings', (text) => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'pki.json'), text);
  expect(() => readSettings(directory)).toThrow('pki.json: ');
});
