import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { PKI_COMMANDS } from '../../src/cli/pki/commands.ts';
import { STATION_FAULTS } from '../../src/station/faults/index.ts';
import { ocppspec } from './in-process.ts';
import { directory, PASSWORD } from './kit.ts';

const names = Object.keys(COMMANDS);
const single = Object.entries(COMMANDS).flatMap(([name, command]) => ('commands' in command ? [] : [[name, command] as const]));
const commands = [...single, ...Object.entries(PKI_COMMANDS).map(([name, command]) => [`pki ${name}`, command] as const)];

describe('help', () => {
  test.each(['--help', '-h', 'help'])('%s lists the commands', async (argument) => {
    const { exit, out } = await ocppspec(argument);
    expect(exit).toBe(0);
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +${COMMANDS[name]?.summary.slice(0, 10)}`, 'm'));
  });

  test('no command at all is wrong usage', async () => {
    expect(await ocppspec()).toMatchObject({ exit: 3, out: expect.stringContaining('usage: ocppspec <command> [options]') });
  });

  test.each(commands)('%s --help tells of every option', async (name, command) => {
    const { exit, out, err } = await ocppspec(...name.split(' '), '--help');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(`usage: ${command.usage}`);
    for (const [option, { help }] of Object.entries(command.options)) {
      expect(out).toContain(`--${option}`);
      expect(out).toContain(help);
    }
  });

  test('pki --help lists what it can do', async () => {
    const { exit, out } = await ocppspec('pki', '--help');
    expect(exit).toBe(0);
    for (const name of Object.keys(PKI_COMMANDS)) expect(out).toMatch(new RegExp(`^  ${name} +${PKI_COMMANDS[name]?.summary}$`, 'm'));
  });

  test('--version', async () => {
    expect(await ocppspec('--version')).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('wrong usage says what is right', () => {
  const STATION_FAULT = Object.keys(STATION_FAULTS)[0] ?? '';
  test.each([
    ['rnu', 'there is no command "rnu", did you mean "run"?'],
    ['constructor', 'there is no command "constructor"'],
    ['run --cas TC_B_01_CS', 'there is no option --cas, did you mean "--case"?'],
    ['run --case', "Option '--case <value>' argument missing; usage: ocppspec run [options]"],
    ['run TC_B_01_CS', "Unexpected argument 'TC_B_01_CS'; usage: ocppspec run [options]"],
    ['pki', 'usage: ocppspec pki init|issue|inspect|bad'],
    ['pki inti', 'there is no command "pki inti", did you mean "init"?'],
    ['pki init --hots x', 'there is no option --hots, did you mean "--host"?'],
    ['run --strict=yes', "Option '--strict' does not take an argument"],
    ['run --case TC_B_99_CS', 'there is no case "TC_B_99_CS", did you mean "TC_B_09_CS"?'],
    ['run --block Z', 'there is no block "Z"'],
    ['list --use-case B99', 'there is no use case "B99", did you mean "B09"?'],
    ['list --requirement B1.FR.01', 'there is no requirement "B1.FR.01", did you mean "B01.FR.01"?'],
    ['run --profile Cor', 'there is no certification profile "Cor", did you mean "Core"?'],
    ['run --sut simulator', '--sut is station, csms or both, not "simulator"'],
    ['run --sut station --url ws://127.0.0.1:9/', '--url is where a CSMS is, so --sut cannot be station'],
    ['run --sut csms --listen 9000', '--listen is for a station, so --sut cannot be csms'],
    ['run --url ws://127.0.0.1:9/ --listen 9000', '--url tests a CSMS and --listen a station: give one of them'],
    ['run --url http://127.0.0.1/', '--url is a WebSocket URL like ws://127.0.0.1:8080/ocpp, not "http://127.0.0.1/"'],
    ['run --listen here', '--listen is an address like 127.0.0.1:8080, not "here"'],
    ['run --listen 127.0.0.1:70000', '--listen is an address like 127.0.0.1:8080, not "127.0.0.1:70000"'],
    ['run --url wss://127.0.0.1:9/', 'security profile 1 (securityProfile in --config) has no TLS, but --url begins with wss:'],
    ['run --config nowhere.yaml', 'nowhere.yaml: there is no such file'],
    ['station', '--url says where the CSMS is: ws://host:port/path'],
    [`station --url ws://127.0.0.1:9/ --fault ${STATION_FAULT}s`, `did you mean "${STATION_FAULT}"?; see \`ocppspec list --faults\``],
    [`csms --fault ${STATION_FAULT}`, `there is no fault "${STATION_FAULT}" of the csms`],
    [`assess --fault ${STATION_FAULT}s`, `there is no fault "${STATION_FAULT}s", did you mean "${STATION_FAULT}"?`],
    [`assess --sut csms --fault ${STATION_FAULT}`, 'none of these faults is one of the csms'],
  ])('%s', async (line, message) => {
    vi.stubEnv('OCPPSPEC_PASSWORD', PASSWORD);
    const { exit, out, err } = await ocppspec(...line.split(' '));
    vi.unstubAllEnvs();
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toMatch(/^ocppspec: .*\n$/);
    expect(err).toContain(message);
  });

  test('without a password, how to give one', async () => {
    vi.stubEnv('OCPPSPEC_PASSWORD', undefined);
    const { exit, err } = await ocppspec('run', '--url', 'ws://127.0.0.1:9/');
    vi.unstubAllEnvs();
    expect({ exit, err }).toEqual({
      exit: 3,
      err: 'ocppspec: security profile 1 needs the password of station CS001: set OCPPSPEC_PASSWORD, or passwordFile in --config\n',
    });
  });

  test('a driver that there is not, or that is not configured', async () => {
    vi.stubEnv('OCPPSPEC_PASSWORD', PASSWORD);
    const http = await ocppspec('run', '--url', 'ws://127.0.0.1:9/', '--driver', 'http');
    const robot = await ocppspec('run', '--url', 'ws://127.0.0.1:9/', '--driver', 'robot');
    vi.unstubAllEnvs();
    expect(http).toMatchObject({ exit: 3, err: expect.stringContaining('--driver http needs drivers.http in --config') });
    expect(robot).toMatchObject({ exit: 3, err: 'ocppspec: --driver is prompt, http, exec or jsonl, not "robot"\n' });
  });

  test('a mistake in the configuration names file and line', async () => {
    const file = join(directory(), 'sut.yaml');
    writeFileSync(file, 'model: M\nidentiy: CS1\n');
    expect(await ocppspec('run', '--config', file)).toMatchObject({
      exit: 3,
      err: `ocppspec: ${file}:2: there is no field "identiy", did you mean "identity"?; see docs/configuration.md\n`,
    });
  });

  test('an output directory that cannot be written', async () => {
    const file = join(directory(), 'a-file');
    writeFileSync(file, '');
    const { exit, err } = await ocppspec('run', '--case', 'TC_B_01_CS', '--out', join(file, 'out'));
    expect({ exit, err }).toEqual({ exit: 3, err: expect.stringContaining(`cannot write results to ${join(file, 'out')}: `) });
  });
});

describe('list', () => {
  test('cases, as text and as JSON', async () => {
    const text = await ocppspec('list', '--use-case', 'b01', '--sut', 'station');
    expect(text.exit).toBe(0);
    expect(text.out).toMatch(/^TC_B_01_CS +B01 .*A registered station is accepted$/m);
    expect(text.out).not.toContain('CSMS');
    const json = await ocppspec('list', '--json', '--case', 'tc_b_01_cs', '--case', 'TC_B_01_CSMS');
    expect(JSON.parse(json.out)).toMatchObject([
      { id: 'TC_B_01_CS', role: 'station', scenario: expect.stringMatching(/^features\/.*\.feature:\d+$/) },
      { id: 'TC_B_01_CSMS', role: 'csms' },
    ]);
  });

  test('filters of several kinds have to fit all', async () => {
    expect(JSON.parse((await ocppspec('list', '--json', '--block', 'A', '--case', 'TC_B_01_CS')).out)).toEqual([]);
  });

  test('cases without a scenario only on request', async () => {
    const written = JSON.parse((await ocppspec('list', '--json')).out) as { scenario: unknown }[];
    const all = JSON.parse((await ocppspec('list', '--json', '--missing')).out) as { scenario: unknown }[];
    expect(written.length).toBeGreaterThan(0);
    expect(written.every(({ scenario }) => scenario !== null)).toBe(true);
    expect(all.filter(({ scenario }) => scenario !== null)).toEqual(written);
  });

  test('faults with what finds them', async () => {
    const { exit, out } = await ocppspec('list', '--faults', '--json', '--sut', 'station');
    const faults = JSON.parse(out) as { name: string }[];
    expect(exit).toBe(0);
    expect(faults.map(({ name }) => name)).toEqual(Object.keys(STATION_FAULTS));
    for (const fault of faults) expect(Object.keys(fault)).toEqual(['party', 'name', 'requirement', 'about', 'foundBy']);
    expect((await ocppspec('list', '--faults')).out).toMatch(/^\d+ faults$/m);
  });
});
