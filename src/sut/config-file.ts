import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isCollection, LineCounter, parseDocument } from 'yaml';
import { nearest } from '../scenario/nearest.ts';
import { contradiction } from './config-checks.ts';
import { type Configuration, complete, type FileContent } from './config-content.ts';
import { configSchema, STIMULI_SCHEMA, stimuliSchema } from './config-schema.ts';

/** A configuration that cannot be used; the message names file, line, field and what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Made when it is first needed, since that takes longer than all the rest. */
let validate: ValidateFunction | undefined;

/** Reads a YAML file as schemas/config.schema.json describes it. @throws ConfigError */
export function readConfiguration(path: string): Configuration {
  const lines = new LineCounter();
  const document = parseDocument(readText(path, path), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new ConfigError(`${path}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`);
  const content: unknown = document.toJS() ?? {};
  validate ??= new Ajv({ strict: false, verbose: true, validateSchema: false })
    .addSchema(stimuliSchema(), STIMULI_SCHEMA)
    .compile(configSchema());
  if (!validate(content)) {
    const error = validate.errors?.[0] as ErrorObject;
    throw new ConfigError(`${path}:${lineOf(keysOf(error))}: ${problem(error)}`);
  }
  const directory = resolve(dirname(path));
  const pathOf = (file: string) => resolve(directory, file);
  const read = (file: string, field: string) => readText(resolve(dirname(path), file), `${placeOf(field)}: ${field}`);
  const configuration = complete(content as FileContent, { directory, pathOf, read });
  const [field, wrong] = contradiction(content as FileContent, configuration) ?? [];
  if (field) throw new ConfigError(`${placeOf(field)}: ${field}: ${wrong}`);
  return configuration;

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

/** A field that may not be there at all, whether the schema lists fields or says how they are named. */
const strange = ({ keyword, params, propertyName }: ErrorObject): string | undefined =>
  keyword === 'additionalProperties' ? params.additionalProperty : propertyName;

const keysOf = (error: ErrorObject): string[] => [...error.instancePath.split('/').slice(1).map(keyOf), ...[strange(error) ?? []].flat()];
const keyOf = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

function problem(error: ErrorObject): string {
  const { instancePath, keyword, params, message, parentSchema } = error;
  const field = instancePath.slice(1).split('/').map(keyOf).join('.');
  const name = strange(error);
  if (name !== undefined) {
    const known: string[] = keyword === 'enum' ? params.allowedValues : Object.keys((parentSchema?.properties as object | undefined) ?? {});
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
