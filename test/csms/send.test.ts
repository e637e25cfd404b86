import { describe, expect, test } from 'vitest';
import { defaultEndpoint } from '../../src/csms/config.ts';
import { operatorCertificates, signedFirmware } from '../../src/csms/operator-credentials.ts';
import type { Action } from '../../src/ocpp/action.ts';
import { ACTIONS, mayRequest } from '../../src/ocpp/action.ts';
import type { GetVariableDataType, GetVariableResultType } from '../../src/ocpp/generated/messages.ts';
import { requestViolations } from '../../src/ocpp/validate.ts';
import { firmwareSignatureFits } from '../../src/pki/firmware.ts';
import { SECOND, wait } from '../../src/time/clock.ts';
import { testPki } from '../pki/kit.ts';
import { accepted, attach, IDENTITY, PASSWORD, plug, refusalOf, type ScriptedStation, setUp, TOKEN } from './kit.ts';

const variable = (component: string, name: string, instance?: string) => ({
  component: { name: component },
  variable: { name, ...(instance ? { instance } : {}) },
});
const LIMIT = variable('DeviceDataCtrlr', 'ItemsPerMessage', 'GetVariables');

/** Lets the station answer GetVariables with these values, in the order they were asked for. */
function answersWith(station: ScriptedStation, value: (data: GetVariableDataType) => string): void {
  station.answers.GetVariables = ({ getVariableData }) => ({
    getVariableResult: getVariableData.map(
      (data): GetVariableResultType => ({ ...data, attributeStatus: 'Accepted', attributeValue: value(data) }),
    ) as never,
  });
}

describe('defaults', () => {
  test.each(ACTIONS.filter((action) => mayRequest('csms', action)))('%s is valid and minimal without a word', async (action: Action) => {
    const { csms } = await accepted();
    expect(requestViolations(action, csms.compose(action, {}))).toEqual([]);
  });

  test('what the operator says goes on top, field by field and index by index', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'GetVariables', {
      getVariableData: [{ attributeType: 'Target' }, variable('AuthCtrlr', 'AuthorizeRemoteStart')],
    });
    expect(station.requests('GetVariables')).toEqual([
      {
        getVariableData: [
          { ...variable('OCPPCommCtrlr', 'OfflineThreshold'), attributeType: 'Target' },
          variable('AuthCtrlr', 'AuthorizeRemoteStart'),
        ],
      },
    ]);
  });

  test('a field that is undefined is left out', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'ReserveNow', { evseId: undefined });
    expect(station.requests('ReserveNow')).toEqual([
      { id: expect.any(Number), expiryDateTime: '2026-03-01T13:00:00.000Z', idToken: TOKEN },
    ]);
  });

  test('request ids are not used twice', async () => {
    const { csms, station } = await accepted();
    for (const reportBase of ['FullInventory', 'ConfigurationInventory', 'SummaryInventory'])
      await csms.send(IDENTITY, 'GetBaseReport', { reportBase });
    expect(new Set(station.requests('GetBaseReport').map(({ requestId }) => requestId)).size).toBe(3);
  });

  test('a reset is for the whole station and waits for idle unless told otherwise', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'Reset', {});
    await csms.send(IDENTITY, 'Reset', { type: 'Immediate', evseId: 1 });
    expect(station.requests('Reset')).toEqual([{ type: 'OnIdle' }, { type: 'Immediate', evseId: 1 }]);
  });

  test('a network profile describes the CSMS', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'SetNetworkProfile', { configurationSlot: 2 });
    expect(station.requests('SetNetworkProfile')).toEqual([
      {
        configurationSlot: 2,
        connectionData: {
          ocppVersion: 'OCPP20',
          ocppTransport: 'JSON',
          ocppCsmsUrl: csms.endpoints[0]?.url,
          messageTimeout: 30,
          securityProfile: 1,
          ocppInterface: 'Wired0',
        },
      },
    ]);
  });

  test('a network profile leads to the other endpoint where there are two', async () => {
    const { csms, station } = await accepted({ endpoints: [defaultEndpoint(), defaultEndpoint({ path: '/second' })] });
    await csms.send(IDENTITY, 'SetNetworkProfile', {});
    expect(station.requests('SetNetworkProfile')).toMatchObject([{ connectionData: { ocppCsmsUrl: csms.endpoints[1]?.url } }]);
  });

  test('a network profile leads to no endpoint that does not listen', async () => {
    const { csms, station } = await accepted({ endpoints: [defaultEndpoint(), defaultEndpoint({ path: '/second' })] });
    await csms.endpoints[1]?.close();
    await csms.send(IDENTITY, 'SetNetworkProfile', {});
    expect(station.requests('SetNetworkProfile')).toMatchObject([{ connectionData: { ocppCsmsUrl: csms.endpoints[0]?.url } }]);
  });

  test.each([
    ['CustomerInformation', { customerIdentifier: 'me' }, 'idToken'],
    ['ClearChargingProfile', { chargingProfileId: 4 }, 'chargingProfileCriteria'],
  ] as const)('%s with %j needs no %s', async (action, partial, unneeded) => {
    const { csms } = await accepted();
    expect(csms.compose(action, {})).toHaveProperty(unneeded);
    expect(csms.compose(action, partial)).not.toHaveProperty(unneeded);
  });

  test('charging profiles that are asked for by id are asked for by nothing else (K09.FR.03)', async () => {
    const { csms } = await accepted();
    const chargingProfile = { chargingProfileId: [4] };
    expect(csms.compose('GetChargingProfiles', { chargingProfile })).toEqual({ requestId: expect.any(Number), chargingProfile });
  });

  test('a trigger for StatusNotification names a connector (F06.FR.13)', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'TriggerMessage', { requestedMessage: 'StatusNotification' });
    expect(station.requests('TriggerMessage')).toEqual([{ requestedMessage: 'StatusNotification', evse: { id: 1, connectorId: 1 } }]);
  });
});

describe('limits of the station', () => {
  const five = [
    variable('DeviceDataCtrlr', 'ItemsPerMessage', 'GetReport'),
    LIMIT,
    variable('DeviceDataCtrlr', 'BytesPerMessage', 'GetReport'),
    variable('DeviceDataCtrlr', 'BytesPerMessage', 'GetVariables'),
    variable('AuthCtrlr', 'AuthorizeRemoteStart'),
  ];

  test('GetVariables is divided as TC_B_08_CSMS wants it: 4 and 1', async () => {
    const { csms, station } = await accepted();
    answersWith(station, () => '4');
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: [LIMIT] });
    const outcome = await csms.send(IDENTITY, 'GetVariables', { getVariableData: five });
    expect(station.requests('GetVariables').map(({ getVariableData }) => getVariableData.length)).toEqual([1, 4, 1]);
    expect(outcome).toMatchObject({ kind: 'result', payload: { getVariableResult: five }, sent: { getVariableData: five } });
  });

  test('a limit that came with a report counts as well', async () => {
    const { csms, station } = await accepted();
    await station.ask('NotifyReport', {
      requestId: 1,
      seqNo: 0,
      generatedAt: '2026-03-01T12:00:00Z',
      reportData: [{ ...LIMIT, variableAttribute: [{ value: '2' }] }],
    });
    answersWith(station, () => 'x');
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: five });
    expect(station.requests('GetVariables').map(({ getVariableData }) => getVariableData.length)).toEqual([2, 2, 1]);
  });

  test('SetVariables is divided too, and never names a variable twice in one message (B05.FR.11, B05.FR.13)', async () => {
    const { csms, station } = await accepted();
    answersWith(station, () => '2');
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: [variable('DeviceDataCtrlr', 'ItemsPerMessage', 'SetVariables')] });
    const set = (name: string, attributeValue: string) => ({ ...variable('OCPPCommCtrlr', name), attributeValue });
    const [a, b, c] = [set('OfflineThreshold', '1'), set('HeartbeatInterval', '2'), set('MessageTimeout', '3')];
    await csms.send(IDENTITY, 'SetVariables', { setVariableData: [a, b, c, { ...a, attributeType: 'Actual', attributeValue: '4' }] });
    expect(station.requests('SetVariables').map(({ setVariableData }) => setVariableData.map((data) => data.attributeValue))).toEqual([
      ['1', '2'],
      ['3'],
      ['4'],
    ]);
  });

  test('each part of a divided GetReport has a request id of its own (B08.FR.06)', async () => {
    const { csms, station } = await accepted();
    answersWith(station, () => '3');
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: [variable('DeviceDataCtrlr', 'ItemsPerMessage', 'GetReport')] });
    await csms.send(IDENTITY, 'GetReport', { componentCriteria: ['Available'], componentVariable: five });
    const reports = station.requests('GetReport');
    expect(reports.map(({ componentVariable }) => componentVariable?.length)).toEqual([3, 2]);
    expect(reports.map(({ componentCriteria }) => componentCriteria)).toEqual([['Available'], ['Available']]);
    expect(new Set(reports.map(({ requestId }) => requestId)).size).toBe(2);
  });
});

describe('outcomes', () => {
  test('a CALLERROR', async () => {
    const { csms, station } = await accepted();
    station.refuses.add('Reset');
    await expect(csms.send(IDENTITY, 'Reset', {})).resolves.toMatchObject({
      kind: 'error',
      code: 'NotSupported',
      sent: { type: 'OnIdle' },
    });
  });

  test('a divided request of which one part fails', async () => {
    const { csms, station } = await accepted();
    answersWith(station, () => '1');
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: [LIMIT] });
    csms.interceptors.push({
      request: (_action, payload) => {
        if (JSON.stringify(payload).includes('AuthorizeRemoteStart')) station.refuses.add('GetVariables');
        return payload;
      },
    });
    const getVariableData = [LIMIT, variable('AuthCtrlr', 'AuthorizeRemoteStart')];
    expect(await csms.send(IDENTITY, 'GetVariables', { getVariableData })).toMatchObject({ kind: 'error', code: 'NotSupported' });
  });

  test('no connection', async () => {
    const { csms } = await setUp();
    expect(await csms.send(IDENTITY, 'Reset', {})).toEqual({ kind: 'closed', sent: { type: 'OnIdle' } });
  });

  test('no answer within the message timeout', async () => {
    const setup = await setUp({ messageTimeout: 12 });
    await plug(setup);
    const before = setup.clock.now();
    expect((await setup.csms.send(IDENTITY, 'Reset', {})).kind).toBe('timeout');
    expect(setup.clock.now() - before).toBe(12 * SECOND);
  });

  test('what only stations request', async () => {
    const { csms } = await accepted();
    await expect(csms.send(IDENTITY, 'Heartbeat', {})).rejects.toThrow('Heartbeat is not a request that a CSMS makes');
  });

  test('a station that is not known', async () => {
    const { csms } = await accepted();
    await expect(csms.send('CS002', 'Reset', {})).rejects.toThrow('"CS002" is not known; known are: CS001');
  });
});

describe('living with what was really sent', () => {
  test('a variable counts with the value that a script put into the request', async () => {
    const { csms, station } = await accepted();
    const set = { ...variable('OCPPCommCtrlr', 'OfflineThreshold'), attributeValue: '77' };
    csms.interceptors.push({ request: (_action, payload) => ({ ...payload, setVariableData: [set] }) });
    station.answers.SetVariables = ({ setVariableData: [data] }) => ({
      setVariableResult: [{ ...variable('OCPPCommCtrlr', 'OfflineThreshold'), attributeStatus: data ? 'Accepted' : 'Rejected' }],
    });
    await csms.send(IDENTITY, 'SetVariables', { setVariableData: [{ attributeValue: '123' }] });
    expect(csms.show('OCPPCommCtrlr.OfflineThreshold')).toBe('77');
  });

  test('a request that a script made invalid teaches nothing and breaks nothing', async () => {
    const setup = await setUp();
    const { csms, crashes } = setup;
    const link = await plug(setup);
    const getVariableResult = [{ ...LIMIT, attributeStatus: 'Accepted', attributeValue: '4' }];
    link.listen({ text: (text) => link.send(JSON.stringify([3, JSON.parse(text)[1], { getVariableResult }])) });
    csms.interceptors.push({ request: () => ({ getVariableData: 'nonsense' }) });
    expect((await csms.send(IDENTITY, 'GetVariables', {})).kind).toBe('result');
    expect(csms.show('DeviceDataCtrlr.ItemsPerMessage[GetVariables]')).toBeUndefined();
    expect(crashes).toEqual([]);
  });
});

describe('what operators ask for beyond block B', () => {
  test.each(['SHA256', 'SHA384', 'SHA512'] as const)(
    'a certificate is deleted in the words of the station, %s (M04.FR.07)',
    async (hashAlgorithm) => {
      const { csms, station } = await accepted();
      const certificateHashData = { hashAlgorithm, issuerNameHash: 'ab', issuerKeyHash: 'cd', serialNumber: '5' };
      station.answers.GetInstalledCertificateIds = () => ({
        status: 'Accepted',
        certificateHashDataChain: [{ certificateType: 'CSMSRootCertificate', certificateHashData }],
      });
      await csms.send(IDENTITY, 'DeleteCertificate', {});
      expect(station.received.map(({ action }) => action)).toEqual(['GetInstalledCertificateIds', 'DeleteCertificate']);
      expect(station.requests('DeleteCertificate')).toEqual([{ certificateHashData }]);
    },
  );

  test('a certificate that the operator names is deleted without a question', async () => {
    const { csms, station } = await accepted();
    const certificateHashData = { hashAlgorithm: 'SHA256', issuerNameHash: 'ab', issuerKeyHash: 'cd', serialNumber: '5' };
    await csms.send(IDENTITY, 'DeleteCertificate', { certificateHashData });
    expect(station.received.map(({ action }) => action)).toEqual(['DeleteCertificate']);
  });

  test('an accepted password counts from now on, a rejected one does not (A01.FR.03, A01.FR.04)', async () => {
    const setup = await accepted();
    const { csms, station } = setup;
    const change = (attributeStatus: 'Accepted' | 'Rejected' | 'RebootRequired', attributeValue: string) => {
      station.answers.SetVariables = () => ({
        setVariableResult: [{ ...variable('SecurityCtrlr', 'BasicAuthPassword'), attributeStatus }],
      });
      return csms.send(IDENTITY, 'SetVariables', {
        setVariableData: [{ ...variable('SecurityCtrlr', 'BasicAuthPassword'), attributeValue }],
      });
    };
    await change('Accepted', 'accepted-password-1');
    await change('Rejected', 'rejected-password-1');
    station.answers.Reset = () => ({ status: 'Rejected' });
    await change('RebootRequired', 'rebooting-password-1');
    for (const password of [PASSWORD, 'rejected-password-1', 'rebooting-password-1'])
      expect(await refusalOf(plug(setup, { password }))).toEqual({ stage: 'upgrade', status: 401 });
    await attach(setup, { password: 'accepted-password-1' });
    expect(JSON.stringify(csms.state())).not.toContain('accepted-password-1');
  });

  test('a password that needs a reboot counts once the station has been told to reboot (A01.FR.04)', async () => {
    const setup = await accepted();
    const { csms, station } = setup;
    station.answers.SetVariables = () => ({
      setVariableResult: [{ ...variable('SecurityCtrlr', 'BasicAuthPassword'), attributeStatus: 'RebootRequired' }],
    });
    station.answers.Reset = () => ({ status: 'Accepted' });
    await csms.send(IDENTITY, 'SetVariables', {
      setVariableData: [{ ...variable('SecurityCtrlr', 'BasicAuthPassword'), attributeValue: 'rebooting-password-1' }],
    });
    await csms.idle();
    expect(await refusalOf(plug(setup, { password: PASSWORD }))).toEqual({ stage: 'upgrade', status: 401 });
    await attach(setup, { password: 'rebooting-password-1' });
  });

  test('requests about a transaction mean the one that is under way', async () => {
    const { csms, station } = await accepted();
    await station.ask('TransactionEvent', {
      eventType: 'Started',
      timestamp: '2026-03-01T12:00:00Z',
      triggerReason: 'CablePluggedIn',
      seqNo: 0,
      transactionInfo: { transactionId: 'T1' },
      evse: { id: 1, connectorId: 1 },
    });
    await station.ask('TransactionEvent', {
      eventType: 'Ended',
      timestamp: '2026-03-01T12:00:00Z',
      triggerReason: 'EVCommunicationLost',
      seqNo: 0,
      transactionInfo: { transactionId: 'T2' },
    });
    await csms.send(IDENTITY, 'GetTransactionStatus', {});
    await csms.send(IDENTITY, 'RequestStopTransaction', {});
    await csms.send(IDENTITY, 'SetChargingProfile', { chargingProfile: { chargingProfilePurpose: 'TxProfile' } });
    // Without an id it is about all of them (E14.FR.06).
    expect(station.requests('GetTransactionStatus')).toEqual([{}]);
    expect(station.requests('RequestStopTransaction')).toEqual([{ transactionId: 'T1' }]);
    expect(station.requests('SetChargingProfile')).toMatchObject([{ chargingProfile: { transactionId: 'T1' } }]);
  });

  test('a remote start carries the configured token', async () => {
    const { csms, station } = await accepted();
    await csms.send(IDENTITY, 'RequestStartTransaction', {});
    expect(station.requests('RequestStartTransaction')).toMatchObject([{ idToken: TOKEN, evseId: 1 }]);
  });

  test('firmware comes with its signing certificate and signature (L01.FR.11)', async () => {
    const bytes = Buffer.from('firmware');
    const firmware = signedFirmware(await testPki(), 'https://example.com/f.bin', bytes);
    expect(firmwareSignatureFits(bytes, firmware.signature ?? '', firmware.signingCertificate ?? '')).toBe(true);
    const { csms, station } = await accepted({ firmware });
    await csms.send(IDENTITY, 'UpdateFirmware', {});
    expect(station.requests('UpdateFirmware')).toMatchObject([{ firmware: { ...firmware, retrieveDateTime: '2026-03-01T12:00:00.000Z' } }]);
  });
});

test.each(['CSMSRootCertificate', 'ManufacturerRootCertificate', 'V2GRootCertificate', 'MORootCertificate'] as const)(
  '%s is installed as it was configured (M05)',
  async (certificateType) => {
    const certificates = operatorCertificates(await testPki());
    const { csms, station } = await accepted({ certificates });
    await csms.send(IDENTITY, 'InstallCertificate', { certificateType });
    expect(station.requests('InstallCertificate')).toEqual([{ certificateType, certificate: certificates[certificateType] }]);
  },
);

test('one CALL waits for the answer to the one before (Part 4, 4.1.1)', async () => {
  const { csms, station, clock } = await accepted();
  const outcomes = Promise.all(['Reset', 'ClearCache', 'GetLocalListVersion'].map((action) => csms.send(IDENTITY, action as Action, {})));
  station.answers.GetLocalListVersion = () => ({ versionNumber: 0 });
  await outcomes;
  await wait(clock, SECOND);
  expect(station.received.map(({ action }) => action)).toEqual(['Reset', 'ClearCache', 'GetLocalListVersion']);
});
