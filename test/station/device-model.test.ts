import { describe, expect, test } from 'vitest';
import { STANDARD_VARIABLES, standardVariableOf } from '../../src/ocpp/device-model.ts';
import { defaultStationConfig } from '../../src/station/config.ts';
import { misfit } from '../../src/station/device-model/formats.ts';
import { inventory } from '../../src/station/device-model/inventory.ts';
import { type Address, keyOf, parsePath, pathOf } from '../../src/station/device-model/path.ts';

describe('the table of standardized variables', () => {
  test('lists each once', () => {
    const names = STANDARD_VARIABLES.map(({ component, variable, instance = '' }) => `${component}.${variable}[${instance}]`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('uses only what OCPP knows', () => {
    for (const { dataType, mutability, units, reports, per, minLimit = 0, maxLimit = 1, maxLimitAtLeast = 0 } of STANDARD_VARIABLES) {
      expect(['string', 'decimal', 'integer', 'dateTime', 'boolean', 'OptionList', 'SequenceList', 'MemberList']).toContain(dataType);
      for (const one of mutability) expect(['ReadOnly', 'ReadWrite', 'WriteOnly']).toContain(one);
      for (const unit of units) expect(['s', 'B', 'Wh', 'kWh', 'W', 'kW', 'Percent']).toContain(unit);
      for (const limit of reports) expect(['minLimit', 'maxLimit']).toContain(limit);
      expect(['chargingStation', 'evse', 'connector']).toContain(per);
      expect(minLimit).toBeLessThanOrEqual(maxLimit);
      expect(maxLimitAtLeast).toBeLessThanOrEqual(maxLimit);
    }
  });

  test.each([
    ['OCPPCommCtrlr', 'OfflineThreshold', undefined, { required: true, dataType: 'integer', units: ['s'], mutability: ['ReadWrite'] }],
    ['OCPPCommCtrlr', 'MessageTimeout', 'Default', { required: true, mutability: ['ReadOnly'] }],
    ['OCPPCommCtrlr', 'HeartbeatInterval', undefined, { required: false, minLimit: 1 }],
    ['SecurityCtrlr', 'BasicAuthPassword', undefined, { mutability: ['WriteOnly'], maxLimitAtLeast: 40, maxLimit: 64 }],
    ['AuthCtrlr', 'AuthorizeRemoteStart', undefined, { required: true, mutability: ['ReadOnly', 'ReadWrite'] }],
    ['EVSE', 'Power', undefined, { per: 'evse', units: ['W', 'kW'], reports: ['maxLimit'] }],
    ['Connector', 'AvailabilityState', undefined, { per: 'connector', required: false, values: expect.arrayContaining(['Faulted']) }],
    ['ClockCtrlr', 'TimeOffset', 'NextTransition', { dataType: 'string' }],
    // The station names the instances itself.
    ['ClockCtrlr', 'NtpServerUri', '2', { instance: '*' }],
    ['ocppcommctrlr', 'offlinethreshold', undefined, { variable: 'OfflineThreshold' }],
  ])('%s.%s[%s]', (component, variable, instance, expected) => {
    expect(standardVariableOf(component, variable, instance)).toMatchObject(expected);
  });

  test('knows nothing else', () => {
    expect(standardVariableOf('OCPPCommCtrlr', 'MessageTimeout')).toBeUndefined();
    expect(standardVariableOf('OCPPCommCtrlr', 'MessageTimeout', 'Other')).toBeUndefined();
    expect(standardVariableOf('Nowhere', 'Man')).toBeUndefined();
  });
});

describe('paths', () => {
  test.each([
    'TxCtrlr.TxStartPoint',
    'OCPPCommCtrlr.MessageTimeout[Default]',
    'EVSE(1).Available',
    'Connector(1,2).ConnectorType',
    'FiscalMetering[main](1).PublicKey[a b]',
  ])('%s', (path) => {
    expect(pathOf(parsePath(path) as NonNullable<ReturnType<typeof parsePath>>)).toBe(path);
  });

  test.each(['', 'TxCtrlr', 'TxCtrlr.', '.TxStartPoint', 'EVSE(x).Available', 'EVSE(1.Available', 'A.B.C'])('%j is none', (path) => {
    expect(parsePath(path)).toBeUndefined();
  });

  test('an empty instance is none, and case does not matter', () => {
    const variable = { name: 'txstartpoint', instance: '' };
    expect(keyOf({ component: { name: 'TXCTRLR' }, variable })).toBe(
      keyOf({ component: { name: 'TxCtrlr' }, variable: { name: 'TxStartPoint' } }),
    );
  });
});

describe('formats', () => {
  const characteristics = { supportsMonitoring: false };

  test.each([
    ['integer', '0', undefined],
    ['integer', '-1', undefined],
    ['integer', '-0', 'InvalidValue'],
    ['integer', '2147483647', undefined],
    ['integer', '2147483648', 'InvalidValue'],
    ['integer', '1e3', 'InvalidValue'],
    ['decimal', '-0.5', undefined],
    ['decimal', '1.123456', undefined],
    ['decimal', '1.1234567', 'InvalidValue'],
    ['decimal', '.5', 'InvalidValue'],
    ['boolean', 'false', undefined],
    ['boolean', 'FALSE', 'InvalidValue'],
    ['dateTime', '2026-01-01T00:00:00Z', undefined],
    ['dateTime', '2026-02-30T00:00:00', 'InvalidValue'],
    ['string', '', undefined],
  ] as const)('%s %j: %s', (dataType, value, expected) => {
    expect(misfit(value, { ...characteristics, dataType })).toBe(expected);
  });

  test.each([
    ['OptionList', 'a', undefined],
    ['OptionList', 'a,b', 'InvalidValue'],
    ['OptionList', '', 'InvalidValue'],
    ['MemberList', 'b, a', undefined],
    ['MemberList', '', undefined],
    ['SequenceList', 'b,a', undefined],
    ['SequenceList', 'a,a', 'InvalidValue'],
    ['SequenceList', 'a,c', 'InvalidValue'],
  ] as const)('%s of a,b: %j: %s', (dataType, value, expected) => {
    expect(misfit(value, { ...characteristics, dataType, valuesList: 'a,b' })).toBe(expected);
  });

  test('limits bound numbers by value and texts by length', () => {
    const limits = { minLimit: 2, maxLimit: 3 };
    expect(['1', '2', '4'].map((value) => misfit(value, { ...characteristics, ...limits, dataType: 'integer' }))).toEqual([
      'ValueTooLow',
      undefined,
      'ValueTooHigh',
    ]);
    expect(['a', 'ab', 'abcd'].map((value) => misfit(value, { ...characteristics, ...limits, dataType: 'string' }))).toEqual([
      'ValueTooLow',
      undefined,
      'ValueTooHigh',
    ]);
  });
});

describe('stations of a kind', () => {
  const THRESHOLD = 'OCPPCommCtrlr.OfflineThreshold';
  const fresh = (variables: Record<string, string | null> = {}) => inventory(defaultStationConfig({ variables }));

  test('have values of their own', () => {
    const [one, other] = [fresh(), fresh()];
    one.set(THRESHOLD, '7');
    const found = other.find(parsePath('AuthCtrlr.Enabled') as Address);
    if (found?.attributes[0]) found.attributes[0].value = 'false';
    expect([one, other, fresh()].map((variables) => [variables.get(THRESHOLD), variables.get('AuthCtrlr.Enabled')])).toEqual([
      ['7', 'true'],
      ['60', 'false'],
      ['60', 'true'],
    ]);
    expect(one.all().find(({ variable }) => variable.name === 'OfflineThreshold')?.attributes[0]?.value).toBe('7');
  });

  test('are bound to parts of their own', () => {
    const [one, other] = [fresh(), fresh()];
    const heard: string[] = [];
    one.bind(THRESHOLD, { read: () => '1', changed: () => heard.push('bound') });
    one.watch(() => heard.push('watched'));
    one.set(THRESHOLD, '9');
    one.set('AuthCtrlr.Enabled', 'false');
    other.set(THRESHOLD, '8');
    expect(heard).toEqual(['bound', 'watched']);
    expect([one.get(THRESHOLD), other.get(THRESHOLD)]).toEqual(['1', '8']);
  });

  test('forget in a reboot what is not persistent', () => {
    const variables = fresh();
    variables.set(THRESHOLD, '7');
    variables.set('ChargingStation.Problem', 'true');
    variables.reboot();
    expect([variables.get(THRESHOLD), variables.get('ChargingStation.Problem')]).toEqual(['7', 'false']);
  });

  test('are of another kind if another variable is configured', () => {
    const lacking = fresh({ [THRESHOLD]: null, 'AuthCtrlr.Enabled': 'false' });
    expect([lacking.has(THRESHOLD), lacking.get('AuthCtrlr.Enabled')]).toEqual([false, 'false']);
    expect([fresh().has(THRESHOLD), fresh().get('AuthCtrlr.Enabled')]).toEqual([true, 'true']);
  });
});
