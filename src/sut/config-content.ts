import { createPrivateKey, X509Certificate } from 'node:crypto';
import { defaultSutConfig, type SutConfig } from './config.ts';
import type { DriversConfig } from './drivers/config.ts';
import type { Secret } from './drivers/secret.ts';

/** A configuration file: what is known of the system under test, where it is, and who carries out stimuli. */
export interface Configuration {
  config: SutConfig;
  drivers: DriversConfig;
  /** Where the system is: the URL of a CSMS, or where a station is to connect. */
  where: { url?: string; listen?: string };
}

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

/** What schemas/config.schema.json lets through. */
export interface FileContent
  extends Omit<Partial<SutConfig>, 'tokens' | 'durations' | 'timeouts' | 'firmware' | 'monitoring'>,
    Partial<Record<PemField, string>> {
  tokens?: Partial<SutConfig['tokens']>;
  durations?: Partial<SutConfig['durations']>;
  timeouts?: Partial<SutConfig['timeouts']>;
  monitoring?: Partial<SutConfig['monitoring']>;
  passwordFile?: string;
  firmware?: { location: string; signature: string; signingCertificateFile: string };
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
  const { drivers = {}, url, listen, passwordFile, firmware, tokens, durations, timeouts, monitoring, ...others } = content;
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
    ...(passwordFile ? { password: files.read(passwordFile, 'passwordFile').trim() } : {}),
    ...Object.fromEntries(pems),
    ...(firmware
      ? {
          firmware: {
            location: firmware.location,
            signature: firmware.signature,
            signingCertificate: files.read(firmware.signingCertificateFile, 'firmware.signingCertificateFile'),
          },
        }
      : {}),
  };
  return { config, drivers: located(drivers, files), where: { ...(url ? { url } : {}), ...(listen ? { listen } : {}) } };
}

/** Programs run, and files of secrets are, where the configuration is. */
function located(drivers: DriversConfig, files: Files): DriversConfig {
  const { exec, jsonl } = drivers;
  const secret = (value: Secret): Secret => (typeof value === 'object' && 'file' in value ? { file: files.pathOf(value.file) } : value);
  const here = withSecrets(drivers, secret);
  return {
    ...here,
    ...(exec ? { exec: { cwd: files.directory, ...here.exec } } : {}),
    ...(jsonl ? { jsonl: { ...(here.jsonl as typeof jsonl), cwd: files.directory } } : {}),
  };
}

/** Where secrets may be: under these names. */
const PLACES: ReadonlySet<string> = new Set(['headers', 'env']);

/** A copy in which every secret is what `map` makes of it. */
function withSecrets<T>(value: T, map: (secret: Secret) => Secret, name = ''): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withSecrets(item, map)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      PLACES.has(name) || (name === 'basic' && key === 'password')
        ? map(inner as Secret)
        : key === 'body'
          ? inner
          : withSecrets(inner, map, key),
    ]),
  ) as T;
}

/** What of a configuration does not go together: the field, and why. */
export function contradiction(content: FileContent, configuration: Configuration): [field: string, problem: string] | undefined {
  return (
    misplaced(configuration.config) ??
    whereabouts(content) ??
    keyPairs(content, configuration.config) ??
    unknownDriver(configuration.drivers)
  );
}

/** The field that names an EVSE or connector that does not exist, and why. */
function misplaced({ evses, evseId, connectorId }: SutConfig): [field: string, problem: string] | undefined {
  const evse = evses.find(({ id }) => id === evseId);
  if (!evse) return ['evseId', `${evseId} is not among evses (${evses.map(({ id }) => id).join(', ')})`];
  if (evse.connectors.includes(connectorId)) return undefined;
  return ['connectorId', `${connectorId} is not a connector of EVSE ${evseId} (${evse.connectors.join(', ')})`];
}

const whereabouts = ({ url, listen }: FileContent): [string, string] | undefined =>
  url !== undefined && listen !== undefined
    ? ['listen', 'a station connects here, but url is where a CSMS is: give one of them']
    : undefined;

const PAIRS = [
  ['clientCertificateFile', 'clientKeyFile'],
  ['serverCertificateFile', 'serverKeyFile'],
] as const;

function keyPairs(content: FileContent, config: SutConfig): [string, string] | undefined {
  for (const [certificateField, keyField] of PAIRS) {
    const certificate = config[PEM_FIELDS[certificateField]];
    const key = config[PEM_FIELDS[keyField]];
    if (certificate === undefined && key === undefined) continue;
    if (key === undefined) return [certificateField, `needs the key of the certificate as ${keyField}`];
    if (certificate === undefined) return [keyField, `needs the certificate of the key as ${certificateField}`];
    const problem = mismatch(certificate, key);
    if (problem)
      return [
        problem.of === 'key' ? keyField : certificateField,
        `${content[problem.of === 'key' ? keyField : certificateField]} ${problem.what}`,
      ];
  }
  return undefined;
}

function mismatch(certificate: string, key: string): { of: 'certificate' | 'key'; what: string } | undefined {
  let parsed: X509Certificate;
  try {
    parsed = new X509Certificate(certificate);
  } catch {
    return { of: 'certificate', what: 'holds no certificate in PEM' };
  }
  try {
    return parsed.checkPrivateKey(createPrivateKey(key)) ? undefined : { of: 'key', what: 'is not the key of the certificate' };
  } catch {
    return { of: 'key', what: 'holds no private key in PEM, or one with a passphrase' };
  }
}

function unknownDriver({ use = {}, ...drivers }: DriversConfig): [string, string] | undefined {
  for (const [stimulus, names] of Object.entries(use))
    for (const name of names)
      if (name !== 'prompt' && !(name in drivers)) return [`drivers.use.${stimulus}`, `there is no drivers.${name}`];
  return undefined;
}
