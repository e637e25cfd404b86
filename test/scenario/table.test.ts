import { describe, expect, test } from 'vitest';
import { Scope } from '../../src/scenario/scope.ts';
import { compare, fill, parseTable } from '../../src/scenario/table.ts';

const scope = () => new Scope(new Map<string, unknown>([['EVSE', 1]]), () => 0);
const rows = (message: string, ...cells: string[][]) =>
  parseTable(
    cells.map((row, index) => ({ cells: row, source: { file: 'x.feature', line: index + 1 } })),
    message,
  );

describe('reading a table', () => {
  test.each([
    [['reson', 'PowerUp'], 'x.feature:1: BootNotificationRequest has no field "reson" there, did you mean "reason"?'],
    [['reason', 'PowerUpp'], 'x.feature:1: reason cannot be "PowerUpp"; it is one of'],
    [['chargingStation.modem.imsi.x', 'any'], 'x.feature:1: BootNotificationRequest has no field "x" there; it has none'],
    [['chargingStation[0].model', 'any'], 'x.feature:1: BootNotificationRequest has no list there'],
    [['reason'], 'x.feature:1: a row is | path | cell |'],
    [['reason', 'PowerUp', 'B01'], 'x.feature:1: "B01" is not a requirement id'],
  ])('%j', (row, message) => expect(() => rows('BootNotificationRequest', row)).toThrow(message));

  test('knows the fields of lists, filters, responses and custom data', () => {
    expect(() =>
      rows(
        'NotifyReportRequest',
        ['reportData[component.name=EVSE].variableAttribute[*].mutability', 'ReadOnly'],
        ['reportData.length', '1'],
        ['reportData[variable.name=Enabled].length', '> 0'],
        ['customData.anything', 'any'],
      ),
    ).not.toThrow();
    expect(() => rows('NotifyReportRequest', ['reportData[component.nam=EVSE].variable.name', 'any'])).toThrow('did you mean "name"');
  });
});

test('a filter takes an absent field for the value that the schema gives it', () => {
  const at = (timestamp: string, sampled: object) => ({ timestamp, sampledValue: [{ value: 1, ...sampled }] });
  const meterValue = [at('2026-01-01T00:00:00Z', {}), at('2026-01-01T00:01:00Z', { context: 'Transaction.End' })];
  const periodic = 'meterValue[sampledValue[0].context=Sample.Periodic]';
  const table = rows('TransactionEventRequest', [`${periodic}.length`, '1'], [`${periodic}.timestamp`, '2026-01-01T00:00:00Z']);
  expect(compare(table, { meterValue }, scope())).toEqual([]);
});

test('every row that a message does not satisfy is told, with where', () => {
  const table = rows(
    'NotifyReportRequest',
    ['reportData[*].variableAttribute[*].mutability', 'ReadOnly'],
    ['requestId', '7', 'B07.FR.04'],
    ['tbc', 'false'],
  );
  const payload = { requestId: 8, reportData: [{ variableAttribute: [{ mutability: 'ReadOnly' }, { mutability: 'ReadWrite' }] }] };
  expect(compare(table, payload, scope()).map(({ row, pointer, expected, actual }) => [row.label, pointer, expected, actual])).toEqual([
    [
      'reportData[*].variableAttribute[*].mutability',
      '/reportData/0/variableAttribute/1/mutability',
      'reportData[*].variableAttribute[*].mutability = ReadOnly',
      'ReadWrite',
    ],
    ['requestId', '/requestId', 'requestId = 7', 8],
  ]);
});

test('a list without elements satisfies nothing that is asked of its elements', () => {
  const table = rows('NotifyReportRequest', ['reportData[*].variableCharacteristics', 'present']);
  expect(compare(table, { reportData: [] }, scope())).toHaveLength(1);
  expect(compare(table, {}, scope())).toHaveLength(1);
});

test('a played party gets values of the types that the schema asks for', () => {
  const table = rows('ResetRequest', ['type', 'OnIdle'], ['evseId', '<EVSE>']);
  expect(fill(table, { type: 'Immediate', customData: {} }, scope())).toEqual({ type: 'OnIdle', evseId: 1, customData: {} });
  const times = rows('UpdateFirmwareRequest', ['firmware.retrieveDateTime', 'now - 2 h']);
  expect(fill(times, {}, scope())).toEqual({ firmware: { retrieveDateTime: '1969-12-31T22:00:00Z' } });
  const variables = rows(
    'SetVariablesRequest',
    ['setVariableData[0].attributeValue', '300'],
    ['setVariableData[0].attributeType', 'absent'],
  );
  expect(fill(variables, { setVariableData: [{ attributeType: 'Actual' }] }, scope())).toEqual({
    setVariableData: [{ attributeValue: '300' }],
  });
});

test('of several values a played party gives the one that it would give anyway, or else the first', () => {
  const table = rows('GetLogResponse', ['status', 'AcceptedCanceled or Accepted']);
  expect(fill(table, { status: 'Accepted' }, scope())).toEqual({ status: 'Accepted' });
  expect(fill(table, { status: 'Rejected' }, scope())).toEqual({ status: 'AcceptedCanceled' });
  expect(fill(table, {}, scope())).toEqual({ status: 'AcceptedCanceled' });
});

test('what a table remembers is known to the rows that follow', () => {
  const known = scope();
  compare(rows('GetBaseReportRequest', ['requestId', '>= 0 -> request']), { requestId: 12 }, known);
  expect(known.remembered('request')).toBe(12);
  expect(compare(rows('NotifyReportRequest', ['requestId', '$request']), { requestId: 12 }, known)).toEqual([]);
});

test('a row on a condition counts only if it holds', () => {
  const known = scope();
  known.remember('trigger', 'NotImplemented');
  const table = rows('BootNotificationRequest', ['reason', 'Triggered when $trigger is Accepted']);
  expect(compare(table, { reason: 'PowerUp' }, known)).toEqual([]);
  known.remember('trigger', 'Accepted');
  expect(compare(table, { reason: 'PowerUp' }, known)).toHaveLength(1);
});

test('what was remembered stays as it was, whatever a row below puts into it', () => {
  const evidence = { id: 1, connectorId: 2 };
  const remembered = scope();
  remembered.remember('evse', evidence);
  const table = rows('ChangeAvailabilityRequest', ['evse', '$evse'], ['evse.connectorId', '3']);
  expect(fill(table, { operationalStatus: 'Operative' }, remembered).evse).toEqual({ id: 1, connectorId: 3 });
  expect(evidence).toEqual({ id: 1, connectorId: 2 });
});
