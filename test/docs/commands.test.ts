import { expect, test } from 'vitest';
import type { CommandDescription } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { filesIn, type SourceFile } from '../architecture/source-files.ts';
import { readPage } from './page.ts';

const atRoot = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].map((path) => ({ path, text: readPage(path) }));
const pages = [...atRoot, ...filesIn('docs', '.md')];

/** A call of ocppspec within code: by its name, its file, or `npm start --`, which is run. */
const CALL = /(?:\bnode bin\/ocppspec\.js|`ocppspec|\bnpx ocppspec|\bnpm start --) ?(?:([a-z]+)\b)?([^`\n]*)/g;

/** All commands, those of a family by both their names. */
const commands = new Map<string, CommandDescription>();
for (const [name, command] of Object.entries(COMMANDS)) {
  if (!('commands' in command)) commands.set(name, command);
  else for (const [second, one] of Object.entries(await command.commands())) commands.set(`${name} ${second}`, one);
}

/** The family alone stands for itself. */
const isFamily = (name: string, rest: string): boolean => {
  const command = COMMANDS[name];
  return command !== undefined && 'commands' in command && !/^ *[a-z]/.test(rest);
};

/** Commands and options that ocppspec does not have. */
const strangers = ({ path, text }: SourceFile): string[] =>
  [...text.matchAll(CALL)].flatMap(([call, named, rest = '']) => {
    const first = call.startsWith('npm start') ? 'run' : named;
    if (first === undefined || isFamily(first, rest)) return [];
    const name = commands.has(first) ? first : `${first} ${/^ *([a-z]+)/.exec(rest)?.[1] ?? ''}`;
    const command = commands.get(name);
    if (!command) return [`${path}: ${call.trim()}`];
    const options = [...` ${rest} `.matchAll(/ --([a-z-]+)(?=[ `])/g)].map(([, option = '']) => option);
    return options
      .filter((option) => option !== 'help' && !Object.hasOwn(command.options, option))
      .map((option) => `${path}: ${name} --${option}`);
  });

test('every command and option in the documentation exists', () => {
  expect(pages.flatMap(({ text }) => [...text.matchAll(CALL)]).length).toBeGreaterThan(10);
  expect(pages.flatMap(strangers)).toEqual([]);
});

test('a command or option that does not exist is told', () => {
  const text = '`ocppspec ran`, `ocppspec run --cases x`, `node bin/ocppspec.js list --faults`, npm start -- --blocks B';
  expect(strangers({ path: 'page.md', text })).toEqual(['page.md: `ocppspec ran', 'page.md: run --cases', 'page.md: run --blocks']);
  const family = '`ocppspec pki`, `ocppspec pki init --keys x`, `ocppspec pki initiate`';
  expect(strangers({ path: 'page.md', text: family })).toEqual(['page.md: pki init --keys', 'page.md: `ocppspec pki initiate']);
});
