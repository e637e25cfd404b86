import { describe, expect, test } from 'vitest';
import { STANDARD_VARIABLES, standardVariableOf } from '../../src/ocpp/device-model.ts';
import { misfit } from '../../src/station/device-model/formats.ts';
import { keyOf, parsePath, pathOf } from '../../src/station/device-model/path.ts';

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
