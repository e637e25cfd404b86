import { importedPackages } from './imports.ts';
import type { SourceFile } from './source-files.ts';

export interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  files: string[];
}

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
}

/** Packages that installed code imports and that would not be installed with it. */
export const undeclared = (files: readonly SourceFile[], { dependencies }: Manifest): string[] =>
  files.flatMap((file) =>
    importedPackages(file)
      .filter((name) => !(name in dependencies))
      .map((name) => `${file.path}: ${name} is not in dependencies`),
  );

/** Dependencies that no text names. */
export const unused = (names: readonly string[], files: readonly SourceFile[]): string[] =>
  names.filter((name) => !files.some(({ text }) => text.includes(`'${name}'`) || text.includes(`'${name}/`) || text.includes(`"${name}/`)));

export const inexact = (versions: Record<string, string>): string[] =>
  Object.entries(versions).flatMap(([name, version]) => (/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} ${version}`]));

/** Optional packages that the lock file lacks, such as binaries for other platforms; `npm ci` refuses such a file. */
export const missingFromLock = (packages: Record<string, LockedPackage>): string[] =>
  Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))),
  );

/** Files that the code reads from its package and that would not be packed. */
export const unpacked = (files: readonly SourceFile[], { files: packed }: Manifest): string[] =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(/packageFile\('([\w-]+)[/']/g)]
      .map(([, name = '']) => name)
      .filter((name) => !packed.includes(name))
      .map((name) => `${path}: ${name} is not packed`),
  );
