import { expect, test } from 'vitest';
import { accepted } from './kit.ts';

const idToken = { idToken: 'ANNA', type: 'ISO14443' };

/** A CSMS with a station on whose list this token is. */
async function listed() {
  const all = await accepted();
  const localAuthorizationList = [{ idToken, idTokenInfo: { status: 'Accepted' } }];
  await all.csms.stimulate('send', { action: 'SendLocalList', payload: { updateType: 'Full', localAuthorizationList } });
  await all.csms.idle();
  return all;
}

test('whoever is to be forgotten is taken off the local list, once (N10.FR.02)', async () => {
  const { csms, station } = await listed();
  station.answers.GetLocalListVersion = () => ({ versionNumber: 1 });
  const payload = { report: true, clear: true, idToken: { ...idToken, idToken: 'anna' } };
  for (const _ of [1, 2]) {
    await csms.stimulate('send', { action: 'CustomerInformation', payload });
    await csms.idle();
  }
  expect(station.requests('SendLocalList').slice(1)).toEqual([
    { updateType: 'Differential', versionNumber: 2, localAuthorizationList: [{ idToken: payload.idToken }] },
  ]);
});

test('who is only asked about stays on the local list', async () => {
  const { csms, station } = await listed();
  await csms.stimulate('send', { action: 'CustomerInformation', payload: { report: true, clear: false, idToken } });
  await csms.idle();
  expect(station.requests('SendLocalList')).toHaveLength(1);
});

test('shows the types of the monitors on a variable', async () => {
  const { csms, station } = await accepted();
  const variable = { component: { name: 'EVSE', evse: { id: 1 } }, variable: { name: 'Power' } };
  const monitors = (['UpperThreshold', 'Delta', 'Delta'] as const).map((type, index) => ({
    id: index,
    type,
    value: 1,
    severity: index,
    transaction: false,
  }));
  await station.call('NotifyMonitoringReport', {
    requestId: 7,
    seqNo: 0,
    generatedAt: new Date(0).toISOString(),
    monitor: [{ ...variable, variableMonitoring: monitors }],
  });
  expect(csms.show('monitors of EVSE.Power')).toBe('Delta, UpperThreshold');
  expect(csms.show('monitors of EVSE.Voltage')).toBeUndefined();
});
