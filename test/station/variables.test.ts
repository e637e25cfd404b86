import { describe, expect, test } from 'vitest';
import type { GetVariableDataType, GetVariableResultType, SetVariableDataType } from '../../src/ocpp/generated/messages.ts';
import { parsePath } from '../../src/station/device-model/path.ts';
import { type Csms, scene } from './kit.ts';

const address = (path: string) => parsePath(path) as NonNullable<ReturnType<typeof parsePath>>;
const get = async (csms: Csms, path: string, more: Partial<GetVariableDataType> = {}) =>
  (await csms.ask('GetVariables', { getVariableData: [{ ...address(path), ...more }] })).getVariableResult[0] as GetVariableResultType;
const set = async (csms: Csms, path: string, attributeValue: string, more: Partial<SetVariableDataType> = {}) =>
  (await csms.ask('SetVariables', { setVariableData: [{ ...address(path), attributeValue, ...more }] })).setVariableResult[0];

describe('GetVariables (B06)', () => {
  test('returns values with the attribute type, Actual if none was named', async () => {
    const { csms } = await scene({ variables: { 'OCPPCommCtrlr.OfflineThreshold': '300' } });
    const expected = {
      ...address('OCPPCommCtrlr.OfflineThreshold'),
      attributeType: 'Actual',
      attributeStatus: 'Accepted',
      attributeValue: '300',
    };
    expect(await get(csms, 'OCPPCommCtrlr.OfflineThreshold')).toEqual(expected);
    expect(await get(csms, 'OCPPCommCtrlr.OfflineThreshold', { attributeType: 'Actual' })).toEqual(expected);
  });

  test('answers every element with one result', async () => {
    const { csms } = await scene();
    const paths = ['OCPPCommCtrlr.OfflineThreshold', 'Nowhere.Man', 'AuthCtrlr.LocalAuthorizeOffline'];
    const { getVariableResult } = await csms.ask('GetVariables', { getVariableData: paths.map(address) });
    expect(getVariableResult.map(({ attributeStatus }) => attributeStatus)).toEqual(['Accepted', 'UnknownComponent', 'Accepted']);
  });

  test.each([
    ['UnknownComponent.OfflineThreshold', 'UnknownComponent'],
    ['EVSE.AvailabilityState', 'UnknownComponent'],
    ['EVSE(9).AvailabilityState', 'UnknownComponent'],
    ['Connector(1).AvailabilityState', 'UnknownComponent'],
    ['OCPPCommCtrlr[x].OfflineThreshold', 'UnknownComponent'],
    ['OCPPCommCtrlr.UnknownVariable', 'UnknownVariable'],
    ['OCPPCommCtrlr.MessageTimeout', 'UnknownVariable'],
    ['OCPPCommCtrlr.MessageTimeout[Other]', 'UnknownVariable'],
    ['OCPPCommCtrlr.MessageTimeout[Default]', 'Accepted'],
    ['OCPPCommCtrlr[].OfflineThreshold[]', 'Accepted'],
    ['ocppCommCtrlr.offlineThreshold', 'Accepted'],
    ['EVSE(1).AvailabilityState', 'Accepted'],
    ['Connector(1,2).ConnectorType', 'Accepted'],
  ])('%s: %s', async (path, attributeStatus) => {
    const { csms } = await scene();
    const result = await get(csms, path);
    expect(result).toMatchObject({ ...address(path), attributeStatus, attributeType: 'Actual' });
    expect(result.attributeValue === undefined).toBe(attributeStatus !== 'Accepted');
  });

  test('knows only the attributes that a variable has (B06.FR.08)', async () => {
    const { csms } = await scene();
    const result = await get(csms, 'OCPPCommCtrlr.OfflineThreshold', { attributeType: 'Target' });
    expect(result).toEqual({
      ...address('OCPPCommCtrlr.OfflineThreshold'),
      attributeType: 'Target',
      attributeStatus: 'NotSupportedAttributeType',
    });
  });

  test('keeps a write-only value to itself (B06.FR.09)', async () => {
    const { csms } = await scene();
    const result = await get(csms, 'SecurityCtrlr.BasicAuthPassword');
    expect(result.attributeStatus).toBe('Rejected');
    expect(result).not.toHaveProperty('attributeValue');
  });

  test('returns an empty string for what is not set (B06.FR.13)', async () => {
    const { csms } = await scene();
    expect(await get(csms, 'ClockCtrlr.NextTimeOffsetTransitionDateTime')).toMatchObject({
      attributeStatus: 'Accepted',
      attributeValue: '',
    });
  });

  test('reads live values', async () => {
    const { csms, pass } = await scene();
    await pass(60);
    const { attributeValue } = await get(csms, 'ClockCtrlr.DateTime');
    expect(attributeValue).toBe('2026-01-01T00:01:05.000Z');
    expect(await get(csms, 'SecurityCtrlr.SecurityProfile')).toMatchObject({ attributeValue: '1' });
    expect(await get(csms, 'OCPPCommCtrlr.ActiveNetworkProfile')).toMatchObject({ attributeValue: '1' });
  });

  test('refuses more elements or bytes than it has announced (B06.FR.16, B06.FR.17)', async () => {
    const { csms } = await scene({
      variables: { 'DeviceDataCtrlr.ItemsPerMessage[GetVariables]': '2', 'DeviceDataCtrlr.BytesPerMessage[GetVariables]': '200' },
    });
    const data = (count: number, path: string) => ({ getVariableData: Array(count).fill(address(path)) });
    expect(await csms.call('GetVariables', data(2, 'TxCtrlr.TxStartPoint'))).toMatchObject({ kind: 'result' });
    expect(await csms.call('GetVariables', data(3, 'TxCtrlr.TxStartPoint'))).toMatchObject({ code: 'OccurrenceConstraintViolation' });
    const long = `${'x'.repeat(50)}.${'y'.repeat(50)}`;
    expect(await csms.call('GetVariables', data(2, long))).toMatchObject({ code: 'FormatViolation' });
  });
});

describe('SetVariables (B05)', () => {
  test('sets values with the attribute type, Actual if none was named', async () => {
    const { csms, station } = await scene();
    const expected = { ...address('OCPPCommCtrlr.OfflineThreshold'), attributeType: 'Actual', attributeStatus: 'Accepted' };
    expect(await set(csms, 'OCPPCommCtrlr.OfflineThreshold', '301')).toEqual(expected);
    expect(station.variables.get('OCPPCommCtrlr.OfflineThreshold')).toBe('301');
  });

  test('answers every element with one result', async () => {
    const { csms } = await scene();
    const values = { 'OCPPCommCtrlr.OfflineThreshold': '1', 'Nowhere.Man': '1', 'AuthCtrlr.LocalAuthorizeOffline': 'maybe' };
    const setVariableData = Object.entries(values).map(([path, attributeValue]) => ({ ...address(path), attributeValue }));
    const { setVariableResult } = await csms.ask('SetVariables', { setVariableData: setVariableData });
    expect(setVariableResult.map(({ attributeStatus }) => attributeStatus)).toEqual(['Accepted', 'UnknownComponent', 'Rejected']);
  });

  test.each([
    ['UnknownComponent.OfflineThreshold', '1', 'UnknownComponent'],
    ['OCPPCommCtrlr.UnknownVariable', '1', 'UnknownVariable'],
    // Read-only (B05.FR.09)
    ['OCPPCommCtrlr.MessageTimeout[Default]', '60', 'Rejected'],
    // Formats (B05.FR.07)
    ['OCPPCommCtrlr.OfflineThreshold', '300.1', 'Rejected'],
    ['OCPPCommCtrlr.OfflineThreshold', '0300', 'Rejected'],
    ['OCPPCommCtrlr.OfflineThreshold', '+300', 'Rejected'],
    ['OCPPCommCtrlr.OfflineThreshold', '2147483648', 'Rejected'],
    ['OCPPCommCtrlr.OfflineThreshold', 'true', 'Rejected'],
    ['OCPPCommCtrlr.OfflineThreshold', '', 'Rejected'],
    ['SmartChargingCtrlr.LimitChangeSignificance', '2.5', 'Accepted'],
    ['SmartChargingCtrlr.LimitChangeSignificance', '2', 'Accepted'],
    ['SmartChargingCtrlr.LimitChangeSignificance', '2.1234567', 'Rejected'],
    ['SmartChargingCtrlr.LimitChangeSignificance', 'abc', 'Rejected'],
    ['AuthCtrlr.AuthorizeRemoteStart', 'true', 'Accepted'],
    ['AuthCtrlr.AuthorizeRemoteStart', 'True', 'Rejected'],
    ['AuthCtrlr.AuthorizeRemoteStart', '1', 'Rejected'],
    ['ClockCtrlr.NextTimeOffsetTransitionDateTime', '2026-03-29T01:00:00Z', 'Accepted'],
    ['ClockCtrlr.NextTimeOffsetTransitionDateTime', '2026-03-29T01:00:00.123+01:00', 'Accepted'],
    ['ClockCtrlr.NextTimeOffsetTransitionDateTime', '2026-03-29T01:00:00.1234Z', 'Rejected'],
    ['ClockCtrlr.NextTimeOffsetTransitionDateTime', '2026-03-29', 'Rejected'],
    ['ClockCtrlr.NextTimeOffsetTransitionDateTime', '2026-13-29T01:00:00Z', 'Rejected'],
    ['TxCtrlr.TxStartPoint', 'Authorized,EVConnected', 'Accepted'],
    ['TxCtrlr.TxStartPoint', '', 'Accepted'],
    ['TxCtrlr.TxStartPoint', 'Authorized,Authorized', 'Rejected'],
    ['TxCtrlr.TxStartPoint', 'Whenever', 'Rejected'],
    ['ClockCtrlr.TimeSource', 'RealTimeClock,Heartbeat', 'Accepted'],
    // Ranges (B05.FR.08)
    ['OCPPCommCtrlr.HeartbeatInterval', '0', 'Rejected'],
    ['OCPPCommCtrlr.HeartbeatInterval', '1', 'Accepted'],
    ['OCPPCommCtrlr.WebSocketPingInterval', '-1', 'Rejected'],
    ['SmartChargingCtrlr.LimitChangeSignificance', '101', 'Rejected'],
    ['TariffCostCtrlr.Currency', 'EURO', 'Rejected'],
    ['TariffCostCtrlr.Currency', 'USD', 'Accepted'],
    // A00.FR.205
    ['SecurityCtrlr.BasicAuthPassword', 'fifteen-chars-1', 'Rejected'],
    ['SecurityCtrlr.BasicAuthPassword', 'sixteen-chars-12', 'Accepted'],
    ['SecurityCtrlr.BasicAuthPassword', 'not allowed: a space', 'Rejected'],
    ['SecurityCtrlr.BasicAuthPassword', 'x'.repeat(65), 'Rejected'],
  ])('%s = %j: %s', async (path, value, attributeStatus) => {
    const { csms, station } = await scene();
    const before = station.variables.has(path) ? station.variables.get(path) : undefined;
    expect(await set(csms, path, value)).toMatchObject({ ...address(path), attributeStatus, attributeType: 'Actual' });
    if (before !== undefined) expect(station.variables.get(path)).toBe(attributeStatus === 'Accepted' ? value : before);
    await station.idle();
  });

  test('knows only the attributes that a variable has (B05.FR.06)', async () => {
    const { csms } = await scene();
    const result = await set(csms, 'OCPPCommCtrlr.OfflineThreshold', '1', { attributeType: 'Target' });
    expect(result).toMatchObject({ attributeStatus: 'NotSupportedAttributeType', attributeType: 'Target' });
  });

  test('survives a reboot', async () => {
    const { csms, station } = await scene();
    await set(csms, 'OCPPCommCtrlr.OfflineThreshold', '301');
    await csms.ask('Reset', { type: 'Immediate' });
    await station.idle();
    expect(await get(csms, 'OCPPCommCtrlr.OfflineThreshold')).toMatchObject({ attributeValue: '301' });
  });

  test('says where a reboot is needed', async () => {
    const { csms } = await scene({ rebootRequired: ['OCPPCommCtrlr.NetworkConfigurationPriority'] });
    expect(await set(csms, 'OCPPCommCtrlr.NetworkConfigurationPriority', '1')).toMatchObject({ attributeStatus: 'RebootRequired' });
  });

  test('connects anew with a new password (A01)', async () => {
    const { csms, station } = await scene();
    await set(csms, 'SecurityCtrlr.BasicAuthPassword', 'a-new-password-of-29-characters'.slice(0, 29));
    await csms.next('Heartbeat');
    await station.idle();
    expect(csms.upgrades.at(-1)?.credentials).toMatchObject({ wellFormed: true, passwordLength: 29 });
    expect(csms.attempts).toEqual([5]);
    expect(csms.of('BootNotification')).toEqual([]);
  });

  test('lives with what a script answers', async () => {
    const { csms, station } = await scene();
    station.interceptors.push({
      reply: (_call, reply) =>
        'payload' in reply
          ? { payload: { setVariableResult: [{ ...(reply.payload.setVariableResult as object[])[0], attributeStatus: 'Rejected' }] } }
          : reply,
    });
    expect(await set(csms, 'OCPPCommCtrlr.OfflineThreshold', '301')).toMatchObject({ attributeStatus: 'Rejected' });
    expect(station.variables.get('OCPPCommCtrlr.OfflineThreshold')).toBe('60');
  });
});

test('variables can be set from outside, read-only or not, but only to what fits them', async () => {
  const { station } = await scene();
  station.variables.set('OCPPCommCtrlr.OfflineThreshold', '5');
  station.variables.set('SecurityCtrlr.AdditionalRootCertificateCheck', 'true');
  expect(() => station.variables.set('OCPPCommCtrlr.OfflineThreshold', 'soon')).toThrow('OCPPCommCtrlr.OfflineThreshold: "soon"');
  expect(() => station.variables.set('OCPPCommCtrlr.OflineThreshold', '5')).toThrow('no variable OCPPCommCtrlr.OflineThreshold');
});

test('a configuration names only standardized variables', async () => {
  await expect(scene({ boot: false, variables: { 'OCPPCommCtrlr.OflineThreshold': '5' } })).rejects.toThrow('OflineThreshold');
  await expect(scene({ boot: false, variables: { OfflineThreshold: '5' } })).rejects.toThrow('not a path');
});
