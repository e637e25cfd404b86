import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { defaultSutConfig, type SutConfig, TOKEN_NAMES } from '../../src/sut/config.ts';
import { PEM_FIELDS } from '../../src/sut/config-content.ts';
import { configSchema, STIMULI_SCHEMA, stimuliSchema } from '../../src/sut/config-schema.ts';
import { DRIVER_NAMES } from '../../src/sut/drivers/config.ts';

interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  description?: string;
  $ref?: string;
}

const schema = JSON.parse(readFileSync(packageFile('schemas/config.schema.json'), 'utf8')) as Schema & {
  properties: Record<string, Schema>;
};
const keys = (object: object | undefined): string[] => Object.keys(object ?? {}).sort();

/** Fields of SutConfig that may be absent; the compiler sees to it that none is missing here, and none is too much. */
type Optional = { [K in keyof SutConfig as undefined extends SutConfig[K] ? K : never]-?: true };
const OPTIONAL: Optional = {
  password: true,
  publicHost: true,
  secondPort: true,
  secondCsmsUrl: true,
  csmsRoot: true,
  passwordEnv: true,
  pkiDirectory: true,
  organization: true,
  clientCertificate: true,
  clientKey: true,
  serverCertificate: true,
  serverKey: true,
  stationRoot: true,
  firmware: true,
  brokenFirmware: true,
  fileTransfer: true,
  logLocation: true,
  failingLogLocation: true,
  unsupportedCriterion: true,
};
/** What a file says in another way than the configuration holds it. */
const IN_FILES: Readonly<Record<string, string>> = {
  password: 'passwordFile',
  ...Object.fromEntries(Object.entries(PEM_FIELDS).map(([file, field]) => [field, file])),
};

test('the schema knows every field of the configuration and no other', () => {
  const fields = [...Object.keys(defaultSutConfig()), ...Object.keys(OPTIONAL)].map((field) => IN_FILES[field] ?? field);
  expect(keys(schema.properties)).toEqual([...new Set(fields), 'drivers', 'url', 'listen'].sort());
});

test.each(['durations', 'timeouts', 'tokens'] as const)('the schema knows what is in %s, and no more', (group) => {
  expect(keys(schema.properties[group]?.properties)).toEqual(keys(defaultSutConfig()[group]));
  expect(schema.properties[group]?.additionalProperties).toBe(false);
});

test('tokens and drivers are those of the code', () => {
  expect(keys(schema.properties.tokens?.properties)).toEqual([...TOKEN_NAMES].sort());
  const { use: _, ...drivers } = schema.properties.drivers?.properties ?? {};
  expect(keys(drivers)).toEqual([...DRIVER_NAMES].sort());
});

test('nothing unknown is let through, and everything is described', () => {
  const undescribed: string[] = [];
  const look = ({ properties = {}, additionalProperties }: Schema, path: string): void => {
    if (Object.keys(properties).length > 0 && additionalProperties !== false) undescribed.push(`${path} lets anything through`);
    for (const [name, inner] of Object.entries(properties)) {
      if (!inner.description && !inner.$ref) undescribed.push(`${path}.${name}`);
      look(inner, `${path}.${name}`);
    }
  };
  look(schema, '');
  expect(undescribed).toEqual([]);
});

test('a password has no field of its own', () => {
  expect(keys(schema.properties)).not.toContain('password');
  expect(keys(schema.properties)).toContain('passwordFile');
});

test('the schemas are schemas', () => {
  expect(() => new Ajv({ strict: false }).addSchema(stimuliSchema(), STIMULI_SCHEMA).compile(configSchema())).not.toThrow();
});
