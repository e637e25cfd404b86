import { describe, expect, test } from 'vitest';
import { accepted, IDENTITY, TOKEN } from './kit.ts';

describe('SendLocalList (D01)', () => {
  test('a differential local list is preceded by a look at the version (TC_D_02_CSMS)', async () => {
    const { csms, station } = await accepted();
    station.answers.GetLocalListVersion = () => ({ versionNumber: 41 });
    await csms.send(IDENTITY, 'SendLocalList', { updateType: 'Differential' });
    expect(station.received.map(({ action }) => action)).toEqual(['GetLocalListVersion', 'SendLocalList']);
    expect(station.requests('SendLocalList')).toEqual([
      { versionNumber: 42, updateType: 'Differential', localAuthorizationList: [{ idToken: TOKEN, idTokenInfo: { status: 'Accepted' } }] },
    ]);
    expect(csms.show('local-list')).toBe('42');
  });

  test('a long local list comes in parts, of which the first replaces what there was (D01.FR.11, D01.FR.15)', async () => {
    const { csms, station } = await accepted();
    const limit = { component: { name: 'LocalAuthListCtrlr' }, variable: { name: 'ItemsPerMessage' } };
    station.answers.GetVariables = () => ({ getVariableResult: [{ ...limit, attributeStatus: 'Accepted', attributeValue: '2' }] });
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: [limit] });
    const entry = (idToken: string) => ({ idToken: { idToken, type: 'ISO14443' }, idTokenInfo: { status: 'Accepted' } });
    await csms.send(IDENTITY, 'SendLocalList', { updateType: 'Full', localAuthorizationList: ['A', 'B', 'C', 'D', 'E'].map(entry) });
    expect(
      station
        .requests('SendLocalList')
        .map(({ updateType, versionNumber, localAuthorizationList = [] }) => [
          updateType,
          versionNumber,
          localAuthorizationList.map(({ idToken }) => idToken.idToken).join(''),
        ]),
    ).toEqual([
      ['Full', 1, 'AB'],
      ['Differential', 2, 'CD'],
      ['Differential', 3, 'E'],
    ]);
    expect(csms.show('local-list')).toBe('3');
  });

  test('Full without tokens empties the list (D01.FR.04)', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'SendLocalList', { updateType: 'Full' });
    expect(station.requests('SendLocalList')).toEqual([{ versionNumber: 1, updateType: 'Full' }]);
  });
});

describe('ReserveNow (H01)', () => {
  test('who names no EVSE reserves any (H01.FR.04)', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'ReserveNow', {});
    expect(station.requests('ReserveNow')[0]?.evseId).toBeUndefined();
  });
});
