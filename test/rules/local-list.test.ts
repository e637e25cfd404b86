import type { Payload } from '../../src/ocpp/frame.ts';
import { localListSent, localListVersion } from '../../src/rules/local-list.ts';
import { open, passes, type Script, trips } from './kit.ts';

const token = (idToken: string, more: Payload = {}): Payload => ({
  idToken: { idToken, type: 'ISO14443', ...more },
  idTokenInfo: { status: 'Accepted' },
});
const bare = (idToken: string): Payload => ({ idToken: { idToken, type: 'ISO14443' } });
let ids = 0;

function send(script: Script, versionNumber: number, list: Payload[] = [], updateType = 'Full', status = 'Accepted'): Script {
  const localAuthorizationList = list.length > 0 ? { localAuthorizationList: list } : {};
  return script.exchange('csms', `s${ids++}`, 'SendLocalList', { versionNumber, updateType, ...localAuthorizationList }, { status });
}
const tell = (script: Script, versionNumber: number): Script =>
  script.exchange('csms', `g${ids++}`, 'GetLocalListVersion', {}, { versionNumber });

trips('local-list-version', 'version 0', localListSent, send(open(), 0), { party: 'csms', pointer: '/versionNumber' });
passes('local-list-version', 'version 1 without tokens', localListSent, send(open(), 1));
trips('local-list-repeated', 'the same token in other letters', localListSent, send(open(), 1, [token('A1'), token('B2'), token('a1')]), {
  party: 'csms',
  pointer: '/localAuthorizationList/2',
});
passes(
  'local-list-repeated',
  'the same id of another kind',
  localListSent,
  send(open(), 1, [token('A1'), token('A1', { type: 'Central' })]),
);
passes(
  'local-list-repeated',
  'tokens that differ by their additional information',
  localListSent,
  send(open(), 1, [token('A1'), token('A1', { additionalInfo: [{ additionalIdToken: 'X', type: 'V' }] })]),
);
trips('local-list-info', 'a whole list without it', localListSent, send(open(), 1, [token('A1'), bare('B2')]), {
  pointer: '/localAuthorizationList/1/idTokenInfo',
});
passes('local-list-info', 'tokens to be removed', localListSent, send(open(), 2, [bare('B2')], 'Differential'));

trips('local-list-version-told', 'another version than the one it took', localListVersion, tell(send(open(), 3), 2), {
  party: 'station',
  requirement: 'D02.FR.01',
});
passes(
  'local-list-version-told',
  'the version of the last update',
  localListVersion,
  tell(send(send(open(), 3), 4, [], 'Differential'), 4),
);
passes(
  'local-list-version-told',
  'an update that it did not take',
  localListVersion,
  tell(send(send(open(), 3), 9, [], 'Full', 'Failed'), 3),
);
passes('local-list-version-told', 'a list that is switched off, and on again', localListVersion, tell(tell(send(open(), 3), 0), 3));
passes('local-list-version-told', 'a list from before the trace', localListVersion, tell(open(), 7));
passes('local-list-version-told', 'lost with a reboot', localListVersion, tell(send(open(), 3).boot(), 1));

trips('local-list-version-mismatch', 'the version that it has', localListVersion, send(send(open(), 3), 3, [], 'Differential'), {
  party: 'station',
  requirement: 'D01.FR.19',
});
trips('local-list-version-mismatch', 'a version that it has told', localListVersion, send(tell(open(), 5), 4, [], 'Differential'));
passes('local-list-version-mismatch', 'a whole list may go back', localListVersion, send(send(open(), 3), 1));
passes('local-list-version-mismatch', 'turned down', localListVersion, send(send(open(), 3), 2, [], 'Differential', 'VersionMismatch'));
