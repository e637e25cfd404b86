import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { Refusal } from '../../ocpp/handshake.ts';
import type { ClientTls } from '../../wire/client.ts';
import type { Core } from '../core.ts';

/** How the station secures a connection with a security profile. @param fallback whether to trust only fallback roots (M05.FR.14) */
export function clientTls(core: Core, securityProfile: number, fallback: boolean): ClientTls {
  const { certificates, persistent, variables, faults } = core;
  const { credential } = persistent;
  const anyName = faults.has('any-server-name-accepted') || faults.has('any-server-certificate-accepted');
  return {
    ca: certificates.csmsRoots(fallback),
    minVersion: 'TLSv1.2',
    allowPartialTrustChain: true,
    checkServerIdentity: (host, peer) =>
      anyName ? undefined : objectionToName(host, peer, variables.flag('SecurityCtrlr.AllowCSMSTLSWildcards')),
    ...(securityProfile === 3 && credential ? shown(credential) : {}),
    ...spoiled(core),
  };
}

const shown = ({ certificate, key, ciphers }: NonNullable<Core['persistent']['credential']>): ClientTls => ({
  cert: certificate,
  key,
  ...(ciphers === undefined ? {} : { ciphers }),
});

/** What faults make of it. */
function spoiled({ faults }: Core): Partial<ClientTls> {
  if (faults.has('any-server-certificate-accepted')) return { rejectUnauthorized: false };
  if (faults.has('old-tls-accepted')) return { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' };
  if (faults.has('null-cipher-suite-accepted')) return { ciphers: 'ALL:!aNULL:NULL-SHA256:@SECLEVEL=0' };
  if (faults.has('required-cipher-suites-missing')) return { minVersion: 'TLSv1.3' };
  if (faults.has('one-required-cipher-suite-missing')) return { ciphers: 'DEFAULT:!AES128-GCM-SHA256:!ECDHE-ECDSA-AES256-GCM-SHA384' };
  return {};
}

/** A00.FR.309 and A00.FR.412; wildcards are no names unless they are allowed (AllowCSMSTLSWildcards). */
function objectionToName(host: string, peer: PeerCertificate, wildcards: boolean): Error | undefined {
  const commonName = String(peer.subject?.CN ?? '');
  if (!wildcards && `${commonName} ${peer.subjectaltname ?? ''}`.includes('*'))
    return new Error('the certificate has a wildcard for a name');
  return commonName.toLowerCase() === host.toLowerCase() ? undefined : checkServerIdentity(host, peer);
}

/** @returns the security event that a failed attempt calls for, if it does */
export function securityEventOf({ stage, reason }: Refusal): string | undefined {
  if (stage !== 'tls') return undefined;
  if (/unsupported protocol|alert protocol version/i.test(reason)) return 'InvalidTLSVersion';
  if (/handshake failure|no shared cipher|no cipher/i.test(reason)) return 'InvalidTLSCipherSuite';
  if (/alert/i.test(reason)) return undefined;
  return /certificate|issuer|altnames|CERT_/i.test(reason) ? 'InvalidCsmsCertificate' : undefined;
}
