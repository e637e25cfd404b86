import { expect, test } from 'vitest';
import { importedPackages } from './imports.ts';
import { filesIn } from './source-files.ts';

/** Files that load something which takes long, and that are for few commands. */
const HEAVY: Readonly<Record<string, string>> = { 'node-forge': 'src/pki' };

const sources = filesIn('src', '.ts');

test.each(Object.entries(HEAVY))('%s is loaded only when it is needed', (name, directory) => {
  const users = sources.filter((file) => importedPackages(file).includes(name)).map(({ path }) => path);
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((path) => !path.startsWith(`${directory}/`))).toEqual([]);
  const files = users.map((path) => path.split('/').at(-1) ?? '');
  const atOnce = sources.filter(({ text }) =>
    files.some((file) => new RegExp(`^(?:import(?! type)|export)[^;]* from '[^']*/${file}'`, 'm').test(text)),
  );
  expect(atOnce.map(({ path }) => path)).toEqual([]);
});
