import { isIP } from 'node:net';
import { type Blueprint, type CredentialName, fqdnOf, V2G_RESPONDER } from '../../pki/credentials.ts';
import type { PkiSettings } from '../../pki/settings.ts';

/** What kinds of certificates are issued singly: by whom, for what, and for whom unless something else is said. */
export interface Kind {
  ca: CredentialName;
  usage: Blueprint['usage'];
  commonName(settings: PkiSettings): string | undefined;
  /** Whether it is for an endpoint with names and addresses. */
  hosts?: boolean;
  responder?: string;
}

export const KINDS: Readonly<Record<string, Kind>> = {
  server: { ca: 'csms-root', usage: 'tls', commonName: ({ hosts }) => fqdnOf(hosts), hosts: true },
  client: { ca: 'csms-root', usage: 'tls', commonName: ({ serialNumber }) => serialNumber },
  v2g: { ca: 'v2g-sub-ca-2', usage: 'tls', commonName: ({ identity }) => identity, responder: V2G_RESPONDER },
  'firmware-signing': { ca: 'manufacturer-root', usage: 'signature', commonName: () => 'ocppspec firmware signing' },
  contract: { ca: 'mo-sub-ca', usage: 'signature', commonName: ({ emaid }) => emaid },
  'ocsp-responder': { ca: 'csms-root', usage: 'ocsp', commonName: () => 'ocppspec OCSP responder' },
  'sub-ca': { ca: 'csms-root', usage: 'authority', commonName: () => undefined },
};

/** Only where the common name does not do (A00.FR.511). */
export const alternativesFor = (hosts: readonly string[]): readonly string[] =>
  hosts.length > 1 || hosts.some((host) => isIP(host)) ? hosts : [];
