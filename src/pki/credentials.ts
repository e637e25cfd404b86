import { isIP } from 'node:net';

/** For whom the test PKI issues. */
export interface PkiParameters {
  /** The station's identity; also the common name of its V2G certificate. */
  identity: string;
  /** The station's serial number: the common name of its certificate (A00.FR.511). */
  serialNumber: string;
  /** Names and addresses under which the CSMS is reached, the FQDN first. */
  hosts: readonly string[];
  /** Owner of the station's and the CSMS's certificates (A00.FR.509). */
  organization?: string;
  /** The contract of the EVs: the common name of the contract certificate. */
  emaid?: string;
}

/** The CSO in whose name certificates are issued unless told otherwise. */
export const ORGANIZATION = 'ocppspec';

/** A contract that nobody has concluded. */
export const EMAID = 'DEOCSC12345678A';

export type Period = 'valid' | 'expired' | 'not-yet-valid';

/** What a certificate of the test PKI has to look like. */
export interface Blueprint {
  commonName: string;
  organization: string;
  /** Names and addresses for subjectAltName; none where the common name has to do (A00.FR.511). */
  alternatives: readonly string[];
  usage: 'authority' | 'tls' | 'signature';
  key: 'ec' | 'rsa';
  /** Who signs it; absent for a root, which signs itself. */
  issuer?: CredentialName;
  period: Period;
  /** Where to ask whether it has been revoked. */
  responder?: string;
}

/** Everything the test PKI holds, each after the one that signs it. */
export const CREDENTIAL_NAMES = [
  'csms-root',
  'csms-root-new',
  'csms-root-unrelated',
  'csms-root-expired',
  'csms-server',
  'csms-server-rsa',
  'csms-server-new-root',
  'csms-server-expired',
  'csms-server-not-yet-valid',
  'csms-server-unrelated-root',
  'csms-server-wrong-name',
  'csms-server-wildcard',
  'station-client',
  'station-client-rsa',
  'station-client-expired',
  'station-client-unknown-ca',
  'station-client-wrong-name',
  'station-client-wrong-organization',
  'manufacturer-root',
  'firmware-signing',
  'firmware-signing-expired',
  'firmware-signing-unknown-ca',
  'v2g-root',
  'v2g-sub-ca-1',
  'v2g-sub-ca-2',
  'v2g-station',
  'mo-root',
  'mo-sub-ca',
  'contract',
] as const;
export type CredentialName = (typeof CREDENTIAL_NAMES)[number];

/** @returns what each certificate has to look like for these parameters */
export function blueprints(parameters: PkiParameters): Record<CredentialName, Blueprint> {
  const { identity, serialNumber, hosts, organization = ORGANIZATION, emaid = EMAID } = parameters;
  const base = { organization, alternatives: [], key: 'ec', period: 'valid' } as const;
  const authority = (commonName: string, issuer?: CredentialName): Blueprint => ({
    ...base,
    commonName: `ocppspec ${commonName}`,
    usage: 'authority',
    ...(issuer ? { issuer } : {}),
  });
  const fqdn = hosts.find((host) => !isIP(host)) ?? hosts[0] ?? 'localhost';
  const severalPaths = hosts.length > 1 || isIP(fqdn) > 0;
  const server: Blueprint = {
    ...base,
    commonName: fqdn,
    alternatives: severalPaths ? hosts : [],
    usage: 'tls',
    issuer: 'csms-root',
  };
  const signing: Blueprint = {
    ...base,
    organization: MANUFACTURER,
    commonName: 'ocppspec firmware signing',
    usage: 'signature',
    issuer: 'manufacturer-root',
  };
  const client: Blueprint = { ...base, commonName: serialNumber, usage: 'tls', issuer: 'csms-root' };
  return {
    'csms-root': authority('CSMS root'),
    'csms-root-new': authority('new CSMS root', 'csms-root'),
    'csms-root-unrelated': authority('unrelated root'),
    'csms-root-expired': { ...authority('expired CSMS root'), period: 'expired' },
    'csms-server': server,
    'csms-server-rsa': { ...server, key: 'rsa' },
    'csms-server-new-root': { ...server, issuer: 'csms-root-new' },
    'csms-server-expired': { ...server, period: 'expired' },
    'csms-server-not-yet-valid': { ...server, period: 'not-yet-valid' },
    'csms-server-unrelated-root': { ...server, issuer: 'csms-root-unrelated' },
    'csms-server-wrong-name': { ...server, commonName: WRONG_HOST, alternatives: severalPaths ? [WRONG_HOST] : [] },
    'csms-server-wildcard': { ...server, commonName: wildcardFor(fqdn), alternatives: severalPaths ? hosts.map(wildcardWithin) : [] },
    'station-client': client,
    'station-client-rsa': { ...client, key: 'rsa' },
    'station-client-expired': { ...client, period: 'expired' },
    'station-client-unknown-ca': { ...client, issuer: 'csms-root-unrelated' },
    'station-client-wrong-name': { ...client, commonName: `${serialNumber}-other` },
    'station-client-wrong-organization': { ...client, organization: `${organization} impostor` },
    'manufacturer-root': { ...authority('manufacturer root'), organization: MANUFACTURER },
    'firmware-signing': { ...signing, key: 'rsa' },
    'firmware-signing-expired': { ...signing, period: 'expired' },
    'firmware-signing-unknown-ca': { ...signing, issuer: 'csms-root-unrelated' },
    'v2g-root': authority('V2G root'),
    'v2g-sub-ca-1': { ...authority('V2G sub-CA 1', 'v2g-root'), responder: V2G_RESPONDER },
    'v2g-sub-ca-2': { ...authority('V2G sub-CA 2', 'v2g-sub-ca-1'), responder: V2G_RESPONDER },
    'v2g-station': { ...base, commonName: identity, usage: 'tls', issuer: 'v2g-sub-ca-2', responder: V2G_RESPONDER },
    'mo-root': authority('MO root'),
    'mo-sub-ca': authority('MO sub-CA', 'mo-root'),
    contract: { ...base, commonName: emaid, usage: 'signature', issuer: 'mo-sub-ca' },
  };
}

/** Nobody is there: a station asks the CSMS, and ours answers by itself (M06). */
export const V2G_RESPONDER = 'http://ocsp.ocppspec.invalid/';

const MANUFACTURER = 'ocppspec manufacturer';
const WRONG_HOST = 'elsewhere.invalid';

/** The wildcard that covers a host name; `*` for one without a domain, and for an address. */
const wildcardFor = (host: string): string => (isIP(host) || !host.includes('.') ? '*' : host.replace(/^[^.]*/, '*'));
/** The same where a name has to stay usable: what no wildcard can cover is left as it is. */
const wildcardWithin = (host: string): string => (isIP(host) || !host.includes('.') ? host : wildcardFor(host));
