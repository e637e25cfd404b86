import { existsSync } from 'node:fs';
import { stringify } from 'yaml';
import { type Configuration, PEM_FIELDS } from '../sut/config-content.ts';
import { mapSecrets } from '../sut/drivers/config.ts';
import type { Secret } from '../sut/drivers/secret.ts';
import { passwordVariable } from './configuration.ts';

const PEMS: ReadonlySet<string> = new Set(Object.values(PEM_FIELDS));

/** Everything that holds, as YAML; of secrets only whether they are there. */
export function configText({ config, drivers, where }: Configuration): string {
  const { password, passwordEnv: _, ...rest } = config;
  const variable = passwordVariable(config);
  const source = process.env[variable] ? `environment variable ${variable}` : password ? 'passwordFile' : undefined;
  const shown = Object.entries(rest).map(([name, value]) => [name, PEMS.has(name) ? 'set' : value]);
  const all = {
    ...where,
    password: source ? `set (${source})` : `not set (${variable}, or passwordFile)`,
    ...Object.fromEntries(shown),
    drivers: mapSecrets(drivers, presence),
  };
  return stringify(all, { lineWidth: 0 });
}

/** Whether a secret is there; a text that is no secret is shown. */
function presence(secret: Secret): string {
  if (typeof secret === 'string') return secret;
  if ('env' in secret) return `${process.env[secret.env] ? 'set' : 'not set'} (environment variable ${secret.env})`;
  return `${existsSync(secret.file) ? 'set' : 'not set'} (${secret.file})`;
}
