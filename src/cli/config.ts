import { existsSync } from 'node:fs';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { configText } from './config-text.ts';
import { checkTransport, configurationOf, USUAL_FILE } from './configuration.ts';
import { targetOf } from './target.ts';

const USAGE = 'usage: ocppspec config check [file]';

/** Says what a configuration comes to. */
export async function run(_: OptionValues, [command, given, ...more]: readonly string[]): Promise<ExitCode> {
  if (command !== 'check' || more.length > 0) throw new UsageError(USAGE);
  const file = given ?? USUAL_FILE;
  if (given === undefined && !existsSync(file))
    throw new UsageError(`there is no ${file}: name a file, or write one with \`ocppspec init\``);
  const configuration = await configurationOf(file);
  const target = targetOf({}, configuration.where);
  if (target.kind === 'external' && target.sut === 'csms') checkTransport(target.url, configuration.config);
  process.stdout.write(`# ${file} is in order, and this is what holds\n${configText(configuration)}`);
  return EXIT.conforms;
}
