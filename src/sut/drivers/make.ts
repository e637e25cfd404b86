import type { Readable, Writable } from 'node:stream';
import type { StimulusName } from '../../stimuli/stimuli.ts';
import { RealClock } from '../../time/real-clock.ts';
import type { DriverName, DriversConfig } from './config.ts';
import { ExecDriver, type ExecStimulus } from './exec.ts';
import { FirstAbleDriver } from './first-able.ts';
import { HttpDriver, type HttpStimulus } from './http.ts';
import { JsonlDriver } from './jsonl.ts';
import { DriverError, type LastingDriver } from './lasting.ts';
import { PromptDriver } from './prompt.ts';
import { reveal, revealAll } from './secret.ts';

/** Seconds. */
const PATIENCE = 300;
const TIMEOUT = 30;
const RESPAWNS = 3;

export interface Made {
  driver: LastingDriver;
  /** What must not be written anywhere. */
  secrets: string[];
}

export interface Surroundings {
  identity: string;
  terminal: { input: Readable; output: Writable };
}

/** The drivers with these names, asked in this order. @throws DriverError if one is not configured, or a secret is not there */
export function makeDriver(names: readonly DriverName[], config: DriversConfig, surroundings: Surroundings): Made {
  const secrets: string[] = [];
  const found = (secret: string) => void secrets.push(secret);
  const made = new Map<DriverName, LastingDriver>();
  const driverOf = (name: DriverName): LastingDriver => {
    const driver = made.get(name) ?? MAKERS[name](config, surroundings, found);
    made.set(name, driver);
    return driver;
  };
  const asked = names.map(driverOf);
  // Who is not asked at all is not asked for single stimuli either.
  const assigned = Object.entries(config.use ?? {}).map(([stimulus, users]) => [
    stimulus as StimulusName,
    users.filter((name) => names.includes(name)).map(driverOf),
  ]);
  return { driver: new FirstAbleDriver(asked, Object.fromEntries(assigned)), secrets };
}

type Maker = (config: DriversConfig, surroundings: Surroundings, found: (secret: string) => void) => LastingDriver;

const MAKERS: Readonly<Record<DriverName, Maker>> = {
  prompt: ({ prompt }, { terminal }) => new PromptDriver({ ...terminal, clock: new RealClock(), patience: prompt?.patience ?? PATIENCE }),
  http: ({ http }, { identity }, found) => {
    if (!http) throw notConfigured('http');
    const { headers = {}, basic, stimuli = {}, ...rest } = http;
    const authorization = basic ? { authorization: basicAuthorization(basic.username, reveal(basic.password, PASSWORD), found) } : {};
    return new HttpDriver({
      timeout: TIMEOUT,
      ...rest,
      identity,
      headers: { ...authorization, ...revealAll(headers, 'drivers.http.headers', found) },
      stimuli: mapped(stimuli, (requests, name) =>
        [requests].flat().map(
          (request): HttpStimulus => ({
            ...request,
            headers: revealAll(request.headers ?? {}, `drivers.http.stimuli.${name}.headers`, found),
          }),
        ),
      ),
    });
  },
  exec: ({ exec }, { identity }, found) => {
    if (!exec) throw notConfigured('exec');
    const { env = {}, stimuli = {}, ...rest } = exec;
    return new ExecDriver({
      timeout: TIMEOUT,
      ...rest,
      identity,
      env: revealAll(env, 'drivers.exec.env', found),
      stimuli: mapped(
        stimuli,
        (program, name): ExecStimulus => ({ ...program, env: revealAll(program.env ?? {}, `drivers.exec.stimuli.${name}.env`, found) }),
      ),
    });
  },
  jsonl: ({ jsonl }, { identity }, found) => {
    if (!jsonl) throw notConfigured('jsonl');
    const { env = {}, ...rest } = jsonl;
    return new JsonlDriver({ timeout: TIMEOUT, respawns: RESPAWNS, ...rest, identity, env: revealAll(env, 'drivers.jsonl.env', found) });
  },
};

const PASSWORD = 'drivers.http.basic.password';
const notConfigured = (name: DriverName) => new DriverError(`--driver ${name} needs drivers.${name} in --config; see docs/drivers.md`);

function basicAuthorization(username: string, password: string, found: (secret: string) => void): string {
  const token = Buffer.from(`${username}:${password}`).toString('base64');
  found(password);
  found(token);
  return `Basic ${token}`;
}

const mapped = <V, R>(values: Partial<Record<StimulusName, V>>, map: (value: V, name: string) => R): Partial<Record<StimulusName, R>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value as V, name)]));
