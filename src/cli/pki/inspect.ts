import { readFileSync } from 'node:fs';
import type { Expected } from '../../pki/check-certificate.ts';
import { type Holding, readCertificates, UnreadableError } from '../../pki/read-certificates.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from '../command.ts';
import { listOf } from '../options.ts';
import { withFiles } from './directory.ts';
import { type Inspection, inspected } from './inspection.ts';
import { inspectionText } from './inspection-text.ts';
import { bundlePassword, hostsOf, NO_PASSWORD, nameOf } from './values.ts';

/** Shows what is in a file, and what is wrong with it. */
export async function run(options: OptionValues, [file, ...more]: readonly string[]): Promise<ExitCode> {
  if (file === undefined || more.length > 0) throw new UsageError('usage: ocppspec pki inspect file [options]');
  const expected = expectedBy(options);
  const password = await bundlePassword(options);
  const holding = await holdingIn(file, password);
  const issuers = await Promise.all(listOf(options.issuer).map((one) => holdingIn(one, password)));
  if (!holding || issuers.includes(undefined)) return EXIT.couldNotJudge;
  const authorities = issuers.flatMap((one) => one?.certificates ?? []);
  const inspection: Inspection = inspected(file, holding, authorities, expected, Date.now());
  process.stdout.write(options.json === true ? `${JSON.stringify(inspection, undefined, 2)}\n` : inspectionText(inspection));
  return inspection.objections.some(({ level }) => level === 'must') ? EXIT.doesNot : EXIT.conforms;
}

function expectedBy(options: OptionValues): Expected {
  const hosts = hostsOf(options.host);
  const identity = nameOf('identity', options.identity);
  const serialNumber = nameOf('serial-number', options['serial-number']);
  if (hosts.length > 0 && (identity ?? serialNumber) !== undefined)
    throw new UsageError('--host is for the certificate of a CSMS, --identity and --serial-number for that of a station');
  return {
    ...(identity === undefined ? {} : { identity }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
    ...(hosts.length > 0 ? { hosts } : {}),
  };
}

/** Says why not if the file is not what it should be. @throws UsageError for a file that is not there */
async function holdingIn(file: string, password: string | undefined): Promise<Holding | undefined> {
  const bytes = await withFiles(() => readFileSync(file));
  try {
    return await readCertificates(bytes, () => {
      if (password === undefined) throw new UsageError(`${file}: ${NO_PASSWORD}`);
      return password;
    });
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    process.stderr.write(`ocppspec: ${file}: ${error.message}\n`);
    return undefined;
  }
}
