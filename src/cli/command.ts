import type { ParseArgsOptionsConfig } from 'node:util';

/** Exit codes that scripts can rely on. */
export const EXIT = {
  conforms: 0,
  doesNot: 1,
  couldNotJudge: 2,
  usage: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** What the command line cannot be made sense of; the message says what is allowed. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A command, or a family of them: `ocppspec pki init`. */
export type CommandOrFamily = CommandDescription | CommandFamily;

export interface CommandFamily {
  summary: string;
  usage: string;
  commands(): Promise<Readonly<Record<string, CommandDescription>>>;
}

export interface CommandDescription {
  /** One line for the list of commands. */
  summary: string;
  usage: string;
  /** Every option with what it does, in the order in which help shows them. */
  options: ParseArgsOptionsConfig & Record<string, { help: string; value?: string }>;
  /** Whether it takes arguments that belong to no option. */
  operands?: boolean;
  load(): Promise<{ run(options: OptionValues, operands: readonly string[]): Promise<ExitCode> }>;
}
