import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD, FLAWS } from '../../pki/flaws.ts';
import { type Credential, TestPki } from '../../pki/test-pki.ts';
import { nearest } from '../../scenario/nearest.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from '../command.ts';
import { directoryOf, settingsIn, shown, withFiles } from './directory.ts';

/** Lists the bad certificates, or writes some. */
export async function run(options: OptionValues, [name, ...more]: readonly string[]): Promise<ExitCode> {
  if (options.list === true) {
    if (name !== undefined) throw new UsageError(`--list lists all names, so there is no "${name}" to write`);
    process.stdout.write(options.json === true ? `${JSON.stringify(listed(), undefined, 2)}\n` : table());
    return EXIT.conforms;
  }
  if (options.json === true) throw new UsageError('--json goes with --list');
  if (name === undefined || more.length > 0) throw new UsageError('usage: ocppspec pki bad name|all [options], or --list');
  if (name !== 'all' && !BAD.has(name))
    throw new UsageError(`there is no bad certificate "${name}"${nearest(name, [...BAD.keys()])}; see \`ocppspec pki bad --list\``);
  const directory = directoryOf(options.dir);
  const settings = settingsIn(directory);
  const out = options.out === undefined ? join(directory, 'bad') : String(options.out);
  const names = name === 'all' ? [...BAD.keys()] : [name];
  const there = names.filter((one) => existsSync(join(out, `${one}.pem`)));
  if (there.length > 0 && options.force !== true)
    throw new UsageError(
      `${there.map((one) => shown(join(out, `${one}.pem`))).join(', ')} ${there.length > 1 ? 'are' : 'is'} there already; --force writes over it`,
    );
  const pki = await withFiles(() => TestPki.open(directory, settings));
  for (const one of names) {
    const made = await pki.anew(one).catch((error: unknown) => {
      throw error instanceof RangeError ? new UsageError(`${error.message}; \`ocppspec pki init\` makes it`) : error;
    });
    const files = await withFiles(() => write(out, one, made));
    process.stdout.write(`${one}: ${aboutBad(one)}\n${files.map((file) => `  ${shown(file)}\n`).join('')}`);
  }
  return EXIT.conforms;
}

const aboutBad = (name: string): string => FLAWS[(BAD.get(name) as { flaw: keyof typeof FLAWS }).flaw];

const listed = () => [...BAD].map(([name, { of, flaw }]) => ({ name, of, flaw, about: FLAWS[flaw] }));

function table(): string {
  const width = Math.max(...[...BAD.keys()].map((name) => name.length));
  return [...BAD.keys()].map((name) => `${name.padEnd(width)}  ${aboutBad(name)}\n`).join('');
}

/** @returns the files, the certificate first */
function write(out: string, name: string, { chain, key, crl }: Credential): string[] {
  const keys = join(out, 'keys');
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const [certificateFile, keyFile, listFile] = [join(out, `${name}.pem`), join(keys, `${name}.pem`), join(out, `${name}.crl.pem`)];
  writeFileSync(certificateFile, chain);
  writeFileSync(keyFile, key, { mode: 0o600 });
  if (crl === undefined) return [certificateFile, keyFile];
  writeFileSync(listFile, crl);
  return [certificateFile, keyFile, listFile];
}
