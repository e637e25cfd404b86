import { timingSafeEqual } from 'node:crypto';
import type { CredentialFacts } from '../ocpp/handshake.ts';

/** The Authorization header of security profiles 1 and 2 (A00.FR.204, A00.FR.205). */
export const basicAuthorization = (identity: string, password: string): string =>
  `Basic ${Buffer.from(`${identity}:${password}`, 'utf8').toString('base64')}`;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The characters of a passwordString. */
const ALLOWED = /^[A-Za-z0-9*\-_=:+|@.]*$/;

/** Describes an Authorization header without keeping the password. */
export function credentialFacts(header: string, expectedPassword?: string): CredentialFacts {
  const [scheme = '', encoded = ''] = header.split(' ', 2);
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const wellFormed = scheme === 'Basic' && header === `Basic ${encoded}` && BASE64.test(encoded) && colon > 0;
  if (colon < 0) return { scheme, wellFormed };
  const password = decoded.slice(colon + 1);
  const facts: CredentialFacts = {
    scheme,
    wellFormed,
    username: decoded.slice(0, colon),
    passwordLength: [...password].length,
    passwordAllowed: ALLOWED.test(password),
  };
  if (expectedPassword !== undefined) facts.passwordMatches = same(password, expectedPassword);
  return facts;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
