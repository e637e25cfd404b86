import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
// Node 24 loads TLS the wrong way round, and no server can be made any more, if toLegacyObject() is what loads it first.
import 'node:tls';
import type { Issued } from './certify.ts';
import type { Blueprint, Period } from './credentials.ts';

const DAY = 24 * 3600 * 1000;
/** A certificate that comes this near to the end of its period is made anew. */
const MARGIN = 30 * DAY;

/** Begins a day ago, because a station's clock may be behind (A02.FR.06). */
const PERIODS: Record<Period, (days: number) => [number, number]> = {
  valid: (days) => [-1, days],
  expired: () => [-30, -1],
  'not-yet-valid': () => [365, 730],
};

/** Begin and end of a certificate that is issued at `now`. */
export function validityOf({ period, days }: Pick<Blueprint, 'period' | 'days'>, now: number): [Date, Date] {
  const [from, to] = PERIODS[period](days);
  return [new Date(now + from * DAY), new Date(now + to * DAY)];
}

/** Whether an issued certificate is still what the blueprint asks for and still signed by its issuer. */
export function fits({ certificate }: Issued, blueprint: Blueprint, issuer: Issued | undefined, now: number): boolean {
  const x509 = new X509Certificate(certificate);
  return (
    isOf(x509, blueprint) &&
    isFor(x509, blueprint.alternatives) &&
    (x509.infoAccess ?? '').includes(blueprint.responder ?? '') &&
    inPeriod(x509, blueprint, now) &&
    hasKey(x509, blueprint.key) &&
    x509.checkIssued(issuer ? new X509Certificate(issuer.certificate) : x509)
  );
}

function isOf(x509: X509Certificate, { organization, commonName, usage }: Blueprint): boolean {
  // Roots stay as they are, so that what was installed in a real station keeps working.
  if (usage === 'authority') return x509.subject.endsWith(`\nCN=${commonName}`);
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

function inPeriod({ validFrom, validTo }: X509Certificate, { period, days }: Blueprint, now: number): boolean {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  if (period === 'expired') return to < now;
  if (period === 'not-yet-valid') return now + MARGIN < from;
  const length = (days + 1) * DAY;
  return from <= now && now + Math.min(MARGIN, length / 3) < to && Math.abs(to - from - length) < DAY;
}

const CURVES: Readonly<Record<string, string>> = { prime256v1: 'ecdsa-p256', secp384r1: 'ecdsa-p384' };

function hasKey({ publicKey }: X509Certificate, kind: Blueprint['key']): boolean {
  const { namedCurve, modulusLength } = publicKey.asymmetricKeyDetails ?? {};
  return kind === (namedCurve === undefined ? `rsa-${modulusLength}` : CURVES[namedCurve]);
}
