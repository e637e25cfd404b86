import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { defaultConfiguration } from '../../src/sut/config-content.ts';
import { ConfigError, readConfiguration } from '../../src/sut/config-file.ts';
import { testPki } from '../pki/kit.ts';

const pki = await testPki();
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
  test('rules out what is about detachable cables where the cable is fixed, unless it says otherwise', () => {
    expect(read('fixedCable: true').config.features).toEqual({ 'HFS-1': false, 'HFS-2': true });
    expect(read('fixedCable: true\nfeatures: { HFS-1: true }').config.features).toEqual({ 'HFS-1': true, 'HFS-2': true });
    expect(read('fixedCable: false').config.features).toEqual({});
  });

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
display: { text: Hello, unsupportedState: Faulted }
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
      display: { ...usual.display, text: 'Hello', unsupportedState: 'Faulted' },
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

describe('own certificates', () => {
  const credentials = (['csms-server', 'station-client'] as const).map((name) => [name, pki.credential(name)] as const);
  beforeAll(() => {
    for (const [name, { chain, key }] of credentials) {
      writeFileSync(join(directory, `${name}.pem`), chain);
      writeFileSync(join(directory, `${name}.key`), key);
    }
  });

  test('are read with their keys', () => {
    const { config } = read(`
serverCertificateFile: csms-server.pem
serverKeyFile: csms-server.key
clientCertificateFile: station-client.pem
clientKeyFile: station-client.key
stationRootFile: root.pem
`);
    const [[, server], [, client]] = credentials as [(typeof credentials)[0], (typeof credentials)[0]];
    expect(config).toMatchObject({
      serverCertificate: server.chain,
      serverKey: server.key,
      clientCertificate: client.chain,
      clientKey: client.key,
      stationRoot: 'PEM of the root',
    });
  });

  test.each([
    ['serverCertificateFile: csms-server.pem', '1: serverCertificateFile: needs the key of the certificate as serverKeyFile'],
    ['clientKeyFile: csms-server.key', '1: clientKeyFile: needs the certificate of the key as clientCertificateFile'],
    ['serverKeyFile: csms-server.key\nserverCertificateFile: root.pem', '2: serverCertificateFile: root.pem holds no certificate in PEM'],
    ['serverKeyFile: root.pem\nserverCertificateFile: csms-server.pem', '1: serverKeyFile: root.pem holds no private key in PEM'],
    ['clientCertificateFile: csms-server.pem\nclientKeyFile: station-client.key', '2: clientKeyFile: station-client.key is not the key of'],
    ['stationRootFile: none.pem', '1: stationRootFile: none.pem: there is no such file'],
  ])('%j', (text, message) => expect(told(text)).toContain(`sut.yaml:${message}`));
});

describe('drivers', () => {
  test('run, and have their secrets, where the configuration is', () => {
    const { drivers } = read(`
drivers:
  http: { headers: { A: { file: key }, B: { env: X }, C: plain }, basic: { username: u, password: { file: pass } }, stimuli: { park: { method: GET, url: u, body: { file: text } } } }
  exec: { command: [x], stimuli: { park: { command: [y], env: { K: { file: key } } } } }
  jsonl: { command: [x] }
`);
    const key = { file: join(directory, 'key') };
    expect(drivers.http?.headers).toEqual({ A: key, B: { env: 'X' }, C: 'plain' });
    expect(drivers.http?.basic).toEqual({ username: 'u', password: { file: join(directory, 'pass') } });
    expect(drivers.http?.stimuli?.park).toMatchObject({ body: { file: 'text' } });
    expect(drivers.exec).toMatchObject({ cwd: directory, stimuli: { park: { env: { K: key } } } });
    expect(drivers.jsonl).toEqual({ command: ['x'], cwd: directory });
  });

  test.each([
    [
      'http:\n    stimuli:\n      park:\n        - { method: GET, url: x }\n        - { method: GET }',
      "6: drivers.http.stimuli.park.1 must have required property 'url'",
    ],
    ['http:\n    headers: { A: { env: "no name" } }', '3: drivers.http.headers.A.env must match pattern'],
    ['http:\n    headers: { A: { var: X } }', '3: there is no field "var" in drivers.http.headers.A'],
    ['jsonl: {}', "2: drivers.jsonl must have required property 'command'"],
    ['jsonl:\n    command: [x]\n    stimuli: { park: again }', '4: drivers.jsonl.stimuli.park must be one of restart'],
    ['exec:\n    command: x', '3: drivers.exec.command must be array'],
    ['use:\n    plugin: [http]', '3: there is no field "plugin" in drivers.use, did you mean "plug-in"?'],
    ['use:\n    park: [robot]', '3: drivers.use.park.0 must be one of prompt, http, exec, jsonl'],
    ['prompt: {}\n  use:\n    park: [prompt, exec]', '4: drivers.use.park: there is no drivers.exec'],
  ])('%j', (text, message) => expect(told(`drivers:\n  ${text}`)).toContain(`sut.yaml:${message}`));
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
    ['listen: 127.0.0.1:9000\nurl: ws://x/', 'sut.yaml:1: listen: a station connects here, but url is where a CSMS is: give one of them'],
    ['passwordEnv: $X', 'sut.yaml:1: passwordEnv must match pattern'],
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
