import { otherParty, type Party, partyName } from '../ocpp/party.ts';
import { finding } from './finding.ts';
import { isJudged } from './handshake.ts';
import type { Rule } from './rule.ts';

const TOO_OLD = /^(?:SSL|TLSv1(?:\.1)?$)/;
/** Suites without encryption or authentication, and those of primitives that are not even fit for legacy use. */
const BROKEN = /_(?:NULL|EXPORT|EXPORT40|RC2|RC4|DES|DES40|anon|ADH|AECDH)_/;
const PARTIES: readonly Party[] = ['station', 'csms'];

/** Security profiles 2 and 3: the TLS version (A00.FR.313), the cipher suite (A00.FR.320) and the certificate of the peer (A00.FR.308, A00.FR.403). */
export const tls: Rule = (report) => ({
  messages: [],
  see(entry) {
    if (entry.kind !== 'connected' || entry.carried || !entry.upgrade.tls) return;
    const { version, cipher, authorized, authorizationError } = entry.upgrade.tls;
    for (const party of PARTIES) {
      if (!isJudged(entry, party)) continue;
      if (version !== null && TOO_OLD.test(version))
        report(finding('tls-version', { party, expected: 'no connection below TLS 1.2', actual: version, entries: [entry] }));
      if (cipher !== null && BROKEN.test(cipher))
        report(finding('tls-cipher-suite', { party, expected: 'no such cipher suite', actual: cipher, entries: [entry] }));
    }
    if (authorized !== false || !entry.seenBy) return;
    const party = otherParty(entry.seenBy);
    // A CSMS may be set up to let a station in whose certificate has expired (A00.FR.429).
    if (party === 'station' && authorizationError?.includes('CERT_HAS_EXPIRED')) return;
    report(
      finding('tls-certificate-untrusted', {
        party,
        expected: `a certificate that ${partyName(entry.seenBy)} can verify`,
        actual: authorizationError ?? 'a certificate that it cannot verify',
        entries: [entry],
        requirement: party === 'station' ? 'A00.FR.403' : 'A00.FR.308',
      }),
    );
  },
});
