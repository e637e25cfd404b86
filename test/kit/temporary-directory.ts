import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

function made(): { directory: string; remove: () => void } {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'ocppspec-test-')));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** @returns an empty directory of the test's own, which is gone after it */
export function temporaryDirectory(): string {
  const { directory, remove } = made();
  onTestFinished(remove);
  return directory;
}

/** @returns an empty directory for the tests of one file, which is gone after them; called at the top of the file */
export function directoryForFile(): string {
  const { directory, remove } = made();
  afterAll(remove);
  return directory;
}
