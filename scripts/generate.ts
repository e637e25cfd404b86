/**
 * Generates `src/ocpp/generated` from the official JSON schemas that the `ocpp-rpc` package ships:
 * one stand-alone validator and one TypeScript type per request and response, and the schemas without
 * prose (`schemas.json`, references are bare type names) for looking up what a path in a table may hold.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { Ajv, type SchemaObject } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { compile } from 'json-schema-to-typescript';

const outDir = new URL('../src/ocpp/generated/', import.meta.url);
/** Annotations that carry other people's sentences or hints for their code generators. */
const PROSE = new Set(['description', 'comment', 'javaType', '$schema', 'title']);

/** A schema node without prose, its references renamed; `named` says that the keys are names, not keywords. */
function clean(node: unknown, refPrefix: string, named = false): unknown {
  if (Array.isArray(node)) return node.map((item) => clean(item, refPrefix));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => named || !PROSE.has(key))
      .map(([key, value]) => {
        if (key === '$ref' && !named) return [key, String(value).replace('#/definitions/', refPrefix)];
        return [key, clean(value, refPrefix, !named && (key === 'properties' || key === 'definitions'))];
      }),
  );
}

/** The official messages (`BootNotificationRequest`) and the data types they share, each once. */
function officialSchemas(refPrefix: string) {
  const file = createRequire(import.meta.url)
    .resolve('ocpp-rpc')
    .replace(/index\.js$/, 'lib/schemas/ocpp2_0_1.json');
  const messages: Record<string, SchemaObject> = {};
  const types: Record<string, unknown> = {};
  for (const official of JSON.parse(readFileSync(file, 'utf8')) as SchemaObject[]) {
    const [, action, suffix] = /^urn:(\w+)\.(req|conf)$/.exec(String(official.$id)) ?? [];
    if (!action) throw new Error(`unexpected schema $id ${official.$id} in ${file}`);
    const { definitions, $id, ...root } = clean(official, refPrefix) as SchemaObject;
    messages[`${action}${suffix === 'req' ? 'Request' : 'Response'}`] = root;
    for (const [name, type] of Object.entries(definitions ?? {})) {
      if (name in types && !isDeepStrictEqual(types[name], type)) throw new Error(`two versions of ${name} in ${file}`);
      types[name] = type;
    }
  }
  return { messages, types };
}

function validators(): string {
  const TYPES = 'urn:ocppspec:types';
  const { messages, types } = officialSchemas(`${TYPES}#/definitions/`);
  const schemas = Object.entries(messages).map(([name, schema]) => ({ ...schema, $id: `urn:ocppspec:${name}` }));
  const ajv = new Ajv({
    schemas: [{ $id: TYPES, definitions: types }, ...schemas],
    allErrors: true,
    messages: false,
    strict: false,
    inlineRefs: false,
    code: { source: true, optimize: 2 },
  });
  formats.default(ajv, { mode: 'full', formats: ['date-time'] });
  return standalone.default(ajv, Object.fromEntries(Object.keys(messages).map((name) => [name, `urn:ocppspec:${name}`])));
}

async function types(): Promise<string> {
  const { messages, types } = officialSchemas('#/definitions/');
  const source = await compile({ definitions: { ...types, ...messages } } as never, 'Ocpp', {
    bannerComment: '',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
  });
  const actions = [...new Set(Object.keys(messages).map((name) => name.replace(/Request$|Response$/, '')))];
  const map = (suffix: string) => `export interface ${suffix}s {\n${actions.map((a) => `  ${a}: ${a}${suffix};`).join('\n')}\n}\n`;
  const declarations = source.replace(/\/\*\*[\s\S]*?\*\/\n/g, '').replace(/export interface Ocpp \{[\s\S]*?\n\}\n/, '');
  return `${declarations}\n${map('Request')}\n${map('Response')}`;
}

mkdirSync(outDir, { recursive: true });
writeFileSync(new URL('validators.cjs', outDir), validators());
writeFileSync(
  new URL('validators.d.cts', outDir),
  "import type { ValidateFunction } from 'ajv';\ndeclare const validators: Record<string, ValidateFunction>;\nexport = validators;\n",
);
writeFileSync(new URL('messages.ts', outDir), await types());
writeFileSync(new URL('schemas.json', outDir), JSON.stringify(officialSchemas('')));
