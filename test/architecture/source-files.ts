import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../../src/package-file.ts';

/** A file as the checks see it; paths are relative to the project, with slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** All files in a directory of the project whose names end with one of the endings; generated ones are nobody's to keep tidy. */
export function filesIn(directory: string, ...endings: string[]): SourceFile[] {
  if (!existsSync(packageFile(directory))) return [];
  return readdirSync(packageFile(directory), { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.startsWith(join('src', 'ocpp', 'generated')))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(packageFile(path), 'utf8') }));
}

export const countLines = (text: string): number => text.trimEnd().split('\n').length;
