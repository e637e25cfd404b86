import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { readConfiguration } from '../../src/sut/config-file.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { blocksOf, filledIn, readPage, table } from './page.ts';

const PAGE = 'docs/configuration.md';

interface Schema {
  type?: string;
  description?: string;
  $ref?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  required?: string[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxLength?: number;
  pattern?: string;
  propertyNames?: Schema;
  $defs?: Record<string, Schema>;
}

const root: Schema = JSON.parse(readPage('schemas/config.schema.json'));
const resolve = (schema: Schema): Schema => (schema.$ref ? (root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? schema) : schema);

/** What a property may hold, in a few words. */
function allowed(given: Schema): string {
  if (given.$ref) return `a ${given.$ref.split('/').at(-1)}`.replace(/^a (?=\w+s$)/, '');
  const schema = resolve(given);
  const {
    type = 'any JSON',
    enum: values,
    items,
    minimum,
    maximum,
    exclusiveMinimum,
    minItems,
    maxLength,
    additionalProperties,
    propertyNames,
  } = schema;
  if (values) return values.map(String).join(', ');
  const limits = [
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
    exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    maxLength !== undefined && `up to ${maxLength} characters`,
  ].filter(Boolean);
  const what = items
    ? `list of ${(minItems ?? 0) > 1 ? `at least ${minItems}: ` : ''}${allowed(items)}`
    : typeof additionalProperties === 'object'
      ? `${allowed(additionalProperties)} by ${propertyNames ? 'stimulus' : 'name'}`
      : type;
  return [what, ...limits].join(' ');
}

/** Every property as a row, those of objects after the object itself. */
function rows(schema: Schema, prefix: string, defaults: unknown): string[][] {
  return Object.entries(resolve(schema).properties ?? {}).flatMap(([name, given]) => {
    const property = resolve(given);
    const path = prefix ? `${prefix}.${name}` : name;
    const value = (defaults as Record<string, unknown> | undefined)?.[name];
    const inner = property.items ?? property;
    const innerPath = property.items ? `${path}[]` : path;
    const isObject = resolve(inner).properties !== undefined;
    const shown = value === undefined || (isObject && !property.items && !given.$ref) ? '' : `\`${JSON.stringify(value)}\``;
    const about = (given.description ?? property.description ?? '').replaceAll('<', '\\<');
    return [
      [`\`${path}\``, about, isObject && !property.items && !given.$ref ? '' : allowed(given.$ref ? given : property), shown],
      ...(isObject && !given.$ref ? rows(inner, innerPath, property.items ? undefined : value) : []),
    ];
  });
}

const heads = ['property', 'what it is', 'may be', 'default'];
const sections = (): [string, string][] => {
  const { drivers = {}, ...rest } = root.properties ?? {};
  return [
    ['properties', table(heads, rows({ properties: rest }, '', defaultSutConfig()))],
    ['token', table(heads.slice(0, 3), cut(rows({ $ref: '#/$defs/token' }, '', undefined)))],
    ['drivers', table(heads.slice(0, 3), cut(rows({ properties: { drivers } }, '', undefined)))],
    ...['request', 'program', 'lookup'].map((name): [string, string] => [
      name,
      table(heads.slice(0, 3), cut(rows({ $ref: `#/$defs/${name}` }, '', undefined))),
    ]),
  ];
};
const cut = (all: string[][]): string[][] => all.map((cells) => cells.slice(0, 3));

test('docs/configuration.md describes every property', async () => {
  const page = sections().reduce((text, [mark, content]) => filledIn(text, mark, content), readPage(PAGE));
  await expect(page).toMatchFileSnapshot(`../../${PAGE}`);
});

/** Files that an example names. */
const FILES = ['password', 'root.pem', 'signing.pem'];

test.each(['docs/configuration.md', 'docs/drivers.md'])('every example in %s can be read', (path) => {
  const directory = temporaryDirectory();
  for (const file of FILES) writeFileSync(join(directory, file), 'content');
  const examples = blocksOf(readPage(path), 'yaml');
  expect(examples.length).toBeGreaterThan(0);
  for (const [index, text] of examples.entries()) {
    const file = join(directory, `${index}.yaml`);
    writeFileSync(file, text);
    expect(() => readConfiguration(file)).not.toThrow();
  }
});
