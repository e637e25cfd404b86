import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
// Node 24 loads TLS the wrong way round, and no server can be made any more, if toLegacyObject() is what loads it first.
import 'node:tls';
import type { Blueprint, Period } from './credentials.ts';
import type { Issued } from './issue.ts';

const DAY = 24 * 3600 * 1000;
/** A certificate that comes this near to the end of its period is made anew. */
const MARGIN = 30 * DAY;

/** Begin and end of a certificate that is issued at `now`; authorities live longer than what they sign. */
export function validityOf({ period, usage }: Blueprint, now: number): [Date, Date] {
  const days: Record<Period, [number, number]> = {
    // Begins a day ago, because a station's clock may be behind (A02.FR.06).
    valid: [-1, usage === 'authority' ? 3650 : 365],
    expired: [-30, -1],
    'not-yet-valid': [365, 730],
  };
  const [from, to] = days[period];
  return [new Date(now + from * DAY), new Date(now + to * DAY)];
}

/** Whether an issued certificate is still what the blueprint asks for and still signed by its issuer. */
export function fits({ certificate }: Issued, blueprint: Blueprint, issuer: Issued | undefined, now: number): boolean {
  const x509 = new X509Certificate(certificate);
  return (
    isOf(x509, blueprint) &&
    isFor(x509, blueprint.alternatives) &&
    (x509.infoAccess ?? '').includes(blueprint.responder ?? '') &&
    inPeriod(x509, blueprint.period, now) &&
    x509.checkIssued(issuer ? new X509Certificate(issuer.certificate) : x509)
  );
}

function isOf(x509: X509Certificate, { organization, commonName }: Blueprint): boolean {
  if (x509.subject === `O=${organization}\nCN=${commonName}`) return true;
  // `subject` escapes special characters; this reads them as they are, but slowly.
  const { O, CN } = x509.toLegacyObject().subject;
  return O === organization && CN === commonName;
}

function isFor(x509: X509Certificate, hosts: readonly string[]): boolean {
  const named = x509.subjectAltName?.split(', ') ?? [];
  return (
    named.length === hosts.length && hosts.every((host) => (isIP(host) ? x509.checkIP(host) !== undefined : named.includes(`DNS:${host}`)))
  );
}

function inPeriod({ validFrom, validTo }: X509Certificate, period: Period, now: number): boolean {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  if (period === 'expired') return to < now;
  return period === 'valid' ? from <= now && now + MARGIN < to : now + MARGIN < from;
}
