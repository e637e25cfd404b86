import { readFileSync } from 'node:fs';
import { DriverError } from './lasting.ts';

/** A text, or where a secret is: in an environment variable or a file. */
export type Secret = string | { env: string } | { file: string };

/** Whether a text is kept elsewhere because nobody may read it. */
export const isSecret = (value: Secret): value is Exclude<Secret, string> => typeof value !== 'string';

/** The text itself. @param field what it is for, as the configuration names it. @throws DriverError */
export function reveal(value: Secret, field: string): string {
  if (typeof value === 'string') return value;
  if ('file' in value) return readSecret(value.file, field);
  const found = process.env[value.env];
  if (!found) throw new DriverError(`${field}: the environment variable ${value.env} is not set`);
  return found;
}

function readSecret(path: string, field: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new DriverError(`${field}: ${path}: ${(error as Error).message}`);
  }
}

/** Texts by name, with their secrets put in. @param found is told each secret */
export function revealAll(
  values: Readonly<Record<string, Secret>>,
  field: string,
  found: (secret: string) => void,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const text = reveal(value, `${field}.${name}`);
      if (isSecret(value)) found(text);
      return [name, text];
    }),
  );
}
