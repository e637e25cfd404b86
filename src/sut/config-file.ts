import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { isCollection, LineCounter, parseDocument } from 'yaml';
import { nearest } from '../scenario/nearest.ts';
import { defaultSutConfig, type SutConfig } from './config.ts';
import { configSchema } from './config-schema.ts';
import type { HttpOptions } from './drivers/http.ts';

/** A configuration that cannot be used; the message names file, line, field and what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** A configuration file: what is known of the system under test, and who carries out stimuli. */
export interface Configuration {
  config: SutConfig;
  drivers: { prompt?: { patience?: number }; http?: Partial<HttpOptions> };
  /** Where the system is: the URL of a CSMS, or where a station is to connect. */
  where: { url?: string; listen?: string };
}

interface FileContent extends Omit<Partial<SutConfig>, 'tokens' | 'durations' | 'timeouts' | 'firmware'> {
  tokens?: Partial<SutConfig['tokens']>;
  durations?: Partial<SutConfig['durations']>;
  timeouts?: Partial<SutConfig['timeouts']>;
  passwordFile?: string;
  csmsRootFile?: string;
  firmware?: { location: string; signature: string; signingCertificateFile: string };
  drivers?: Configuration['drivers'];
  url?: string;
  listen?: string;
}

/** Without a file, what holds unless something else is configured. */
export const defaultConfiguration = (): Configuration => ({ config: defaultSutConfig(), drivers: {}, where: {} });

/** Reads a YAML file as schemas/config.schema.json describes it. @throws ConfigError */
export function readConfiguration(path: string): Configuration {
  const lines = new LineCounter();
  const document = parseDocument(readText(path, path), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new ConfigError(`${path}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`);
  const content: unknown = document.toJS() ?? {};
  const validate = new Ajv({ strict: false, verbose: true }).compile(configSchema());
  if (!validate(content)) {
    const error = validate.errors?.[0] as ErrorObject;
    throw new ConfigError(`${path}:${lineOf(keysOf(error))}: ${problem(error)}`);
  }
  const config = complete(content as FileContent, (file, field) => readText(resolve(dirname(path), file), `${placeOf(field)}: ${field}`));
  const [field, wrong] = misplaced(config.config) ?? [];
  if (field) throw new ConfigError(`${placeOf(field)}: ${field}: ${wrong}`);
  return config;

  function placeOf(field: string): string {
    return `${path}:${lineOf(field.split('.'))}`;
  }

  /** The line of a field, or of what it would be in. */
  function lineOf(keys: readonly string[]): number {
    const parent = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents;
    const key = keys.at(-1);
    const pair = isCollection(parent)
      ? (parent.items as { key?: { value?: unknown; range?: number[] } }[]).find((item) => item.key?.value === key)
      : undefined;
    const node = pair?.key ?? document.getIn(keys, true);
    return lines.linePos((node as { range?: number[] } | undefined)?.range?.[0] ?? 0).line;
  }
}

const keysOf = ({ instancePath, keyword, params }: ErrorObject): string[] => [
  ...instancePath.split('/').slice(1).map(keyOf),
  ...(keyword === 'additionalProperties' ? [params.additionalProperty] : []),
];
const keyOf = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

function problem({ instancePath, keyword, params, message, parentSchema }: ErrorObject): string {
  const field = instancePath.slice(1).split('/').map(keyOf).join('.');
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {});
    const name = params.additionalProperty;
    if (name === 'password') return 'a password does not belong here; set OCPPSPEC_PASSWORD, or name a file with it as passwordFile';
    return `there is no field "${name}"${field ? ` in ${field}` : ''}${nearest(name, known)}; see docs/configuration.md`;
  }
  const allowed = keyword === 'enum' ? `must be one of ${params.allowedValues.join(', ')}` : message;
  return `${field || 'the file'} ${allowed}`;
}

function readText(path: string, named: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw new ConfigError(named === path ? `${path}: ${reason}` : `${named}: ${path}: ${reason}`);
  }
}

function complete(content: FileContent, read: (file: string, field: string) => string): Configuration {
  const { drivers = {}, url, listen, passwordFile, csmsRootFile, firmware, tokens, durations, timeouts, ...rest } = content;
  const usual = defaultSutConfig();
  const config: SutConfig = {
    ...usual,
    ...rest,
    tokens: { ...usual.tokens, ...tokens },
    durations: { ...usual.durations, ...durations },
    timeouts: { ...usual.timeouts, ...timeouts },
    ...(passwordFile ? { password: read(passwordFile, 'passwordFile').trim() } : {}),
    ...(csmsRootFile ? { csmsRoot: read(csmsRootFile, 'csmsRootFile') } : {}),
    ...(firmware
      ? {
          firmware: {
            location: firmware.location,
            signature: firmware.signature,
            signingCertificate: read(firmware.signingCertificateFile, 'firmware.signingCertificateFile'),
          },
        }
      : {}),
  };
  return { config, drivers, where: { ...(url ? { url } : {}), ...(listen ? { listen } : {}) } };
}

/** The field that names an EVSE or connector that does not exist, and why. */
function misplaced({ evses, evseId, connectorId }: SutConfig): [field: string, problem: string] | undefined {
  const evse = evses.find(({ id }) => id === evseId);
  if (!evse) return ['evseId', `${evseId} is not among evses (${evses.map(({ id }) => id).join(', ')})`];
  if (evse.connectors.includes(connectorId)) return undefined;
  return ['connectorId', `${connectorId} is not a connector of EVSE ${evseId} (${evse.connectors.join(', ')})`];
}
