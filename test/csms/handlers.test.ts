import { describe, expect, test } from 'vitest';
import type { CsmsConfig } from '../../src/csms/config.ts';
import type { RequestOf } from '../../src/ocpp/action.ts';
import { accepted, IDENTITY, NOON, type ScriptedStation, TOKEN } from './kit.ts';

const at = { timestamp: NOON };

/** A TransactionEvent with what matters to a test. */
const event = (seqNo: number, more: Partial<RequestOf<'TransactionEvent'>> = {}): RequestOf<'TransactionEvent'> => ({
  eventType: seqNo === 0 ? 'Started' : 'Updated',
  ...at,
  triggerReason: 'ChargingStateChanged',
  seqNo,
  transactionInfo: { transactionId: 'T1' },
  ...more,
});
const reading = (value: number, unitOfMeasure?: { unit?: string; multiplier?: number }) => [
  { ...at, sampledValue: [{ value, ...(unitOfMeasure ? { unitOfMeasure } : {}) }] },
];

describe('Authorize', () => {
  const ask = async (tokens: CsmsConfig['tokens'], idToken: RequestOf<'Authorize'>['idToken']) => {
    const { station } = await accepted({ tokens });
    return station.ask('Authorize', { idToken });
  };

  test('a known token is accepted', async () => {
    expect(await ask([TOKEN], TOKEN)).toEqual({ idTokenInfo: { status: 'Accepted' } });
  });

  test('upper and lower case are the same', async () => {
    expect((await ask([TOKEN], { ...TOKEN, idToken: '04e1a2b3' })).idTokenInfo.status).toBe('Accepted');
  });

  test.each([
    ['of another type', { ...TOKEN, type: 'ISO15693' as const }, 'Unknown'],
    ['that is not known', { ...TOKEN, idToken: 'X' }, 'Unknown'],
    ['that is a wrong key code (C04.FR.01)', { idToken: '0000', type: 'KeyCode' as const }, 'Invalid'],
    ['for no authorization (C02.FR.02)', { idToken: '', type: 'NoAuthorization' as const }, 'Accepted'],
  ])('a token %s', async (_name, idToken, status) => {
    expect((await ask([TOKEN], idToken)).idTokenInfo).toEqual({ status });
  });

  test.each(['Blocked', 'Expired', 'NoCredit'] as const)('a token that is configured as %s', async (status) => {
    expect((await ask([{ ...TOKEN, status }], TOKEN)).idTokenInfo.status).toBe(status);
  });

  test('group, cache expiry, languages and message are told (C09.FR.09)', async () => {
    const groupIdToken = { idToken: 'GROUP', type: 'Central' as const };
    const personalMessage = { format: 'UTF8' as const, content: 'Hello' };
    const token = { ...TOKEN, groupIdToken, cacheExpiry: 3600, language1: 'nl', language2: 'en', personalMessage };
    expect(await ask([token], TOKEN)).toEqual({
      idTokenInfo: {
        status: 'Accepted',
        groupIdToken,
        cacheExpiryDateTime: '2026-03-01T13:00:00.000Z',
        language1: 'nl',
        language2: 'en',
        personalMessage,
      },
    });
  });

  test.each([
    ['Accepted', 'Accepted'],
    ['NoCredit', 'Accepted'],
    ['Blocked', 'ContractCancelled'],
  ] as const)('a contract whose token is %s has certificate status %s (C07.FR.13, C07.FR.14)', async (status, certificateStatus) => {
    const { station } = await accepted({ tokens: [{ ...TOKEN, status }] });
    expect(await station.ask('Authorize', { idToken: TOKEN, certificate: 'PEM' })).toEqual({ idTokenInfo: { status }, certificateStatus });
  });
});

describe('the tariff in AuthorizeResponse (I01)', () => {
  const AVAILABLE = { component: { name: 'TariffCostCtrlr' }, variable: { name: 'Available', instance: 'Tariff' } };
  const CURRENCY = { component: { name: 'TariffCostCtrlr' }, variable: { name: 'Currency' } };

  async function messageAfter(available: string): Promise<unknown> {
    const { csms, station } = await accepted({ tariff: { perKwh: 0.4 } });
    const values = { Available: available, Currency: 'EUR' } as Record<string, string>;
    station.answers.GetVariables = ({ getVariableData }) => ({
      getVariableResult: getVariableData.map((data) => ({
        ...data,
        attributeStatus: 'Accepted',
        attributeValue: values[data.variable.name] ?? '',
      })) as never,
    });
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: [AVAILABLE, CURRENCY] });
    return (await station.ask('Authorize', { idToken: TOKEN })).idTokenInfo.personalMessage;
  }

  test('is told where the station shows it (I01.FR.01)', async () => {
    expect(await messageAfter('true')).toEqual({ format: 'UTF8', language: 'en', content: '0.40 EUR per kWh' });
  });

  test('is kept back from a station that does not (I01.FR.02)', async () => {
    expect(await messageAfter('false')).toBeUndefined();
    const { station } = await accepted({ tariff: { perKwh: 0.4 } });
    expect((await station.ask('Authorize', { idToken: TOKEN })).idTokenInfo.personalMessage).toBeUndefined();
  });
});

describe('TransactionEvent', () => {
  test('the token is judged where there is one (E01.FR.12)', async () => {
    const { station } = await accepted();
    expect(await station.ask('TransactionEvent', event(0, { idToken: TOKEN }))).toEqual({ idTokenInfo: { status: 'Accepted' } });
    expect(await station.ask('TransactionEvent', event(1))).toEqual({});
    expect(await station.ask('TransactionEvent', event(2, { idToken: { ...TOKEN, idToken: 'X' } }))).toEqual({
      idTokenInfo: { status: 'Unknown' },
    });
  });

  test('another token of the same group is accepted, with the group (TC_C_39_CSMS, C09.FR.12)', async () => {
    const groupIdToken = { idToken: 'GROUP', type: 'Central' as const };
    const second = { ...TOKEN, idToken: 'SECOND' };
    const { station } = await accepted({ tokens: [TOKEN, second].map((token) => ({ ...token, groupIdToken })) });
    for (const [seqNo, idToken] of [TOKEN, second].entries())
      expect(await station.ask('TransactionEvent', event(seqNo, { idToken }))).toEqual({
        idTokenInfo: { status: 'Accepted', groupIdToken },
      });
  });

  test('the total cost is that of the energy: 5 kWh at 0.25 (TC_I_02_CSMS)', async () => {
    const { station } = await accepted({ tariff: { perKwh: 0.25 } });
    expect(await station.ask('TransactionEvent', event(0, { meterValue: reading(1000) }))).toEqual({ totalCost: 0 });
    expect(await station.ask('TransactionEvent', event(1, { meterValue: reading(3) }))).toEqual({ totalCost: 0.25 });
    expect(await station.ask('TransactionEvent', event(2, { eventType: 'Ended', meterValue: reading(6, { unit: 'kWh' }) }))).toEqual({
      totalCost: 1.5,
    });
  });

  test('multipliers count, other measurands and phases do not', async () => {
    const { csms, station } = await accepted();
    const sampledValue = [
      { value: 2, unitOfMeasure: { multiplier: 3 } },
      { value: 9e9, measurand: 'Power.Active.Import' as const },
      { value: 9e9, phase: 'L1' as const },
      { value: 9e9, location: 'EV' as const },
    ];
    await station.ask('TransactionEvent', event(0, { meterValue: reading(500) }));
    await station.ask('TransactionEvent', event(1, { meterValue: [{ ...at, sampledValue }] }));
    expect(csms.show('transaction T1 energy')).toBe('1500');
  });

  test('without a tariff nothing is said of costs; a free one costs 0 (I03.FR.04)', async () => {
    const ended = event(1, { eventType: 'Ended', meterValue: reading(6000) });
    expect(await (await accepted()).station.ask('TransactionEvent', ended)).toEqual({});
    expect(await (await accepted({ tariff: { perKwh: 0 } })).station.ask('TransactionEvent', ended)).toEqual({ totalCost: 0 });
  });

  test('events that come late fill the gaps (TC_E_31_CSMS)', async () => {
    const { csms, station } = await accepted();
    await station.ask('TransactionEvent', event(0));
    await station.ask(
      'TransactionEvent',
      event(3, { eventType: 'Ended', transactionInfo: { transactionId: 'T1', chargingState: 'Idle' } }),
    );
    expect([csms.show('transaction T1'), csms.show('transaction T1 missing')]).toEqual(['ended', '1, 2']);
    await station.ask('TransactionEvent', event(1, { transactionInfo: { transactionId: 'T1', chargingState: 'Charging' } }));
    await station.ask('TransactionEvent', event(2));
    expect([csms.show('transaction'), csms.show('transaction T1 missing')]).toEqual(['ended', '']);
    expect(csms.show('transaction T1 state')).toBe('Idle');
  });
});

describe('reports', () => {
  const variableAttribute = [{ value: '120' }, { type: 'Target' as const, value: '130' }];
  const data = (name: string) => ({ component: { name: 'OCPPCommCtrlr' }, variable: { name }, variableAttribute });
  const part = (seqNo: number, tbc: boolean, ...names: string[]) => ({
    requestId: 5,
    generatedAt: NOON,
    seqNo,
    tbc,
    reportData: names.map(data),
  });

  test('are put together by request id, whatever the order', async () => {
    const { csms, station } = await accepted();
    await csms.send('CS001', 'GetBaseReport', { requestId: 5, reportBase: 'ConfigurationInventory' });
    expect(csms.show('report 5')).toBe('incomplete');
    await station.ask('NotifyReport', part(2, false, 'C'));
    for (const _ of ['first', 'repeated']) await station.ask('NotifyReport', part(0, true, 'A'));
    expect(csms.show('report 5')).toBe('incomplete');
    await station.ask('NotifyReport', part(1, true, 'B', 'OfflineThreshold'));
    expect(['report 5', 'report', 'report 5 kind', 'report 5 variables'].map((what) => csms.show(what))).toEqual([
      'complete',
      'complete',
      'ConfigurationInventory',
      '4',
    ]);
    expect(csms.show('OCPPCommCtrlr.OfflineThreshold')).toBe('120');
    expect(csms.show('ocppcommctrlr.offlinethreshold:target')).toBe('130');
  });

  test('that do not come are shown as what the station said (TC_B_18_CSMS)', async () => {
    const { csms, station } = await accepted();
    station.answers.GetReport = () => ({ status: 'EmptyResultSet' });
    await csms.send('CS001', 'GetReport', { requestId: 6, componentCriteria: ['Problem'] });
    expect(csms.show('report 6')).toBe('EmptyResultSet');
  });

  test.each([
    ['NotifyMonitoringReport', { seqNo: 0, generatedAt: NOON }],
    ['NotifyCustomerInformation', { seqNo: 0, generatedAt: NOON, data: 'text' }],
    ['NotifyDisplayMessages', {}],
    ['ReportChargingProfiles', { chargingLimitSource: 'CSO', evseId: 1, chargingProfile: [] }],
  ] as const)('%s has parts too', async (action, payload) => {
    const { csms, station } = await accepted();
    const chargingProfile = [
      {
        id: 1,
        stackLevel: 0,
        chargingProfilePurpose: 'TxProfile' as const,
        chargingProfileKind: 'Relative' as const,
        chargingSchedule: [{ id: 1, chargingRateUnit: 'A' as const, chargingSchedulePeriod: [{ startPeriod: 0, limit: 6 }] }],
      },
    ];
    const first = { ...payload, requestId: 9, tbc: true, ...('chargingProfile' in payload ? { chargingProfile } : {}) };
    await station.ask(action, first as never);
    expect(csms.show('report 9')).toBe('incomplete');
    await station.ask(action, { ...first, tbc: false, ...('seqNo' in payload ? { seqNo: 1 } : {}) } as never);
    expect(csms.show('report 9')).toBe('complete');
  });
});

describe('charging needs (TC_K_57_CSMS)', () => {
  const started = (station: ScriptedStation) => station.ask('TransactionEvent', event(0, { evse: { id: 1, connectorId: 1 } }));
  const ac = {
    requestedEnergyTransfer: 'AC_three_phase',
    acChargingParameters: { energyAmount: 20000, evMinCurrent: 6, evMaxCurrent: 20, evMaxVoltage: 230 },
  } as const;

  test('are met with one TxProfile for the transaction at that EVSE', async () => {
    const { csms, station } = await accepted();
    await started(station);
    const chargingNeeds = { ...ac, departureTime: '2026-03-01T14:00:00Z' };
    expect(await station.ask('NotifyEVChargingNeeds', { evseId: 1, maxScheduleTuples: 1, chargingNeeds })).toEqual({ status: 'Accepted' });
    await csms.idle();
    expect(station.requests('SetChargingProfile')).toMatchObject([
      {
        evseId: 1,
        chargingProfile: {
          chargingProfilePurpose: 'TxProfile',
          transactionId: 'T1',
          // It took a second to work out.
          chargingSchedule: [{ duration: 7199, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 20 }] }],
        },
      },
    ]);
  });

  test('of a DC charger are met in watts, within power and current', async () => {
    const { csms, station } = await accepted();
    await started(station);
    const dcChargingParameters = { evMaxCurrent: 100, evMaxVoltage: 400, evMaxPower: 30000 };
    await station.ask('NotifyEVChargingNeeds', { evseId: 1, chargingNeeds: { requestedEnergyTransfer: 'DC', dcChargingParameters } });
    await csms.idle();
    const [request] = station.requests('SetChargingProfile');
    expect(request?.chargingProfile.chargingSchedule).toMatchObject([
      { chargingRateUnit: 'W', chargingSchedulePeriod: [{ startPeriod: 0, limit: 30000 }] },
    ]);
  });

  test('that are renegotiated keep the profile id (K01.FR.39)', async () => {
    const { csms, station } = await accepted();
    await started(station);
    for (const evMaxCurrent of [20, 10]) {
      const acChargingParameters = { ...ac.acChargingParameters, evMaxCurrent };
      await station.ask('NotifyEVChargingNeeds', { evseId: 1, chargingNeeds: { ...ac, acChargingParameters } });
      await csms.idle();
    }
    const ids = station.requests('SetChargingProfile').map(({ chargingProfile }) => chargingProfile.id);
    expect(ids[1]).toBe(ids[0]);
  });

  test('without a transaction cannot be met (K15.FR.04)', async () => {
    const { csms, station } = await accepted();
    expect(await station.ask('NotifyEVChargingNeeds', { evseId: 1, chargingNeeds: ac })).toEqual({ status: 'Rejected' });
    await csms.idle();
    expect(station.received).toEqual([]);
  });

  test('after the end of the transaction cannot be met either', async () => {
    const { station } = await accepted();
    await started(station);
    await station.ask('TransactionEvent', event(1, { eventType: 'Ended' }));
    expect(await station.ask('NotifyEVChargingNeeds', { evseId: 1, chargingNeeds: ac })).toEqual({ status: 'Rejected' });
  });

  test('that a script rejects are not met', async () => {
    const { csms, station } = await accepted();
    await started(station);
    csms.interceptors.push({ reply: () => ({ payload: { status: 'Rejected' } }) });
    await station.ask('NotifyEVChargingNeeds', { evseId: 1, chargingNeeds: ac });
    await csms.idle();
    expect(station.received).toEqual([]);
  });

  test.each([
    [20, 'Accepted'],
    [21, 'Rejected'],
  ] as const)('a schedule of %i A under a limit of 20 A is %s (K15.FR.11, K15.FR.12)', async (limit, status) => {
    const { csms, station } = await accepted();
    await started(station);
    await station.ask('NotifyEVChargingNeeds', { evseId: 1, chargingNeeds: ac });
    await csms.idle();
    const chargingSchedule = { id: 1, chargingRateUnit: 'A' as const, chargingSchedulePeriod: [{ startPeriod: 0, limit }] };
    expect(await station.ask('NotifyEVChargingSchedule', { timeBase: NOON, evseId: 1, chargingSchedule })).toEqual({ status });
  });
});

describe('what is noted', () => {
  test('the status of a connector, told either way (G01)', async () => {
    const { csms, station } = await accepted();
    await station.ask('StatusNotification', { ...at, connectorStatus: 'Occupied', evseId: 1, connectorId: 2 });
    expect(csms.show('connector 1.2')).toBe('Occupied');
    await station.ask('NotifyEvent', {
      generatedAt: NOON,
      seqNo: 0,
      eventData: [
        {
          eventId: 1,
          ...at,
          trigger: 'Delta',
          actualValue: 'Available',
          component: { name: 'Connector', evse: { id: 1, connectorId: 2 } },
          variable: { name: 'AvailabilityState' },
          eventNotificationType: 'HardWiredNotification',
        },
      ],
    });
    expect(csms.show('connector 1.2')).toBe('Available');
    expect(csms.show('Connector(1,2).AvailabilityState')).toBe('Available');
  });

  test.each([
    ['FirmwareStatusNotification', { status: 'InvalidSignature', requestId: 3 }, 'firmware 3', 'InvalidSignature'],
    ['PublishFirmwareStatusNotification', { status: 'Published', requestId: 3, location: ['x'] }, 'published firmware 3', 'Published'],
    ['LogStatusNotification', { status: 'Uploaded', requestId: 4 }, 'log 4', 'Uploaded'],
    ['ReservationStatusUpdate', { reservationId: 5, reservationUpdateStatus: 'Removed' }, 'reservation 5', 'Removed'],
    ['NotifyChargingLimit', { evseId: 1, chargingLimit: { chargingLimitSource: 'EMS' } }, 'charging limit 1', 'EMS'],
    ['SecurityEventNotification', { ...at, type: 'InvalidFirmwareSignature' }, 'security-events', 'InvalidFirmwareSignature'],
  ] as const)('%s', async (action, payload, what, shown) => {
    const { csms, station } = await accepted();
    expect(await station.ask(action, payload as never)).toEqual({});
    expect(csms.show(what)).toBe(shown);
  });

  test('a charging limit that is cleared is no longer shown', async () => {
    const { csms, station } = await accepted();
    await station.ask('NotifyChargingLimit', { evseId: 1, chargingLimit: { chargingLimitSource: 'EMS' } });
    await station.ask('ClearedChargingLimit', { evseId: 1, chargingLimitSource: 'EMS' });
    expect(csms.show('charging limit 1')).toBeUndefined();
  });
});

describe('what this CSMS cannot do', () => {
  test.each([
    ['DataTransfer', { vendorId: 'x', messageId: 'y' }, { status: 'UnknownVendorId' }],
    ['SignCertificate', { csr: 'PEM' }, { status: 'Rejected' }],
    ['Get15118EVCertificate', { iso15118SchemaVersion: 'v', action: 'Install', exiRequest: 'e' }, { status: 'Failed', exiResponse: '' }],
    [
      'GetCertificateStatus',
      { ocspRequestData: { hashAlgorithm: 'SHA256', issuerNameHash: 'a', issuerKeyHash: 'b', serialNumber: 'c', responderURL: 'd' } },
      { status: 'Failed' },
    ],
    ['MeterValues', { evseId: 0, meterValue: reading(1) }, {}],
  ] as const)('%s', async (action, request, response) => {
    const { station } = await accepted();
    expect(await station.ask(action, request as never)).toEqual(response);
  });

  test('an action that is configured as unsupported', async () => {
    const { station } = await accepted({ capabilities: { unsupported: ['DataTransfer'], contractValidation: false } });
    expect(await station.errorOf('DataTransfer', { vendorId: 'x' })).toBe('NotSupported');
  });
});
