import { writeFileSync } from 'node:fs';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { USUAL_FILE } from './configuration.ts';
import { presetFor } from './presets.ts';

/** Writes a configuration to begin with. */
export async function run({ sut = 'station', preset, out = USUAL_FILE, force }: OptionValues): Promise<ExitCode> {
  if (sut !== 'station' && sut !== 'csms') throw new UsageError(`--sut is station or csms, not "${sut}"`);
  const file = String(out);
  const text = presetFor(String(preset ?? sut), file);
  try {
    writeFileSync(file, text, { flag: force === true ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'EEXIST' ? `${file} is there already; --force writes over it` : `cannot write ${file}: ${message}`);
  }
  process.stdout.write(`${file} is written: edit it, then \`ocppspec config check${file === USUAL_FILE ? '' : ` ${file}`}\`\n`);
  return EXIT.conforms;
}
