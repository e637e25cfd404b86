import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { knownFeatures } from '../plan/features.ts';

/** schemas/stimuli.schema.json, which the schema of configurations refers to by this name. */
export const STIMULI_SCHEMA = 'stimuli.schema.json';
export const stimuliSchema = (): object => JSON.parse(readFileSync(packageFile('schemas/stimuli.schema.json'), 'utf8'));

/** schemas/config.schema.json, with the features that there are. */
export function configSchema(): object {
  const written = JSON.parse(readFileSync(packageFile('schemas/config.schema.json'), 'utf8'));
  const properties = Object.fromEntries(knownFeatures('station', 'csms').map(({ id }) => [id, { type: 'boolean' }]));
  Object.assign(written.properties.features, { properties, additionalProperties: false });
  return written;
}
