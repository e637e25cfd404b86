import { relative } from 'node:path';
import { type PkiSettings, readSettings } from '../../pki/settings.ts';
import { certsDirectory } from '../../sut/pki-source.ts';
import { type OptionValues, UsageError } from '../command.ts';

export const directoryOf = (dir: OptionValues[string]): string => (dir === undefined ? certsDirectory() : String(dir));

/** A path as people read it: from where they are, if it is not far. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' ? '.' : near.startsWith('..') ? path : near;
}

/** What `init` was told. @throws UsageError for a file that it did not write */
export function recordedIn(directory: string): PkiSettings | undefined {
  try {
    return readSettings(directory);
  } catch (error) {
    throw fileProblem(error) ?? new UsageError((error as Error).message);
  }
}

/** The same where there has to be a PKI. @throws UsageError */
export function settingsIn(directory: string): PkiSettings {
  const found = recordedIn(directory);
  if (!found)
    throw new UsageError(`there is no PKI in ${shown(directory)}: make one with \`ocppspec pki init\`, or name its directory with --dir`);
  return found;
}

/** Does it, and says what cannot be read or written. @throws UsageError */
export async function withFiles<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw fileProblem(error) ?? error;
  }
}

function fileProblem(error: unknown): UsageError | undefined {
  const { code, syscall, path = '', message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  if (code === 'ENOENT') return new UsageError(`${shown(path)}: there is no such file`);
  return new UsageError(`cannot ${syscall === 'mkdir' ? 'make' : 'use'} ${shown(path)}: ${message.split(',')[0]}`);
}
