import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CREDENTIAL_NAMES, DAYS, EMAID, ORGANIZATION } from '../../pki/credentials.ts';
import { type PkiSettings, writeSettings } from '../../pki/settings.ts';
import { TestPki } from '../../pki/test-pki.ts';
import { defaultSutConfig, type SutConfig } from '../../sut/config.ts';
import { certsDirectory, LOOPBACK_HOSTS } from '../../sut/pki-source.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from '../command.ts';
import { configurationOf } from '../configuration.ts';
import { recordedIn, shown, withFiles } from './directory.ts';
import { readmeFor, TITLE } from './readme.ts';
import { daysOf, hostsOf, keyKind, nameOf } from './values.ts';

/** Makes what is missing of a PKI; what is there is not touched unless that is wanted. */
export async function run(options: OptionValues): Promise<ExitCode> {
  const config = options.config === undefined ? undefined : (await configurationOf(options.config)).config;
  const directory = options.dir === undefined ? (config?.pkiDirectory ?? certsDirectory()) : String(options.dir);
  const settings = settingsFrom(options, config, recordedIn(directory));
  const { missing, stale } = await withFiles(() => TestPki.survey(directory, settings));
  if (stale.length > 0 && options.force !== true)
    throw new UsageError(
      `${shown(directory)} holds certificates that are about to expire, or for something else: ${stale.join(', ')}; --force makes them anew`,
    );
  await withFiles(async () => {
    await TestPki.load(directory, settings);
    writeSettings(directory, settings);
    writeReadme(directory, settings);
  });
  process.stdout.write(report(directory, missing.length, stale.length));
  return EXIT.conforms;
}

/** What the command line says, then the configuration, then what `init` was told before. */
function settingsFrom(options: OptionValues, config: SutConfig | undefined, before: PkiSettings | undefined): PkiSettings {
  const usual = defaultSutConfig();
  const hosts = hostsOf(options.host);
  const asked = hosts.length > 0 ? hosts : config?.publicHost === undefined ? (before?.hosts ?? []) : [config.publicHost];
  return {
    identity: nameOf('identity', options.identity) ?? config?.identity ?? before?.identity ?? usual.identity,
    serialNumber: nameOf('serial-number', options['serial-number']) ?? config?.serialNumber ?? before?.serialNumber ?? usual.serialNumber,
    organization: nameOf('organization', options.organization) ?? config?.organization ?? before?.organization ?? ORGANIZATION,
    emaid: nameOf('emaid', options.emaid) ?? config?.tokens['contract idToken'].idToken ?? before?.emaid ?? EMAID,
    hosts: [...new Set([...asked, ...LOOPBACK_HOSTS])],
    key: keyKind(options.key) ?? before?.key ?? 'ecdsa-p256',
    days: daysOf(options.days) ?? before?.days ?? DAYS,
  };
}

/** Somebody else's page of that name stays. */
function writeReadme(directory: string, settings: PkiSettings): void {
  const file = join(directory, 'README.txt');
  if (!existsSync(file) || readFileSync(file, 'utf8').startsWith(TITLE)) writeFileSync(file, readmeFor(settings));
}

function report(directory: string, made: number, renewed: number): string {
  const where = shown(directory);
  if (made + renewed === 0) return `${where}: all ${CREDENTIAL_NAMES.length} certificates are there and fit, nothing was made\n`;
  const counts = [...(made > 0 ? [`${made} made`] : []), ...(renewed > 0 ? [`${renewed} made anew`] : [])].join(', ');
  const configure = directory === certsDirectory() ? '' : `  in the configuration, \`pkiDirectory: ${where}\` has ocppspec use it\n`;
  return [
    `${where}: ${CREDENTIAL_NAMES.length} certificates, ${counts}\n`,
    `  ${shown(join(directory, 'README.txt'))} says what each file is\n`,
    `  ${shown(join(directory, 'csms-root.pem'))} is the root that a station, or a CSMS at security profile 3, has to trust\n`,
    configure,
  ].join('');
}
