import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { SutConfig } from './config.ts';
import { type Configuration, type FileContent, PEM_FIELDS } from './config-content.ts';
import type { DriversConfig } from './drivers/config.ts';

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
