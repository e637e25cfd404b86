import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { ConfigError, defaultConfiguration, readConfiguration } from '../../src/sut/config-file.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'ocppspec-config-'));
  writeFileSync(join(directory, 'password.txt'), 'a-secret-0123456789\n');
  writeFileSync(join(directory, 'root.pem'), 'PEM of the root');
  writeFileSync(join(directory, 'signing.pem'), 'PEM of the signer');
});
afterAll(() => rmSync(directory, { recursive: true }));

const file = () => join(directory, 'sut.yaml');
function read(text: string) {
  writeFileSync(file(), text);
  return readConfiguration(file());
}
/** What is told about a file, without the directory that it is in. */
function told(text: string): string {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.replaceAll(`${directory}/`, '');
  }
  return 'nothing';
}

describe('a file that is as it should be', () => {
  test('says nothing: everything is as usual', () => {
    expect(read('')).toEqual(defaultConfiguration());
    expect(read('# only a comment\n')).toEqual({ config: defaultSutConfig(), drivers: {}, where: {} });
  });

  test('changes what it says, down to a single token, duration or timeout', () => {
    const { config, drivers } = read(`
identity: CS-9
securityProfile: 2
tokens:
  valid idToken: { idToken: ABC, type: eMAID }
durations: { heartbeatInterval: 10 }
timeouts: { reply: 5 }
features: { C-13: false }
drivers:
  prompt: { patience: 20 }
  http: { base: "http://127.0.0.1:9/", timeout: 3 }
`);
    const usual = defaultSutConfig();
    expect(config).toEqual({
      ...usual,
      identity: 'CS-9',
      securityProfile: 2,
      tokens: { ...usual.tokens, 'valid idToken': { idToken: 'ABC', type: 'eMAID' } },
      durations: { ...usual.durations, heartbeatInterval: 10 },
      timeouts: { ...usual.timeouts, reply: 5 },
      features: { 'C-13': false },
    });
    expect(drivers).toEqual({ prompt: { patience: 20 }, http: { base: 'http://127.0.0.1:9/', timeout: 3 } });
  });

  test('names files beside it: password, root certificate, signing certificate', () => {
    const { config } = read(`
passwordFile: password.txt
csmsRootFile: ./root.pem
firmware: { location: "http://x/f.bin", signature: AA==, signingCertificateFile: ${join(directory, 'signing.pem')} }
`);
    expect(config).toMatchObject({
      password: 'a-secret-0123456789',
      csmsRoot: 'PEM of the root',
      firmware: { location: 'http://x/f.bin', signature: 'AA==', signingCertificate: 'PEM of the signer' },
    });
    expect(config).not.toHaveProperty('passwordFile');
  });
});

describe('a file that is not', () => {
  test.each([
    ['identity: [CS', 'sut.yaml:1: Flow sequence in block collection must be sufficiently indented'],
    ['identity: CS1\nmodel: M\nidentity: CS2', 'sut.yaml:3: Map keys must be unique'],
    ['- identity', 'sut.yaml:1: the file must be object'],
    ['just text', 'sut.yaml:1: the file must be object'],
    ['model: M\nidentiy: CS1', 'sut.yaml:2: there is no field "identiy", did you mean "identity"?; see docs/configuration.md'],
    ['zzzzzzzzzzzz: 1', 'sut.yaml:1: there is no field "zzzzzzzzzzzz"; see docs/configuration.md'],
    [
      'durations:\n  heartbeatInterval: 1\n  heartbeatIntervall: 2',
      'sut.yaml:3: there is no field "heartbeatIntervall" in durations, did you mean "heartbeatInterval"?; see docs/configuration.md',
    ],
    ['tokens:\n  valid token: {}', 'sut.yaml:2: there is no field "valid token" in tokens, did you mean "valid idToken"?'],
    ['tokens:\n  valid idToken:\n    idToken: A', "sut.yaml:2: tokens.valid idToken must have required property 'type'"],
    [
      'tokens:\n  valid idToken:\n    idToken: A\n    type: RFID',
      'sut.yaml:4: tokens.valid idToken.type must be one of Central, eMAID, ISO14443',
    ],
    ['securityProfile: 0', 'sut.yaml:1: securityProfile must be one of 1, 2, 3'],
    ['identity: 17', 'sut.yaml:1: identity must be string'],
    ['identity: "CS 1"', 'sut.yaml:1: identity must match pattern'],
    ['model: M\nsecondPort: 70000', 'sut.yaml:2: secondPort must be <= 65535'],
    ['timeouts:\n\n  reply: 0', 'sut.yaml:3: timeouts.reply must be > 0'],
    ['evses: []', 'sut.yaml:1: evses must NOT have fewer than 1 items'],
    ['evses:\n  - id: 1\n    connectors: [1]\n  - id: 2\n    conectors: [1]', 'sut.yaml:4: evses.1 must have required property'],
    ['features: { C-13: perhaps }', 'sut.yaml:1: features.C-13 must be boolean'],
    [
      'drivers:\n  http:\n    stimuli:\n      plugin: { method: GET, url: x }',
      'sut.yaml:4: there is no field "plugin" in drivers.http.stimuli, did you mean "plug-in"?',
    ],
    ['model: M\nevseId: 3', 'sut.yaml:2: evseId: 3 is not among evses (1, 2)'],
    ['evseId: 2\nconnectorId: 2', 'sut.yaml:2: connectorId: 2 is not a connector of EVSE 2 (1)'],
    ['model: M\nevses:\n  - id: 1\n    connectors: [2]', 'sut.yaml:1: connectorId: 1 is not a connector of EVSE 1 (2)'],
    ['model: M\npasswordFile: nowhere.txt', 'sut.yaml:2: passwordFile: nowhere.txt: there is no such file'],
    ['csmsRootFile: .', 'sut.yaml:1: csmsRootFile: '],
    [
      'firmware:\n  location: x\n  signature: x\n  signingCertificateFile: none.pem',
      'sut.yaml:4: firmware.signingCertificateFile: none.pem: there is no such file',
    ],
  ])('%j', (text, message) => expect(told(text)).toContain(message));

  test('a password does not belong in it', () => {
    expect(told('model: M\npassword: secret')).toBe(
      'sut.yaml:2: a password does not belong here; set OCPPSPEC_PASSWORD, or name a file with it as passwordFile',
    );
  });

  test('there is none', () => {
    expect(() => readConfiguration(join(directory, 'none.yaml'))).toThrow(`${join(directory, 'none.yaml')}: there is no such file`);
  });
});
