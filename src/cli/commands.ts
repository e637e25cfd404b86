import type { CommandOrFamily } from './command.ts';

const text = (value: string, help: string) => ({ type: 'string' as const, value, help });
const list = (value: string, help: string) => ({ type: 'string' as const, multiple: true, value, help });
const flag = (help: string) => ({ type: 'boolean' as const, help });

const selection = {
  block: list('B', 'only this functional block; may be given more than once, like all filters'),
  'use-case': list('B01', 'only this use case'),
  case: list('TC_B_01_CS', 'only this official case'),
  requirement: list('B01.FR.05', 'only cases about this requirement'),
  profile: list('Core', 'only cases of this certification profile'),
};

/** All commands; nothing is loaded for one before it is run. */
export const COMMANDS: Readonly<Record<string, CommandOrFamily>> = {
  run: {
    summary: 'run cases against a station, a CSMS, or the built-in ones',
    usage: 'ocppspec run [options]',
    options: {
      sut: text('station|csms|both', 'what is tested; both unless --url or --listen says otherwise'),
      url: text('ws://host:port/path', 'test the CSMS at this OCPP-J endpoint'),
      listen: text('host:port', 'test the station that connects here'),
      config: list('file', 'what is known of the system under test (YAML), see docs/configuration.md; several are tested side by side'),
      driver: list(
        'prompt|http|exec|jsonl',
        'who carries out stimuli at an external system, see docs/drivers.md; prompt asks at the terminal',
      ),
      ...selection,
      shard: text('2/4', 'only this part of the cases, so that several jobs share them; see `ocppspec merge`'),
      out: text('directory', 'where results go; reports/latest unless given'),
      resume: flag('go on with the run whose results are in --out, and keep what was done'),
      'rerun-failed': flag('run only what did not pass in --out, and replace the results'),
      strict: flag('count warnings as violations'),
    },
    load: () => import('./run.ts'),
  },
  merge: {
    summary: 'put the results of shards together',
    usage: 'ocppspec merge directory... [--out directory]',
    options: {
      out: text('directory', 'where the results of all go; reports/latest unless given'),
    },
    operands: true,
    load: () => import('./merge.ts'),
  },
  diff: {
    summary: 'compare two results, and fail on regressions',
    usage: 'ocppspec diff earlier later [--json]',
    options: {
      json: flag('as JSON'),
    },
    operands: true,
    load: () => import('./diff.ts'),
  },
  init: {
    summary: 'write a configuration to begin with',
    usage: 'ocppspec init [options]',
    options: {
      sut: text('station|csms', 'what is to be tested; a station unless given'),
      preset: text('name', 'the configuration for a known system, see docs/drivers.md'),
      out: text('file', 'where it goes; ocppspec.yaml unless given'),
      force: flag('write over a file that is there'),
    },
    load: () => import('./init.ts'),
  },
  config: {
    summary: 'check a configuration, and show what holds',
    usage: 'ocppspec config check [file]',
    options: {},
    operands: true,
    load: () => import('./config.ts'),
  },
  plan: {
    summary: 'show which cases apply, and what decides',
    usage: 'ocppspec plan [--config file] [filters] [--json]',
    options: {
      sut: text('station|csms|both', 'cases with this under test'),
      config: text('file', 'what is known of the system under test (YAML); its features decide'),
      ...selection,
      'by-profile': flag('group cases by certification profile'),
      json: flag('as JSON'),
    },
    load: () => import('./plan.ts'),
  },
  probe: {
    summary: 'look at a station or a CSMS, and propose the features of its configuration',
    usage: 'ocppspec probe --listen host:port | --url ws://host:port/path [options]',
    options: {
      listen: text('host:port', 'look at the station that connects here'),
      url: text('ws://host:port/path', 'look at the CSMS at this OCPP-J endpoint'),
      config: text('file', 'what is known of the system (YAML), see docs/configuration.md'),
      json: flag('as JSON'),
    },
    load: () => import('./probe.ts'),
  },
  list: {
    summary: 'list cases, or faults of the simulators',
    usage: 'ocppspec list [--faults] [--json] [filters]',
    options: {
      sut: text('station|csms|both', 'cases with this under test'),
      ...selection,
      faults: flag('list the faults that the simulators can commit'),
      missing: flag('also list official cases that have no scenario yet'),
      json: flag('as JSON'),
    },
    load: () => import('./list.ts'),
  },
  station: {
    summary: 'run a simulated charging station',
    usage: 'ocppspec station --url ws://host:port/path [options]',
    options: {
      url: text('ws://host:port/path', 'OCPP-J endpoint of the CSMS'),
      identity: text('CS001', 'identity of the station'),
      config: text('file', 'what is known of the station (YAML), see docs/configuration.md'),
      control: text('host:port', 'where the HTTP control API listens; 127.0.0.1 and any free port unless given'),
      fault: list('name', 'commit this fault, see `ocppspec list --faults`'),
    },
    load: () => import('./station.ts'),
  },
  csms: {
    summary: 'run a simulated CSMS',
    usage: 'ocppspec csms [options]',
    options: {
      listen: text('host:port', 'where stations connect; 127.0.0.1 and any free port unless given'),
      identity: list('CS001', 'identity of a station that may connect'),
      config: text('file', 'what is known of the stations (YAML), see docs/configuration.md'),
      control: text('host:port', 'where the HTTP control API listens; 127.0.0.1 and any free port unless given'),
      fault: list('name', 'commit this fault, see `ocppspec list --faults`'),
    },
    load: () => import('./csms.ts'),
  },
  pki: {
    summary: 'make, look at and spoil certificates',
    usage: 'ocppspec pki init|issue|inspect|bad [options]',
    commands: async () => (await import('./pki/commands.ts')).PKI_COMMANDS,
  },
  assess: {
    summary: 'show that every fault of the simulators is found, and by what',
    usage: 'ocppspec assess [options]',
    options: {
      fault: list('name', 'only this fault'),
      sut: text('station|csms|both', 'only faults of this simulator'),
      json: flag('as JSON'),
    },
    load: () => import('./assess.ts'),
  },
};
