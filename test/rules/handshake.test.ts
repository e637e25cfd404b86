import type { CredentialFacts, TlsFacts, UpgradeFacts } from '../../src/ocpp/handshake.ts';
import { credentials } from '../../src/rules/credentials.ts';
import { identity } from '../../src/rules/identity.ts';
import { subprotocol } from '../../src/rules/subprotocol.ts';
import { tls } from '../../src/rules/tls.ts';
import { call, established, open, passes, Script, trips, UPGRADE, without } from './kit.ts';

const named = (name: string, segment = encodeURIComponent(name)) => open({ path: `/ocpp/${segment}`, identity: name });
trips('identity-characters', 'a colon', identity, named('CS:1'), { party: 'station', actual: '"CS:1"' });
trips('identity-characters', 'a space', identity, named('CS 1'));
trips('identity-characters', 'nothing', identity, named(''));
passes('identity-characters', 'all that is allowed', identity, named('aZ09*-_=+|@.'));
passes('identity-characters', 'a connection from before the trace', identity, open({ identity: 'C S' }, { carried: { accepted: true } }));
trips('identity-length', '49 characters', identity, named('x'.repeat(49)));
passes('identity-length', '48 characters', identity, named('x'.repeat(48)));
trips('identity-encoding', 'a percent sign that encodes nothing', identity, established(without('identity', { path: '/CS%ZZ' })));
trips('identity-encoding', 'a bar as it is', identity, named('RDAM|123', 'RDAM|123'), { actual: '"RDAM|123"' });
passes('identity-encoding', 'a bar encoded', identity, named('RDAM|123', 'RDAM%7C123'));
passes('identity-encoding', 'more encoded than necessary', identity, named('CS1', '%43S1?x=|'));

const basic = (facts: Partial<CredentialFacts>, upgrade: Partial<UpgradeFacts> = {}) =>
  open({ credentials: { scheme: 'Basic', wellFormed: true, username: 'CS1', passwordLength: 16, ...facts }, ...upgrade });
const TLS: TlsFacts = { version: 'TLSv1.3', cipher: 'x', serverName: null };
const CERTIFICATE = {
  commonName: 'SN1',
  organization: 'O',
  issuer: 'CA',
  serialNumber: '1',
  fingerprint256: 'x',
  validFrom: '',
  validTo: '',
};
const PEER: TlsFacts = { ...TLS, authorized: true, peer: CERTIFICATE };

trips('credentials-missing', 'on an open connection', credentials, established(without('credentials')), {
  severity: 'warning',
});
trips(
  'credentials-missing',
  'over TLS without client certificate',
  credentials,
  established(without('credentials', { tls: TLS }), { seenBy: 'csms' }),
);
passes(
  'credentials-missing',
  'with a client certificate',
  credentials,
  established(without('credentials', { tls: PEER }), { seenBy: 'csms' }),
);
passes(
  'credentials-missing',
  'there may be a client certificate',
  credentials,
  established(without('credentials', { tls: PEER }), { seenBy: 'station' }),
);
passes('credentials-missing', 'nobody saw the handshake', credentials, established({ path: '/ocpp/CS1', identity: 'CS1', offered: [] }));
trips('credentials-malformed', 'another scheme', credentials, open({ credentials: { scheme: 'Bearer', wellFormed: false } }));
trips(
  'credentials-malformed',
  'no base64, also where the CSMS refuses',
  credentials,
  new Script().append({
    kind: 'refused',
    connection: 1,
    seenBy: 'csms',
    refusal: {
      stage: 'upgrade',
      reason: 'refuse',
      upgrade: { ...UPGRADE, status: 401, credentials: { scheme: 'Basic', wellFormed: false } },
    },
  }),
);
passes(
  'credentials-malformed',
  'a scenario may have sent it',
  credentials,
  open({ credentials: { scheme: 'Bearer', wellFormed: false } }, { seenBy: 'station' }),
);
passes('credentials-malformed', 'the scheme in lower case', credentials, open({ credentials: { scheme: 'basic', wellFormed: false } }));
trips('credentials-username', 'another name', credentials, basic({ username: 'CS2' }), { party: 'station' });
passes('credentials-username', 'the identity in another case', credentials, basic({ username: 'cs1' }));
trips('credentials-password-length', '15 characters', credentials, basic({ passwordLength: 15 }));
trips('credentials-password-length', '65 characters', credentials, basic({ passwordLength: 65 }));
passes('credentials-password-length', '64 characters', credentials, basic({ passwordLength: 64 }));
trips('credentials-with-certificate', 'both', credentials, open({ tls: PEER }, { seenBy: 'csms' }), { severity: 'warning' });
passes('credentials-with-certificate', 'the certificate is that of the CSMS', credentials, open({ tls: PEER }, { seenBy: 'station' }));

trips('subprotocol-not-offered', 'none', subprotocol, established(without('selected', { offered: [] })).close('csms'), {
  severity: 'violation',
});
trips('subprotocol-not-offered', 'another version only', subprotocol, open({ offered: ['ocpp1.6'], selected: 'ocpp1.6' }), {
  severity: 'warning',
});
passes('subprotocol-not-offered', 'among others', subprotocol, open({ offered: ['ocpp2.1', 'ocpp2.0.1'] }));
trips('subprotocol-not-among-offered', 'something else', subprotocol, open({ selected: 'ocpp1.6' }), { party: 'csms' });
passes('subprotocol-not-among-offered', 'one of them', subprotocol, open({ offered: ['ocpp1.6', 'ocpp2.0.1'], selected: 'ocpp1.6' }));
const open0 = () => established(without('selected'));
trips('subprotocol-none-kept-open', 'the CSMS talks', subprotocol, open0().csms(call('1', 'ClearCache')), { party: 'csms' });
trips('subprotocol-none-kept-open', 'the station talks after a while', subprotocol, open0().at(6).station(call('1', 'Heartbeat')));
trips('subprotocol-none-kept-open', 'until the end', subprotocol, open0().at(60));
passes(
  'subprotocol-none-kept-open',
  'a CSMS that ocppspec plays',
  subprotocol,
  established(without('selected'), { seenBy: 'csms' }).at(60),
);
passes('subprotocol-none-kept-open', 'closed at once', subprotocol, open0().at(1).close('csms').at(60));

trips('tls-version', 'TLS 1.1', tls, open({ tls: { ...TLS, version: 'TLSv1.1' } }), { party: 'station' }, { party: 'csms' });
trips('tls-version', 'TLS 1.0, which ocppspec was told to offer', tls, open({ tls: { ...TLS, version: 'TLSv1' } }, { seenBy: 'station' }), {
  party: 'csms',
});
passes('tls-version', 'TLS 1.2', tls, open({ tls: { ...TLS, version: 'TLSv1.2' } }));
const using = (cipher: string) => open({ tls: { ...TLS, cipher } });
for (const cipher of [
  'TLS_RSA_WITH_NULL_SHA256',
  'TLS_RSA_WITH_RC4_128_MD5',
  'TLS_RSA_WITH_DES_CBC_SHA',
  'TLS_DH_anon_WITH_AES_128_CBC_SHA',
])
  trips('tls-cipher-suite', cipher, tls, using(cipher), { party: 'station' }, { party: 'csms' });
for (const cipher of ['TLS_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'TLS_AES_256_GCM_SHA384'])
  passes('tls-cipher-suite', cipher, tls, using(cipher));
const bad = (seenBy: 'station' | 'csms' | undefined, authorizationError: string) =>
  open({ tls: { ...PEER, authorized: false, authorizationError } }, seenBy ? { seenBy } : {});
trips('tls-certificate-untrusted', 'of the CSMS', tls, bad('station', 'SELF_SIGNED_CERT_IN_CHAIN'), {
  party: 'csms',
  requirement: 'A00.FR.308',
});
trips('tls-certificate-untrusted', 'of the station', tls, bad('csms', 'SELF_SIGNED_CERT_IN_CHAIN'), {
  party: 'station',
  requirement: 'A00.FR.403',
});
passes('tls-certificate-untrusted', 'nobody knows whose', tls, bad(undefined, 'SELF_SIGNED_CERT_IN_CHAIN'));
passes('tls-certificate-untrusted', 'an expired one of a station may be let in', tls, bad('csms', 'CERT_HAS_EXPIRED'));
passes('tls-certificate-untrusted', 'a good one', tls, open({ tls: PEER }, { seenBy: 'csms' }));
