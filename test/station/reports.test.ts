import { describe, expect, test } from 'vitest';
import { STANDARD_VARIABLES, standardVariableOf } from '../../src/ocpp/device-model.ts';
import type { GetReportRequest, ReportBaseEnumType, ReportDataType } from '../../src/ocpp/generated/messages.ts';
import { misfit } from '../../src/station/device-model/formats.ts';
import { pathOf } from '../../src/station/device-model/path.ts';
import { type Csms, type Scene, scene } from './kit.ts';

const entries = (csms: Csms): ReportDataType[] => csms.of('NotifyReport').flatMap(({ reportData = [] }) => reportData);
const paths = (csms: Csms): string[] => entries(csms).map(pathOf);

async function base({ csms, station }: Scene, reportBase: ReportBaseEnumType): Promise<ReportDataType[]> {
  expect(await csms.ask('GetBaseReport', { requestId: 7, reportBase })).toEqual({ status: 'Accepted' });
  await station.idle();
  return entries(csms);
}

async function custom({ csms, station }: Scene, request: Omit<GetReportRequest, 'requestId'>): Promise<string[]> {
  expect(await csms.ask('GetReport', { requestId: 7, ...request })).toEqual({ status: 'Accepted' });
  await station.idle();
  return paths(csms);
}

describe('GetBaseReport (B07)', () => {
  test('comes in parts that count up from 0 and carry the request id', async () => {
    const all = await scene();
    await base(all, 'FullInventory');
    const parts = all.csms.of('NotifyReport');
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ seqNo }) => seqNo)).toEqual(parts.map((_part, index) => index));
    expect(parts.map(({ tbc }) => tbc)).toEqual(parts.map((_part, index) => index < parts.length - 1));
    for (const { requestId, generatedAt } of parts) expect([requestId, generatedAt]).toEqual([7, '2026-01-01T00:00:05.000Z']);
  });

  test('FullInventory lists every required variable once, as the specification describes it', async () => {
    const all = await scene();
    const report = await base(all, 'FullInventory');
    const reported = paths(all.csms);
    expect(new Set(reported).size).toBe(reported.length);
    for (const { component, variable, instance, required, per } of STANDARD_VARIABLES) {
      if (!required) continue;
      const named = `${variable}${instance ? `[${instance}]` : ''}`;
      const tiers = { chargingStation: [''], evse: ['(1)', '(2)'], connector: ['(1,1)', '(1,2)', '(2,1)'] }[per];
      for (const tier of tiers) expect(reported).toContain(`${component}${tier}.${named}`);
    }
    for (const entry of report) checkAgainstSpecification(entry);
  });

  function checkAgainstSpecification(entry: ReportDataType): void {
    const { component, variable, variableAttribute, variableCharacteristics } = entry;
    if (!variableCharacteristics) throw new Error(`${pathOf(entry)} has no characteristics`);
    const { dataType, unit, valuesList, minLimit, maxLimit } = variableCharacteristics;
    const [{ mutability, value, persistent } = {}] = variableAttribute;
    const lists = ['OptionList', 'MemberList', 'SequenceList'].includes(dataType);
    expect({ path: pathOf(entry), hasList: Boolean(valuesList) }).toEqual({ path: pathOf(entry), hasList: lists });
    expect({ path: pathOf(entry), hasValue: value !== undefined }).toEqual({ path: pathOf(entry), hasValue: mutability !== 'WriteOnly' });
    if (value) expect({ path: pathOf(entry), misfit: misfit(value, variableCharacteristics) }).toEqual({ path: pathOf(entry) });
    // All variables that are writable are persistent.
    if (mutability !== 'ReadOnly') expect(persistent).toBe(true);
    const standard = standardVariableOf(component.name, variable.name, variable.instance);
    if (!standard) return expect(['Problem', 'Available']).toContain(variable.name);
    expect(dataType).toBe(standard.dataType);
    if (standard.mutability.length > 0) expect(standard.mutability).toContain(mutability);
    if (standard.units.length > 0) expect(standard.units).toContain(unit);
    for (const limit of standard.reports)
      expect({ path: pathOf(entry), limit: { minLimit, maxLimit }[limit] }).not.toMatchObject({ limit: undefined });
    if (standard.values) for (const member of valuesList?.split(',') ?? []) expect(standard.values).toContain(member);
  }

  test('ConfigurationInventory lists what can be set and nothing else', async () => {
    const all = await scene();
    const full = await base(all, 'FullInventory');
    all.csms.forget();
    const report = await base(all, 'ConfigurationInventory');
    const writable = full.filter(({ variableAttribute }) => variableAttribute.some(({ mutability }) => mutability !== 'ReadOnly'));
    expect(report).toEqual(writable);
    expect(paths(all.csms)).toContain('SecurityCtrlr.BasicAuthPassword');
  });

  test('SummaryInventory lists availability and problems', async () => {
    const all = await scene();
    all.station.variables.set('EVSE(2).Problem', 'true');
    await base(all, 'SummaryInventory');
    expect(paths(all.csms).sort()).toEqual([
      'ChargingStation.AvailabilityState',
      'Connector(1,1).AvailabilityState',
      'Connector(1,2).AvailabilityState',
      'Connector(2,1).AvailabilityState',
      'EVSE(1).AvailabilityState',
      'EVSE(2).AvailabilityState',
      'EVSE(2).Problem',
    ]);
  });

  test('refuses a base report that it does not support, and sends none (B07.FR.02, B07.FR.05)', async () => {
    const { csms, station, pass } = await scene({ capabilities: { summaryInventory: false } });
    expect(await csms.ask('GetBaseReport', { requestId: 1, reportBase: 'SummaryInventory' })).toEqual({ status: 'NotSupported' });
    await station.idle();
    await pass(60);
    expect(csms.of('NotifyReport')).toEqual([]);
  });

  test('is Rejected while another report is sent (B07.FR.13)', async () => {
    const { csms, station } = await scene();
    const request = { requestId: 1, reportBase: 'FullInventory' as const };
    const [first, second] = await Promise.all([csms.ask('GetBaseReport', request), csms.ask('GetBaseReport', request)]);
    expect([first.status, second.status]).toEqual(['Accepted', 'Rejected']);
    await station.idle();
    expect(await csms.ask('GetBaseReport', request)).toEqual({ status: 'Accepted' });
  });

  test('is not sent where a script has answered otherwise', async () => {
    const { csms, station } = await scene();
    station.interceptors.push({ reply: () => ({ payload: { status: 'Rejected' } }) });
    await csms.ask('GetBaseReport', { requestId: 1, reportBase: 'FullInventory' });
    await station.idle();
    expect(csms.of('NotifyReport')).toEqual([]);
  });
});

describe('GetReport (B08)', () => {
  const EVSE_STATE = { component: { name: 'EVSE' }, variable: { name: 'AvailabilityState' } };

  test('reports one variable of one EVSE', async () => {
    const all = await scene();
    const componentVariable = [{ ...EVSE_STATE, component: { name: 'EVSE', evse: { id: 1 } } }] as const;
    expect(await custom(all, { componentVariable: [...componentVariable] })).toEqual(['EVSE(1).AvailabilityState']);
    expect(entries(all.csms)[0]).toEqual({
      component: { name: 'EVSE', evse: { id: 1 } },
      variable: { name: 'AvailabilityState' },
      variableAttribute: [{ type: 'Actual', value: 'Available', mutability: 'ReadOnly', persistent: false, constant: false }],
      variableCharacteristics: {
        dataType: 'OptionList',
        valuesList: 'Available,Occupied,Reserved,Unavailable,Faulted',
        supportsMonitoring: true,
      },
    });
  });

  test('takes what is left open for all there are (B08.FR.20 to B08.FR.25)', async () => {
    const report = async (component: object, variable?: object) =>
      custom(await scene(), {
        componentVariable: [{ component: component as { name: string }, ...(variable && { variable: variable as { name: string } }) }],
      });
    expect(await report({ name: 'EVSE' }, { name: 'AvailabilityState' })).toEqual([
      'EVSE(1).AvailabilityState',
      'EVSE(2).AvailabilityState',
    ]);
    expect(await report({ name: 'Connector', evse: { id: 1 } }, { name: 'ConnectorType' })).toEqual([
      'Connector(1,1).ConnectorType',
      'Connector(1,2).ConnectorType',
    ]);
    expect(await report({ name: 'DeviceDataCtrlr' }, { name: 'ItemsPerMessage' })).toEqual([
      'DeviceDataCtrlr.ItemsPerMessage[GetReport]',
      'DeviceDataCtrlr.ItemsPerMessage[GetVariables]',
      'DeviceDataCtrlr.ItemsPerMessage[SetVariables]',
    ]);
    expect(await report({ name: 'DeviceDataCtrlr' }, { name: 'ItemsPerMessage', instance: 'GetReport' })).toEqual([
      'DeviceDataCtrlr.ItemsPerMessage[GetReport]',
    ]);
    expect(await report({ name: 'ReservationCtrlr' })).toEqual([
      'ReservationCtrlr.Available',
      'ReservationCtrlr.Enabled',
      'ReservationCtrlr.NonEvseSpecific',
    ]);
  });

  test.each([
    ['Available', ['AuthCacheCtrlr.Available'], ['SmartChargingCtrlr.Available', 'TxCtrlr.TxStartPoint', 'AuthCacheCtrlr.Enabled']],
    ['Enabled', ['AuthCacheCtrlr.Enabled'], ['ISO15118Ctrlr.Enabled', 'AuthCacheCtrlr.Available']],
    ['Problem', ['EVSE(2).Problem'], ['EVSE(1).Problem', 'EVSE(2).AvailabilityState']],
  ] as const)('%s alone: the variable of that name wherever it is true', async (criterion, contained, missing) => {
    const all = await scene({ variables: { 'SmartChargingCtrlr.Available': 'false' } });
    all.station.variables.set('EVSE(2).Problem', 'true');
    const report = await custom(all, { componentCriteria: [criterion] });
    for (const path of contained) expect(report).toContain(path);
    for (const path of missing) expect(report).not.toContain(path);
  });

  test.each([
    ['Active', ['AuthCacheCtrlr.Available', 'SmartChargingCtrlr.Available', 'TxCtrlr.TxStartPoint'], []],
    ['Available', ['AuthCacheCtrlr.Available', 'TxCtrlr.TxStartPoint'], ['SmartChargingCtrlr.Available']],
    ['Enabled', ['AuthCacheCtrlr.Enabled', 'SmartChargingCtrlr.Available', 'TxCtrlr.TxStartPoint'], ['ISO15118Ctrlr.Enabled']],
    ['Problem', ['EVSE(2).Problem', 'EVSE(2).AvailabilityState'], ['EVSE(1).Problem', 'TxCtrlr.TxStartPoint']],
  ] as const)('%s: components with it, or without such a variable unless it is Problem', async (criterion, contained, missing) => {
    const all = await scene({ variables: { 'SmartChargingCtrlr.Available': 'false' } });
    all.station.variables.set('EVSE(2).Problem', 'true');
    const names = ['AuthCacheCtrlr', 'SmartChargingCtrlr', 'TxCtrlr', 'ISO15118Ctrlr', 'EVSE'];
    const report = await custom(all, { componentCriteria: [criterion], componentVariable: names.map((name) => ({ component: { name } })) });
    for (const path of contained) expect(report).toContain(path);
    for (const path of missing) expect(report).not.toContain(path);
  });

  test('meets any of several criteria (B08.FR.13)', async () => {
    const all = await scene();
    const report = await custom(all, { componentCriteria: ['Problem', 'Enabled'] });
    expect(report).toContain('AuthCacheCtrlr.Enabled');
  });

  test('is limited to criteria and variables alike (B08.FR.05)', async () => {
    const all = await scene();
    const componentVariable: GetReportRequest['componentVariable'] = [{ ...EVSE_STATE, component: { name: 'EVSE', evse: { id: 1 } } }];
    expect(await custom(all, { componentCriteria: ['Available'], componentVariable })).toEqual(['EVSE(1).AvailabilityState']);
    const empty = await all.csms.ask('GetReport', { requestId: 8, componentCriteria: ['Problem'], componentVariable });
    expect(empty).toEqual({ status: 'EmptyResultSet' });
  });

  test('is empty for what does not exist (B08.FR.15)', async () => {
    const { csms } = await scene();
    const componentVariable: GetReportRequest['componentVariable'] = [{ component: { name: 'Unknown' } }];
    expect(await csms.ask('GetReport', { requestId: 8, componentVariable })).toEqual({ status: 'EmptyResultSet' });
  });

  test('does not support criteria that it does not know (B08.FR.02)', async () => {
    const { csms } = await scene({ capabilities: { reportCriteria: ['Available'] } });
    expect(await csms.ask('GetReport', { requestId: 8, componentCriteria: ['Available', 'Active'] })).toEqual({ status: 'NotSupported' });
  });

  test('refuses more elements than it has announced (B08.FR.17)', async () => {
    const { csms } = await scene({ variables: { 'DeviceDataCtrlr.ItemsPerMessage[GetReport]': '1' } });
    const componentVariable = [EVSE_STATE, EVSE_STATE];
    expect(await csms.call('GetReport', { requestId: 8, componentVariable })).toMatchObject({ code: 'OccurrenceConstraintViolation' });
  });
});
