import { IDENTIFIER } from './beyond-schema.ts';
import { finding } from './finding.ts';
import { handshakeIn, isJudged } from './handshake.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';

const MAX_IDENTITY = 48;
/** What may stand in a path as it is, or percent-encoded (RFC 3986, 3.3). */
const SEGMENT = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*$/;

/** The connection URL ends with the identity of the station (Part 4, 3.1.1). */
export const identity: Rule = (report) => ({
  messages: [],
  see(entry) {
    const upgrade = handshakeIn(entry);
    if (!upgrade?.path || !isJudged(entry, 'station')) return;
    const segment = upgrade.path.split('?', 1)[0]?.split('/').at(-1) ?? '';
    const common = { party: 'station', entries: [entry] } as const;
    const name = upgrade.identity ?? decoded(segment);
    if (name === undefined || !SEGMENT.test(segment)) {
      const expected = 'an identity that is percent-encoded as RFC 3986 says';
      report(finding('identity-encoding', { ...common, expected, actual: quote(segment) }));
    }
    if (name === undefined) return;
    if (name === '' || name.includes(':') || !IDENTIFIER.test(name)) {
      report(
        finding('identity-characters', { ...common, expected: 'at least one of a-z A-Z 0-9 * - _ = + | @ . only', actual: quote(name) }),
      );
    }
    if (name.length > MAX_IDENTITY) {
      const actual = `${name.length} characters: ${quote(name)}`;
      report(finding('identity-length', { ...common, expected: `at most ${MAX_IDENTITY} characters`, actual }));
    }
  },
});

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
