import type { CommandDescription } from './command.ts';
import { COMMANDS } from './commands.ts';

export function generalHelp(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    'ocppspec: open conformance tests for OCPP 2.0.1',
    '',
    'usage: ocppspec <command> [options]',
    '',
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '`ocppspec <command> --help` tells about the options of a command.',
    'Exit codes: 0 conforms, 1 does not, 2 could not judge, 3 wrong usage.',
    '',
  ].join('\n');
}

export function commandHelp({ usage, summary, options }: CommandDescription): string {
  const names = Object.entries(options).map(([name, { value }]) => `--${name}${value ? ` ${value}` : ''}`);
  const width = Math.max(...names.map((name) => name.length));
  return [
    `usage: ${usage}`,
    '',
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    '',
    ...Object.values(options).map(({ help }, index) => `  ${(names[index] ?? '').padEnd(width)}  ${help}`),
    '',
  ].join('\n');
}
