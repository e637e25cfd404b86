import { expect, test } from 'vitest';
import { standardVariableOf } from '../../../src/ocpp/device-model.ts';
import type { Party } from '../../../src/ocpp/party.ts';
import { knownFeatures } from '../../../src/plan/features.ts';
import { CSMS_CLUES } from '../../../src/plan/probe/csms-clues.ts';
import { nothingSeen, type Observation, type SeenVariable } from '../../../src/plan/probe/observation.ts';
import { propose, tellingVariables } from '../../../src/plan/probe/propose.ts';
import { STATION_CLUES } from '../../../src/plan/probe/station-clues.ts';

const hasOf = (seen: Observation, id: string) => propose(seen).find((one) => one.id === id)?.known?.has;
const station = (seen: Partial<Observation>): Observation => ({ ...nothingSeen('station'), ...seen });
const csms = (seen: Partial<Observation>): Observation => ({ ...nothingSeen('csms'), ...seen });
const connector = (path: string, value: string): SeenVariable => ({
  path,
  name: `Connector.${path.split('.')[1]}`,
  component: 'Connector',
  evseId: 1,
  value,
});
const upgrade = { path: '/ocpp/CS001', offered: ['ocpp2.0.1'] };
const tls = { version: 'TLSv1.2', cipher: 'ECDHE-ECDSA-AES128-GCM-SHA256', serverName: null };

test.each<[Party, object]>([
  ['station', STATION_CLUES],
  ['csms', CSMS_CLUES],
])('clues are about features that a %s can have', (role, clues) => {
  const ids = new Set(knownFeatures(role).map(({ id }) => id));
  expect(Object.keys(clues).length).toBeGreaterThan(20);
  expect(Object.keys(clues).filter((id) => !ids.has(id))).toEqual([]);
});

/** `Available` and `Enabled`, which controllers have in common, are not all in the table of standardized variables. */
test('the variables that clues look at are standardized ones', () => {
  const names = tellingVariables().filter((name) => !/\.(Available|Enabled)$/.test(name));
  expect(names.length).toBeGreaterThan(25);
  const unknown = names.filter((name) => {
    const [component = '', variable = ''] = name.split('.');
    return !standardVariableOf(component, variable, undefined);
  });
  expect(unknown).toEqual([]);
});

test.each(['station', 'csms'] as const)('every feature of a %s is proposed, and of one that has shown nothing none is known', (role) => {
  const proposals = propose(nothingSeen(role));
  expect(proposals.map(({ id }) => id)).toEqual(knownFeatures(role).map(({ id }) => id));
  expect(proposals.filter(({ known }) => known)).toEqual([]);
});

test('a feature with options is there if one of them is', () => {
  const seen = station({ answers: { 'TriggerMessage MeterValues': 'Accepted', 'TriggerMessage StatusNotification': 'NotImplemented' } });
  expect([hasOf(seen, 'C-29'), hasOf(seen, 'C-29.1'), hasOf(seen, 'C-29.5'), hasOf(seen, 'C-29.2')]).toEqual([
    true,
    true,
    false,
    undefined,
  ]);
});

test('a local list needs the controller and the request', () => {
  const variables = [{ path: 'LocalAuthListCtrlr.Entries', name: 'LocalAuthListCtrlr.Entries', component: 'LocalAuthListCtrlr' }];
  expect(hasOf(station({ variables, answers: { GetLocalListVersion: 'answered' } }), 'LA-0')).toBe(true);
  expect(hasOf(station({ variables, answers: { GetLocalListVersion: 'NotImplemented' } }), 'LA-0')).toBe(false);
  expect(hasOf(station({ variables }), 'LA-0')).toBeUndefined();
});

test('a master pass shows only where it is missing: who knows what the station looks like', () => {
  expect(hasOf(station({ complete: true }), 'C-07')).toBe(false);
  const name = 'AuthCtrlr.MasterPassGroupId';
  expect(hasOf(station({ variables: [{ path: name, name, component: 'AuthCtrlr' }] }), 'C-07')).toBeUndefined();
});

test('connectors tell about cables and current', () => {
  const seen = station({
    complete: true,
    variables: [connector('Connector(1,1).ConnectorType', 'sType2'), connector('Connector(1,1).SupplyPhases', '3')],
  });
  const told = ['HFS-1', 'HFS-2', 'HFS-4', 'HFS-8 > 1', 'Product Subtype "Wireless Charging Station"'].map((id) => hasOf(seen, id));
  expect(told).toEqual([true, false, false, false, false]);
});

test('what was not reported may be of another kind', () => {
  const seen = station({ variables: [connector('Connector(1,1).ConnectorType', 'sType2'), connector('Connector(1,1).SupplyPhases', '3')] });
  expect(['HFS-1', 'HFS-2', 'HFS-4', 'HFS-8 > 1'].map((id) => hasOf(seen, id))).toEqual([true, undefined, undefined, undefined]);
});

test('direct current and several EVSEs are known as soon as they are seen', () => {
  const seen = station({
    variables: [connector('Connector(1,1).SupplyPhases', '0'), { ...connector('Connector(2,1).SupplyPhases', '3'), evseId: 2 }],
  });
  expect([hasOf(seen, 'HFS-4'), hasOf(seen, 'HFS-8 > 1')]).toEqual([true, true]);
});

test('the connection tells about security', () => {
  const peer = { commonName: 'SN-1', organization: '', issuer: '', serialNumber: '', fingerprint256: '', validFrom: '', validTo: '' };
  const ids = ['C-61', 'C-41', 'Advanced Security'];
  expect(ids.map((id) => hasOf(station({ upgrade }), id))).toEqual([true, undefined, undefined]);
  expect(ids.map((id) => hasOf(station({ upgrade: { ...upgrade, tls } }), id))).toEqual([undefined, true, undefined]);
  expect(ids.map((id) => hasOf(station({ upgrade: { ...upgrade, tls: { ...tls, peer } } }), id))).toEqual([undefined, true, true]);
});

test('a CSMS shows by what it asks of a station, and by the tokens that it accepts', () => {
  const seen = csms({
    boot: { status: 'Pending' },
    requests: ['GetBaseReport FullInventory', 'GetVariables of several', 'TriggerMessage StatusNotification'],
    answers: { 'Authorize ISO14443': 'Accepted', 'Authorize KeyCode': 'Unknown' },
  });
  const known = propose(seen).flatMap(({ id, known }) => (known?.has ? id : []));
  expect(known.sort()).toEqual(['C-29', 'C-29.5', 'C-30', 'C-44', 'C-45', 'C-50', 'C-50.1']);
});

test('that a CSMS did not ask for something says nothing', () => {
  const seen = csms({ boot: { status: 'Accepted' }, upgrade: { ...upgrade, tls } });
  expect(propose(seen).filter(({ known }) => known)).toEqual([]);
});
