import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PkiParameters } from './credentials.ts';
import { KEY_KINDS, type KeyKind } from './keys.ts';

const FILE = 'pki.json';

/** What a PKI was made for, as its directory says. */
export type PkiSettings = Required<PkiParameters>;

const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
const FIELDS: Readonly<Record<keyof PkiSettings, (value: unknown) => boolean>> = {
  identity: isText,
  serialNumber: isText,
  hosts: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  organization: isText,
  emaid: isText,
  key: (value) => KEY_KINDS.includes(value as KeyKind),
  days: (value) => Number.isInteger(value) && (value as number) > 0,
};

/** @returns undefined where nobody has said what the PKI is for. @throws an Error naming file and field */
export function readSettings(directory: string): PkiSettings | undefined {
  const file = join(directory, FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const content = parsed(file, text);
  const wrong = Object.entries(FIELDS).find(([field, fits]) => !fits(content[field]));
  if (wrong) throw new Error(`${file}: ${wrong[0]} is not what \`ocppspec pki init\` writes`);
  return content as unknown as PkiSettings;
}

export const writeSettings = (directory: string, settings: PkiSettings): void =>
  writeFileSync(join(directory, FILE), `${JSON.stringify(settings, undefined, 2)}\n`);

function parsed(file: string, text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Error(`${file}: this is no JSON`);
  }
}
