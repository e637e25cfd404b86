import { expect, test } from 'vitest';
import type { NotifyReportRequest } from '../../../src/ocpp/generated/messages.ts';
import type { Party } from '../../../src/ocpp/party.ts';
import { answersTo, isWhole, partsOf, requestsByCsms, upgradeIn } from '../../../src/plan/probe/from-trace.ts';
import { readVariables, reportedVariables } from '../../../src/plan/probe/inventory.ts';
import { Trace } from '../../../src/trace/trace.ts';

const part = (seqNo: number, tbc?: boolean, requestId = 1): NotifyReportRequest => ({
  requestId,
  seqNo,
  generatedAt: '2026-01-01T00:00:00Z',
  ...(tbc === undefined ? {} : { tbc }),
});

function traceOf(...frames: [Party, unknown[]][]): Trace {
  const trace = new Trace(() => 0);
  for (const [from, frame] of frames) trace.append({ kind: 'frame', connection: 1, from, text: JSON.stringify(frame) });
  return trace;
}

test.each([
  ['one part', [part(0)], true],
  ['parts in any order', [part(1, false), part(0, true)], true],
  ['more to come', [part(0, true)], false],
  ['one lost', [part(0, true), part(2, false)], false],
  ['one twice', [part(0, true), part(0, true), part(1)], true],
  ['none', [], false],
])('a report of %s', (_, parts, whole) => {
  expect(isWhole(parts)).toBe(whole);
});

test('parts belong to the report that was asked for', () => {
  const { entries } = traceOf(
    ['station', [2, 'a', 'NotifyReport', part(0, true, 7)]],
    ['csms', [3, 'a', {}]],
    ['station', [2, 'b', 'NotifyReport', part(0, false, 8)]],
    ['station', [2, 'c', 'NotifyReport', part(1, false, 7)]],
  );
  expect(partsOf(entries, 7).map(({ seqNo }) => seqNo)).toEqual([0, 1]);
});

test('answers are those to requests of that kind', () => {
  const { entries } = traceOf(
    ['station', [2, 'a', 'BootNotification', {}]],
    ['csms', [3, 'a', { status: 'Pending' }]],
    ['station', [2, 'b', 'Heartbeat', {}]],
    ['csms', [3, 'b', { currentTime: 'now' }]],
    ['station', [2, 'c', 'BootNotification', {}]],
    ['csms', [4, 'c', 'InternalError', '', {}]],
  );
  expect(answersTo(entries, 'csms', 'BootNotification')).toEqual([{ status: 'Pending' }]);
});

test('requests of a CSMS are named with what tells them apart, each once', () => {
  const data = { component: { name: 'A' }, variable: { name: 'B' } };
  const { entries } = traceOf(
    ['csms', [2, '1', 'GetBaseReport', { requestId: 1, reportBase: 'FullInventory' }]],
    ['csms', [2, '2', 'TriggerMessage', { requestedMessage: 'MeterValues' }]],
    ['csms', [2, '3', 'GetVariables', { getVariableData: [data] }]],
    ['csms', [2, '4', 'GetVariables', { getVariableData: [data, data] }]],
    ['csms', [2, '5', 'GetVariables', { getVariableData: [data, data] }]],
    ['csms', [2, '6', 'ReserveNow', {}]],
    ['station', [2, '7', 'Heartbeat', {}]],
  );
  expect(requestsByCsms(entries)).toEqual([
    'GetBaseReport FullInventory',
    'TriggerMessage MeterValues',
    'GetVariables',
    'GetVariables of several',
    'ReserveNow',
  ]);
});

test('the latest handshake counts', () => {
  const trace = new Trace(() => 0);
  expect(upgradeIn(trace.entries)).toBeUndefined();
  for (const path of ['/a', '/b']) trace.append({ kind: 'connected', connection: 1, upgrade: { path, offered: [] } });
  expect(upgradeIn(trace.entries)?.path).toBe('/b');
});

test('variables are read with their place, their Actual attribute and the values that they may have', () => {
  const [first, second] = reportedVariables([
    {
      ...part(0),
      reportData: [
        {
          component: { name: 'EVSE', evse: { id: 1 } },
          variable: { name: 'AllowReset' },
          variableAttribute: [
            { type: 'MaxSet', value: 'x' },
            { value: 'true', mutability: 'ReadOnly' },
          ],
        },
        {
          component: { name: 'Connector', evse: { id: 1, connectorId: 2 }, instance: 'left' },
          variable: { name: 'Kind', instance: 'A' },
          variableAttribute: [{}],
          variableCharacteristics: { dataType: 'OptionList', supportsMonitoring: false, valuesList: 'a, b' },
        },
      ],
    },
  ]);
  expect(first).toEqual({
    path: 'EVSE(1).AllowReset',
    name: 'EVSE.AllowReset',
    component: 'EVSE',
    evseId: 1,
    value: 'true',
    mutability: 'ReadOnly',
  });
  expect(second).toEqual({
    path: 'Connector[left](1,2).Kind[A]',
    name: 'Connector.Kind',
    component: 'Connector',
    evseId: 1,
    mutability: 'ReadWrite',
    values: ['a', 'b'],
  });
});

test('GetVariables tells which variables there are not', () => {
  const result = (
    name: string,
    attributeStatus: 'Accepted' | 'Rejected' | 'UnknownVariable' | 'UnknownComponent',
    attributeValue?: string,
  ) => ({
    component: { name: 'A' },
    variable: { name },
    attributeStatus,
    ...(attributeValue === undefined ? {} : { attributeValue }),
  });
  const getVariableResult = [
    result('B', 'Accepted', '1'),
    result('C', 'Rejected'),
    result('D', 'UnknownVariable'),
    result('E', 'UnknownComponent'),
  ];
  expect(readVariables({ getVariableResult } as Parameters<typeof readVariables>[0])).toMatchObject({
    variables: [{ path: 'A.B', value: '1' }, { path: 'A.C' }],
    absent: ['A.D', 'A.E'],
  });
});
