import { existsSync } from 'node:fs';
import { stringify } from 'yaml';
import { type Configuration, PEM_FIELDS } from '../sut/config-content.ts';
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
    drivers: withoutSecrets(drivers),
  };
  return stringify(all, { lineWidth: 0 });
}

/** Whether an environment variable or a file with a secret is there. */
function presence(value: object): string | undefined {
  const [[kind, name] = [], ...more] = Object.entries(value);
  if (more.length > 0 || typeof name !== 'string') return undefined;
  if (kind === 'env') return `${process.env[name] ? 'set' : 'not set'} (environment variable ${name})`;
  if (kind === 'file') return `${existsSync(name) ? 'set' : 'not set'} (${name})`;
  return undefined;
}

function withoutSecrets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  return presence(value) ?? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
}
