import type { UpgradeFacts } from '../ocpp/handshake.ts';
import type { Entry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { handshakeIn, isJudged, isWitnessed } from './handshake.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';

const MIN_PASSWORD = 16;
const MAX_PASSWORD = 64;

/** Security profiles 1 and 2: HTTP Basic authentication with the identity as user name (A00.FR.203 to A00.FR.205). */
export const credentials: Rule = (report) => ({
  messages: [],
  see(entry) {
    const upgrade = handshakeIn(entry);
    if (!upgrade || !isJudged(entry, 'station')) return;
    const common = { party: 'station', entries: [entry] } as const;
    const facts = upgrade.credentials;
    if (!facts) {
      if (!mayDoWithout(entry, upgrade)) {
        report(finding('credentials-missing', { ...common, expected: 'an Authorization header with the scheme Basic', actual: 'none' }));
      }
      return;
    }
    if (showsStationCertificate(entry, upgrade)) {
      const expected = 'no user name and password besides the client certificate of security profile 3';
      report(finding('credentials-with-certificate', { ...common, expected, actual: 'an Authorization header' }));
    }
    if (!facts.wellFormed) {
      // The scheme is case-insensitive for HTTP; the facts say nothing more of such a header.
      if (facts.scheme !== 'Basic' && facts.scheme.toLowerCase() === 'basic') return;
      const expected = 'Basic, one space and the base64 of user name, colon and password';
      report(finding('credentials-malformed', { ...common, expected, actual: `something else, with scheme ${quote(facts.scheme)}` }));
    }
    const { username, passwordLength } = facts;
    // Identities are case-insensitive identifierStrings.
    if (username !== undefined && upgrade.identity !== undefined && username.toLowerCase() !== upgrade.identity.toLowerCase()) {
      const expected = `the identity ${quote(upgrade.identity)} as user name`;
      report(finding('credentials-username', { ...common, expected, actual: quote(username) }));
    }
    if (passwordLength !== undefined && (passwordLength < MIN_PASSWORD || passwordLength > MAX_PASSWORD)) {
      const expected = `a password of ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`;
      report(finding('credentials-password-length', { ...common, expected, actual: `${passwordLength} characters` }));
    }
  },
});

/** Whether the end that recorded the handshake is the CSMS and saw a client certificate. */
const showsStationCertificate = (entry: Entry, { tls }: UpgradeFacts): boolean =>
  entry.kind === 'connected' && entry.seenBy === 'csms' && tls?.peer !== undefined;

/** Whether security profile 3 may be in use, or the header may be unknown to whoever wrote the trace. */
function mayDoWithout(entry: Entry, { tls }: UpgradeFacts): boolean {
  if (entry.kind !== 'connected' || !isWitnessed(entry)) return true;
  return tls !== undefined && (entry.seenBy !== 'csms' || tls.peer !== undefined);
}
