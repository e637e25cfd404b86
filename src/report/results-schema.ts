import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { packageFile } from '../package-file.ts';

type Kind = 'report' | 'case' | 'header';

let validators: Record<Kind, ValidateFunction> | undefined;

/** Fields that a later version has added are left out, so that its results can still be read. */
function compiled(): Record<Kind, ValidateFunction> {
  const schema = JSON.parse(readFileSync(packageFile('schemas/results.schema.json'), 'utf8'));
  const ajv = new Ajv({ strictTypes: false, removeAdditional: true });
  formats.default(ajv);
  ajv.addSchema(schema, 'results');
  const definition = (name: string) => ajv.compile({ $ref: `results#/$defs/${name}` });
  return { report: ajv.compile({ $ref: 'results' }), case: definition('case'), header: definition('header') };
}

/** What keeps a value from being what results hold, by its place; undefined if nothing does. */
export function problemIn(kind: Kind, value: unknown): string | undefined {
  validators ??= compiled();
  const validate = validators[kind];
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath || 'it'} ${error?.message}`;
}
