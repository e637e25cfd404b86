import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { packageFile } from '../package-file.ts';
import { nearest } from '../scenario/nearest.ts';
import { UsageError } from './command.ts';

/** The configurations that come with ocppspec, by name. */
export const presetNames = (): string[] =>
  readdirSync(packageFile('presets'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();

/** The text of a preset, for a file somewhere else. @throws UsageError that says which there are */
export function presetFor(name: string, file: string): string {
  const names = presetNames();
  if (!names.includes(name)) throw new UsageError(`there is no preset "${name}"${nearest(name, names)}; there are ${names.join(', ')}`);
  const schema = relative(dirname(resolve(file)), packageFile('schemas/config.schema.json'))
    .split(sep)
    .join('/');
  const text = readFileSync(packageFile(`presets/${name}.yaml`), 'utf8');
  return text.replace(/^# yaml-language-server: .*$/m, `# yaml-language-server: $schema=${schema}`);
}
