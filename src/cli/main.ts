import { parseArgs } from 'node:util';
import { type CommandDescription, type CommandFamily, EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, familyHelp, generalHelp } from './help.ts';

/** Errors whose message is all there is to say, by their names: to load their classes takes longer than most commands. */
const EXITS: ReadonlyMap<string, ExitCode> = new Map([
  ['UsageError', EXIT.usage],
  ['FeatureError', EXIT.usage],
  ['UnwritableResults', EXIT.couldNotJudge],
]);

/** Runs ocppspec with the arguments of a command line. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(generalHelp());
    return name === undefined ? EXIT.usage : EXIT.conforms;
  }
  try {
    if (name === '--version') {
      const { VERSION } = await import('../version.ts');
      process.stdout.write(`${VERSION}\n`);
      return EXIT.conforms;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`there is no command "${name}"${await hint(name, Object.keys(COMMANDS))}`);
    return await ('commands' in command ? runFamily(name, command, rest) : runCommand(command, rest));
  } catch (error) {
    const exit = error instanceof Error ? EXITS.get(error.name) : undefined;
    if (exit !== undefined) {
      process.stderr.write(`ocppspec: ${(error as Error).message}\n`);
      return exit;
    }
    // A defect of ours must not look like a verdict, as the exit code of an uncaught exception would.
    process.stderr.write(`ocppspec: this is a defect of ocppspec: ${error instanceof Error ? error.stack : error}\n`);
    return EXIT.couldNotJudge;
  }
}

async function runCommand(command: CommandDescription, args: string[]): Promise<ExitCode> {
  if (asksForHelp(args)) {
    process.stdout.write(commandHelp(command));
    return EXIT.conforms;
  }
  const { values, positionals } = await parseOptions(command, args);
  const { run } = await command.load();
  return await run(values as OptionValues, positionals);
}

async function runFamily(family: string, description: CommandFamily, [name, ...rest]: string[]): Promise<ExitCode> {
  const commands = await description.commands();
  if (name === undefined) throw new UsageError(`usage: ${description.usage}`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return runCommand(command, rest);
  if (!asksForHelp([name])) throw new UsageError(`there is no command "${family} ${name}"${await hint(name, Object.keys(commands))}`);
  process.stdout.write(familyHelp(description, commands));
  return EXIT.conforms;
}

const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/** @throws UsageError naming the option and the fix */
async function parseOptions({ options, usage, operands = false }: CommandDescription, args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: operands });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const [, unknown] = /Unknown option '(--[^' ]+)'/.exec(message) ?? [];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && unknown) {
      const names = Object.keys(options).map((name) => `--${name}`);
      throw new UsageError(`there is no option ${unknown}${await hint(unknown, names)}`);
    }
    throw new UsageError(`${message.split('. ')[0]}; usage: ${usage}`);
  }
}

async function hint(name: string, known: readonly string[]): Promise<string> {
  const { nearest } = await import('../scenario/nearest.ts');
  return nearest(name, known);
}
