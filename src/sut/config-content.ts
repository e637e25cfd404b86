import { defaultSutConfig, type FirmwareConfig, type SutConfig } from './config.ts';
import { type DriversConfig, mapSecrets } from './drivers/config.ts';
import type { Secret } from './drivers/secret.ts';

/** A configuration file: what is known of the system under test, where it is, and who carries out stimuli. */
export interface Configuration {
  config: SutConfig;
  drivers: DriversConfig;
  /** Where the system is: the URL of a CSMS, or where a station is to connect. */
  where: { url?: string; listen?: string };
}

/** Without a file, what holds unless something else is configured. */
export const defaultConfiguration = (): Configuration => ({ config: defaultSutConfig(), drivers: {}, where: {} });

/** Fields of the configuration whose content is in a file of its own, by the name of the field in the configuration file. */
export const PEM_FIELDS = {
  csmsRootFile: 'csmsRoot',
  clientCertificateFile: 'clientCertificate',
  clientKeyFile: 'clientKey',
  serverCertificateFile: 'serverCertificate',
  serverKeyFile: 'serverKey',
  stationRootFile: 'stationRoot',
} as const satisfies Record<string, keyof SutConfig>;
type PemField = keyof typeof PEM_FIELDS;

interface FirmwareContent {
  location: string;
  signature: string;
  signingCertificateFile: string;
}

/** What schemas/config.schema.json lets through. */
export interface FileContent
  extends Omit<Partial<SutConfig>, 'tokens' | 'durations' | 'timeouts' | 'firmware' | 'brokenFirmware' | 'monitoring' | 'display'>,
    Partial<Record<PemField, string>> {
  tokens?: Partial<SutConfig['tokens']>;
  durations?: Partial<SutConfig['durations']>;
  timeouts?: Partial<SutConfig['timeouts']>;
  monitoring?: Partial<SutConfig['monitoring']>;
  display?: Partial<SutConfig['display']>;
  passwordFile?: string;
  firmware?: FirmwareContent;
  brokenFirmware?: FirmwareContent;
  drivers?: DriversConfig;
  url?: string;
  listen?: string;
}

/** How files that a configuration names are found and read; `field` is where it names them. */
export interface Files {
  directory: string;
  pathOf(file: string): string;
  read(file: string, field: string): string;
}

/** What a file says, with what it does not say as usual, and the files read that it names. */
export function complete(content: FileContent, files: Files): Configuration {
  const {
    drivers = {},
    url,
    listen,
    passwordFile,
    pkiDirectory,
    firmware,
    brokenFirmware,
    tokens,
    durations,
    timeouts,
    monitoring,
    display,
    features,
    ...others
  } = content;
  const rest = Object.fromEntries(Object.entries(others).filter(([field]) => !(field in PEM_FIELDS)));
  const pems = Object.entries(PEM_FIELDS).flatMap(([field, name]) => {
    const file = content[field as PemField];
    return file === undefined ? [] : [[name, files.read(file, field)]];
  });
  const usual = defaultSutConfig();
  const config: SutConfig = {
    ...usual,
    ...rest,
    tokens: { ...usual.tokens, ...tokens },
    durations: { ...usual.durations, ...durations },
    timeouts: { ...usual.timeouts, ...timeouts },
    monitoring: { ...usual.monitoring, ...monitoring },
    display: { ...usual.display, ...display },
    features: { ...(content.fixedCable ? FIXED_CABLE : {}), ...features },
    ...(passwordFile ? { password: files.read(passwordFile, 'passwordFile').trim() } : {}),
    ...(pkiDirectory ? { pkiDirectory: files.pathOf(pkiDirectory) } : {}),
    ...Object.fromEntries(pems),
    ...(firmware ? { firmware: firmwareIn(firmware, files, 'firmware') } : {}),
    ...(brokenFirmware ? { brokenFirmware: firmwareIn(brokenFirmware, files, 'brokenFirmware') } : {}),
  };
  return { config, drivers: located(drivers, files), where: { ...(url ? { url } : {}), ...(listen ? { listen } : {}) } };
}

/** Cases about cables that can be taken out of the station have nothing to look at where theirs is fixed. */
const FIXED_CABLE = { 'HFS-1': false, 'HFS-2': true };

const firmwareIn = ({ location, signature, signingCertificateFile }: FirmwareContent, files: Files, field: string): FirmwareConfig => ({
  location,
  signature,
  signingCertificate: files.read(signingCertificateFile, `${field}.signingCertificateFile`),
});

/** Programs run, and files of secrets are, where the configuration is. */
function located(drivers: DriversConfig, files: Files): DriversConfig {
  const secret = (value: Secret): Secret => (typeof value === 'object' && 'file' in value ? { file: files.pathOf(value.file) } : value);
  const here = mapSecrets(drivers, secret);
  const { exec, jsonl } = here;
  return {
    ...here,
    ...(exec ? { exec: { cwd: files.directory, ...exec } } : {}),
    ...(jsonl ? { jsonl: { cwd: files.directory, ...jsonl } } : {}),
  };
}
