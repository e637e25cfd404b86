import { describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import { left, ongoingTransactions, reportsDue, undoings } from '../../src/scenario/put-back.ts';
import { call, error, open, result, time } from '../rules/kit.ts';
import { play, TOKEN } from './kit.ts';

const undone = (action: string, request: Payload, response: Payload) =>
  undoings(open().exchange('csms', 'x', action, request, response).trace.entries);
const accepted = { status: 'Accepted' };

describe('what a request has changed is taken back', () => {
  test.each<[string, Payload, string, Payload]>([
    ['ChangeAvailability', { operationalStatus: 'Inoperative' }, 'ChangeAvailability', { operationalStatus: 'Operative' }],
    [
      'ChangeAvailability',
      { operationalStatus: 'Inoperative', evse: { id: 1, connectorId: 1 } },
      'ChangeAvailability',
      { operationalStatus: 'Operative', evse: { id: 1, connectorId: 1 } },
    ],
    ['ReserveNow', { id: 7, expiryDateTime: time(60), idToken: TOKEN }, 'CancelReservation', { reservationId: 7 }],
  ])('%s %j', (action, request, undo, payload) => {
    expect(undone(action, request, accepted)).toEqual([{ action: undo, payload }]);
    expect(undone(action, request, { status: 'Rejected' })).toEqual([]);
  });

  test('what is scheduled counts as done', () => {
    expect(undone('ChangeAvailability', { operationalStatus: 'Inoperative' }, { status: 'Scheduled' })).toHaveLength(1);
  });

  test('the latest first', () => {
    const script = open()
      .exchange('csms', 'a', 'ChangeAvailability', { operationalStatus: 'Inoperative' }, accepted)
      .exchange('csms', 'b', 'ReserveNow', { id: 1 }, accepted);
    expect(undoings(script.trace.entries).map(({ action }) => action)).toEqual(['CancelReservation', 'ChangeAvailability']);
  });

  test('nothing for what leaves nothing, was refused, or came from the station', () => {
    expect(undone('ChangeAvailability', { operationalStatus: 'Operative' }, accepted)).toEqual([]);
    expect(undone('Reset', { type: 'OnIdle' }, accepted)).toEqual([]);
    const refused = open()
      .csms(call('x', 'ReserveNow', { id: 1 }))
      .station(error('x', 'NotSupported'));
    expect(undoings(refused.trace.entries)).toEqual([]);
    expect(undoings(open().station(result('unasked', accepted)).trace.entries)).toEqual([]);
  });
});

test('a fault is left until somebody has repaired it', () => {
  expect(left(open().stimulus('plug-in').trace.entries, 'fault', 'repair')).toBeUndefined();
  expect(left(open().stimulus('fault').stimulus('look').trace.entries, 'fault', 'repair')).toEqual({});
  expect(left(open().stimulus('fault').stimulus('repair').trace.entries, 'fault', 'repair')).toBeUndefined();
});

const event = (id: string, eventType: string, transactionId: string) =>
  call(id, 'TransactionEvent', {
    eventType,
    timestamp: time(0),
    triggerReason: 'Authorized',
    seqNo: 0,
    transactionInfo: { transactionId },
  });

test('transactions that have begun and not ended are ongoing', () => {
  const script = open()
    .station(event('1', 'Started', 'a'))
    .station(event('2', 'Updated', 'b'))
    .station(event('3', 'Ended', 'a'));
  expect(ongoingTransactions(script.trace.entries)).toEqual(['b']);
  expect(ongoingTransactions(script.station(event('4', 'Ended', 'b')).trace.entries)).toEqual([]);
});

test('a report is due until its last part', () => {
  const part = (id: string, requestId: number, tbc?: boolean) =>
    call(id, 'NotifyReport', { requestId, seqNo: 0, ...(tbc === undefined ? {} : { tbc }) });
  const asked = () => open().exchange('csms', 'g', 'GetBaseReport', { requestId: 5, reportBase: 'FullInventory' }, accepted);
  expect(reportsDue(asked().trace.entries)).toBe(true);
  expect(reportsDue(asked().station(part('n', 5, true)).trace.entries)).toBe(true);
  expect(reportsDue(asked().station(part('n', 6)).trace.entries)).toBe(true);
  expect(reportsDue(asked().station(part('n', 5)).trace.entries)).toBe(false);
  const refused = open().exchange(
    'csms',
    'g',
    'GetBaseReport',
    { requestId: 5, reportBase: 'FullInventory' },
    { status: 'EmptyResultSet' },
  );
  expect(reportsDue(refused.trace.entries)).toBe(false);
});

describe('after a case', () => {
  const lines = `
    Given AuthCtrlr.LocalPreAuthorize is true
    When the CSMS sends ChangeAvailability:
      | operationalStatus | Inoperative |
    Then the station replies Accepted`;
  const asked = (payload: Payload, key: string) => (payload[key] as Payload[])[0] ?? {};
  const answers = {
    GetVariables: (payload: Payload) => ({
      getVariableResult: [
        { ...asked(payload, 'getVariableData'), attributeType: 'Actual', attributeStatus: 'Accepted', attributeValue: 'false' },
      ],
    }),
    SetVariables: (payload: Payload) => {
      const { attributeValue: _, ...rest } = asked(payload, 'setVariableData');
      return { setVariableResult: [{ ...rest, attributeType: 'Actual', attributeStatus: 'Accepted' }] };
    },
    ChangeAvailability: () => accepted,
  };
  const sent = async (lasting: boolean) => {
    const { verdict, sut } = await play(lines, { answers, lasting });
    expect(verdict).toBe('pass');
    return sut.heard.map(({ action, payload }) => [
      action,
      payload.operationalStatus ?? (action === 'SetVariables' ? asked(payload, 'setVariableData').attributeValue : undefined),
    ]);
  };

  test('a system that goes on is put back to how it was', async () => {
    expect(await sent(true)).toEqual([
      ['GetVariables', undefined],
      ['SetVariables', 'true'],
      ['ChangeAvailability', 'Inoperative'],
      ['ChangeAvailability', 'Operative'],
      ['SetVariables', 'false'],
    ]);
  });

  test('one that is thrown away is left alone', async () => {
    expect(await sent(false)).toHaveLength(3);
  });

  test('that it could not be put back does not change the verdict, but is said', async () => {
    let cases = 0;
    const { verdict, reason } = await play(lines, {
      answers,
      lasting: true,
      ready: () => (cases++ === 0 ? Promise.resolve() : Promise.reject(new Error('it is gone'))),
    });
    expect(verdict).toBe('pass');
    expect(reason).toContain('afterwards, the system could not be put back to how it was: Error: it is gone');
  });

  test('cables are taken out, and transactions ended', async () => {
    const done: string[] = [];
    const charging = `
      When the EV driver plugs in
      Then the station sends TransactionEvent`;
    const { sut } = await play(charging, {
      lasting: true,
      replies: { TransactionEvent: {} },
      answers: {
        RequestStopTransaction: (_, station) => {
          station.say(event('2', 'Ended', 't1'), 1);
          return accepted;
        },
      },
      stimuli: {
        'plug-in': (station) => station.say(event('1', 'Started', 't1')),
        unplug: () => void done.push('unplug'),
        leave: () => void done.push('leave'),
      },
    });
    expect(sut.heard).toMatchObject([{ action: 'RequestStopTransaction', payload: { transactionId: 't1' } }]);
    expect(done).toEqual(['unplug']);
  });
});
