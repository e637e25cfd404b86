import { isIP } from 'node:net';
import { BAD, type Bad, flawed } from './flaws.ts';
import type { KeyKind, WeakKind } from './keys.ts';

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
  /** Of authorities and bearers; what its name says is RSA stays so, and the CSMS has one of each kind (A00.FR.318). */
  key?: KeyKind;
  /** How long certificates are valid; authorities live longer. */
  days?: number;
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
  usage: 'authority' | 'tls' | 'signature' | 'ocsp';
  key: KeyKind | WeakKind;
  days: number;
  /** Who signs it; absent for a root, which signs itself. */
  issuer?: CredentialName;
  period: Period;
  /** Where to ask whether it has been revoked. */
  responder?: string;
  /** What is wrong with its key usage; nothing unless given. */
  keyUsage?: 'none' | 'wrong';
  /** Bytes of an extension that says nothing. */
  padding?: number;
}

/** Everything the test PKI holds, each after the one that signs it. */
export const CREDENTIAL_NAMES = [
  'csms-root',
  'csms-root-new',
  'csms-root-unrelated',
  'csms-root-expired',
  'csms-sub-ca-1',
  'csms-sub-ca-2',
  'csms-server',
  'csms-server-rsa',
  'csms-server-sub-ca',
  'csms-server-new-root',
  'csms-server-expired',
  'csms-server-not-yet-valid',
  'csms-server-unrelated-root',
  'csms-server-wrong-name',
  'csms-server-wildcard',
  'station-client',
  'station-client-rsa',
  'station-client-sub-ca',
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
  'ocsp-responder',
] as const;
export type CredentialName = (typeof CREDENTIAL_NAMES)[number];

/** @returns what each certificate has to look like for these parameters */
export function blueprints(parameters: PkiParameters): Record<CredentialName, Blueprint> {
  const { identity, serialNumber, hosts, organization = ORGANIZATION, emaid = EMAID, key = 'ecdsa-p256', days = DAYS } = parameters;
  const base = { organization, alternatives: [], key, days, period: 'valid' } as const;
  const [ec, rsa]: [KeyKind, KeyKind] = key.startsWith('rsa') ? ['ecdsa-p256', key] : [key, 'rsa-2048'];
  const authority = (commonName: string, issuer?: CredentialName): Blueprint => ({
    ...base,
    days: Math.max(AUTHORITY_DAYS, days),
    commonName: `ocppspec ${commonName}`,
    usage: 'authority',
    ...(issuer ? { issuer } : {}),
  });
  const fqdn = fqdnOf(hosts);
  const server: Blueprint = {
    ...base,
    key: ec,
    commonName: fqdn,
    alternatives: hosts.length > 1 || isIP(fqdn) > 0 ? hosts : [],
    usage: 'tls',
    issuer: 'csms-root',
  };
  const signing: Blueprint = {
    ...base,
    key: rsa,
    organization: MANUFACTURER,
    commonName: 'ocppspec firmware signing',
    usage: 'signature',
    issuer: 'manufacturer-root',
  };
  const client: Blueprint = { ...base, commonName: serialNumber, usage: 'tls', issuer: 'csms-root' };
  const root = authority('CSMS root');
  const bad = (of: Bad['of'], flaw: Bad['flaw'], good: Blueprint) => flawed(good, { of, flaw });
  return {
    'csms-root': root,
    'csms-root-new': authority('new CSMS root', 'csms-root'),
    'csms-root-unrelated': authority('unrelated root'),
    'csms-root-expired': bad('csms-root', 'expired', { ...root, commonName: 'ocppspec expired CSMS root' }),
    'csms-sub-ca-1': authority('CSMS sub-CA 1', 'csms-root'),
    'csms-sub-ca-2': authority('CSMS sub-CA 2', 'csms-sub-ca-1'),
    'csms-server': server,
    'csms-server-rsa': { ...server, key: rsa },
    'csms-server-sub-ca': { ...server, issuer: 'csms-sub-ca-2' },
    'csms-server-new-root': { ...server, issuer: 'csms-root-new' },
    'csms-server-expired': bad('csms-server', 'expired', server),
    'csms-server-not-yet-valid': bad('csms-server', 'not-yet-valid', server),
    'csms-server-unrelated-root': bad('csms-server', 'unknown-ca', server),
    'csms-server-wrong-name': bad('csms-server', 'wrong-name', server),
    'csms-server-wildcard': bad('csms-server', 'wildcard', server),
    'station-client': client,
    'station-client-rsa': { ...client, key: rsa },
    'station-client-sub-ca': { ...client, issuer: 'csms-sub-ca-2' },
    'station-client-expired': bad('station-client', 'expired', client),
    'station-client-unknown-ca': bad('station-client', 'unknown-ca', client),
    'station-client-wrong-name': bad('station-client', 'wrong-name', client),
    'station-client-wrong-organization': bad('station-client', 'wrong-organization', client),
    'manufacturer-root': { ...authority('manufacturer root'), organization: MANUFACTURER },
    'firmware-signing': signing,
    'firmware-signing-expired': bad('firmware-signing', 'expired', { ...signing, key: ec }),
    'firmware-signing-unknown-ca': bad('firmware-signing', 'unknown-ca', { ...signing, key: ec }),
    'v2g-root': authority('V2G root'),
    'v2g-sub-ca-1': { ...authority('V2G sub-CA 1', 'v2g-root'), responder: V2G_RESPONDER },
    'v2g-sub-ca-2': { ...authority('V2G sub-CA 2', 'v2g-sub-ca-1'), responder: V2G_RESPONDER },
    'v2g-station': { ...base, commonName: identity, usage: 'tls', issuer: 'v2g-sub-ca-2', responder: V2G_RESPONDER },
    'mo-root': authority('MO root'),
    'mo-sub-ca': authority('MO sub-CA', 'mo-root'),
    contract: { ...base, commonName: emaid, usage: 'signature', issuer: 'mo-sub-ca' },
    'ocsp-responder': { ...base, commonName: 'ocppspec OCSP responder', usage: 'ocsp', issuer: 'csms-root' },
  };
}

/** The blueprint of whatever has a name, the bad certificates that are not kept included. */
export function blueprintOf(name: string, parameters: PkiParameters): Blueprint | undefined {
  const kept = blueprints(parameters);
  if (Object.hasOwn(kept, name)) return kept[name as CredentialName];
  const bad = BAD.get(name);
  return bad && flawed(kept[bad.of], bad);
}

/** Every name that a certificate of the test PKI can be presented by. */
export const allNames = (): string[] => [...new Set([...CREDENTIAL_NAMES, ...BAD.keys()])];

/** The names of those that a TLS endpoint can present; none loads what is cut off. */
export const presentable = (): string[] => allNames().filter((name) => /^(?:csms-server|station-client)(?!.*-truncated$)/.test(name));

/** Under which name the CSMS is reached in the first place. */
export const fqdnOf = (hosts: readonly string[]): string => hosts.find((host) => !isIP(host)) ?? hosts[0] ?? 'localhost';

export const DAYS = 365;
const AUTHORITY_DAYS = 3650;

/** Nobody is there: a station asks the CSMS, and ours answers by itself (M06). */
export const V2G_RESPONDER = 'http://ocsp.ocppspec.invalid/';

const MANUFACTURER = 'ocppspec manufacturer';
