import type { CommandDescription, CommandFamily } from './command.ts';
import { COMMANDS } from './commands.ts';

type Named = Readonly<Record<string, { summary: string }>>;

function listOf(commands: Named): string[] {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
}

export function generalHelp(): string {
  return [
    'ocppspec: open conformance tests for OCPP 2.0.1',
    '',
    'usage: ocppspec <command> [options]',
    '',
    ...listOf(COMMANDS),
    '',
    '`ocppspec <command> --help` tells about the options of a command.',
    'Exit codes: 0 conforms, 1 does not, 2 could not judge, 3 wrong usage.',
    '',
  ].join('\n');
}

const sentence = (summary: string): string => `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;

export const familyHelp = ({ usage, summary }: CommandFamily, commands: Named): string =>
  [`usage: ${usage}`, '', sentence(summary), '', ...listOf(commands), ''].join('\n');

export function commandHelp({ usage, summary, options }: CommandDescription): string {
  const names = Object.entries(options).map(([name, { value }]) => `--${name}${value ? ` ${value}` : ''}`);
  const width = Math.max(...names.map((name) => name.length));
  return [
    `usage: ${usage}`,
    '',
    sentence(summary),
    '',
    ...Object.values(options).map(({ help }, index) => `  ${(names[index] ?? '').padEnd(width)}  ${help}`),
    '',
  ].join('\n');
}
