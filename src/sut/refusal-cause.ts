import type { Refusal } from '../ocpp/handshake.ts';

/** Why the simulated CSMS has refused a station under test, and what to look at. */
export function causeOf({ reason, upgrade }: Refusal): string {
  const { status, path } = upgrade ?? {};
  if (status === 401) return 'HTTP status 401 for its user name and password; is OCPPSPEC_PASSWORD the password of that station?';
  if (status === 404) return `HTTP status 404 for ${path}; does the station use the URL and the identity that it should?`;
  return status === undefined ? reason : `HTTP status ${status} (${reason})`;
}
