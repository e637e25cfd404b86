import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

const STATEMENT = /^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*'([^']+)'/gm;
const TYPES_ONLY = /^(?:import|export) type\b[^;']*?\bfrom\s*'[^']+';/gm;
const EXPRESSION = /\bimport\(\s*'([^']+)'\s*\)/g;

const specifiers = (text: string): string[] =>
  [STATEMENT, EXPRESSION].flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name));

/** The files of the project that a file imports, types included, by their paths in the project. */
export const importedFiles = ({ path, text }: SourceFile): string[] =>
  specifiers(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name));

/** The files of the project that must be loaded before a file can be; types are gone by then. */
export const loadedFiles = ({ path, text }: SourceFile): string[] => importedFiles({ path, text: text.replace(TYPES_ONLY, '') });

/** The packages that a file imports, without those of Node. */
export const importedPackages = ({ text }: SourceFile): string[] =>
  specifiers(text)
    .filter((name) => !/^(\.|node:)/.test(name))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
