import { describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import { call, time } from '../rules/kit.ts';
import { type DialogueOptions, play } from './kit.ts';

type Asked = { attributeValue?: string } & Payload;

/** A station whose variables have that value, and which answers that to being set. */
const having = (attributeValue: string, attributeStatus: string): NonNullable<DialogueOptions['answers']> => ({
  GetVariables: ({ getVariableData }) => ({
    getVariableResult: (getVariableData as Asked[]).map((asked) => ({
      ...asked,
      attributeType: 'Actual',
      attributeStatus: 'Accepted',
      attributeValue,
    })),
  }),
  SetVariables: ({ setVariableData }) => ({
    setVariableResult: (setVariableData as Asked[]).map(({ attributeValue: _, ...asked }) => ({
      ...asked,
      attributeType: 'Actual',
      attributeStatus,
    })),
  }),
});

const event = (id: string, seqNo: number, more: Payload = {}) =>
  call(id, 'TransactionEvent', {
    eventType: 'Updated',
    timestamp: time(0),
    triggerReason: 'ChargingStateChanged',
    seqNo,
    transactionInfo: { transactionId: 'T1' },
    ...more,
  });

const status = (connectorStatus: string) =>
  call('o', 'StatusNotification', { timestamp: time(0), connectorStatus, evseId: 1, connectorId: 1 });

describe('a variable', () => {
  const lines = `
    Given TxCtrlr.StopTxOnEVSideDisconnect is false if writable
    When the EV driver leaves
    Then the station sends StatusNotification`;
  const stimuli: DialogueOptions['stimuli'] = { leave: (sut) => sut.say(status('Available')) };

  test('may keep its value where that is enough', async () => {
    expect(await play(lines, { answers: having('true', 'Rejected'), stimuli })).toMatchObject({ verdict: 'pass' });
    expect(await play(lines.replace(' if writable', ''), { answers: having('true', 'Rejected'), stimuli })).toMatchObject({
      verdict: 'inconclusive',
    });
  });

  test('is looked up, and decides what is expected', async () => {
    const expected = `
      Given TxCtrlr.TxStopPoint is any -> stopPoint
      When the EV driver leaves
      Then the station sends TransactionEvent:
        | eventType | Ended when $stopPoint is contains Authorized       |
        | eventType | Updated when $stopPoint is not contains Authorized |`;
    const sends = (stopPoint: string, eventType: string) =>
      play(expected, {
        answers: having(stopPoint, 'Rejected'),
        stimuli: { leave: (sut) => sut.say(event('e', 1, { eventType })) },
      });
    expect((await sends('Authorized,EVConnected', 'Ended')).verdict).toBe('pass');
    expect((await sends('Authorized,EVConnected', 'Updated')).verdict).toBe('fail');
    expect((await sends('EVConnected', 'Updated')).verdict).toBe('pass');
    expect((await sends('EVConnected', 'Ended')).verdict).toBe('fail');
  });

  test('says what ends a transaction in the states that follow', async () => {
    const stop = `
      Given TxCtrlr.TxStopPoint is Authorized
      And the station is EnergyTransferStarted
      When the station becomes StopAuthorized`;
    let presented = 0;
    const info = (chargingState: string) => ({ transactionInfo: { transactionId: 'T1', chargingState }, evse: { id: 1, connectorId: 1 } });
    const TOKEN = { idToken: { idToken: '04A1', type: 'ISO14443' } };
    const ending = (eventType: string) =>
      play(stop, {
        answers: having('EVConnected', 'Accepted'),
        replies: { Authorize: { idTokenInfo: { status: 'Accepted' } }, TransactionEvent: { idTokenInfo: { status: 'Accepted' } } },
        stimuli: {
          'present-token': (sut) => {
            if (presented++ % 2 === 1)
              return sut.say(event('s', 3, { eventType, triggerReason: 'StopAuthorized', ...info('EVConnected') }));
            sut.say(call('a', 'Authorize', TOKEN));
            sut.say(event('s1', 0, { eventType: 'Started', triggerReason: 'Authorized', ...TOKEN, ...info('Idle') }), 1);
          },
          'plug-in': (sut) => {
            sut.say(status('Occupied'));
            sut.say(event('s2', 1, { triggerReason: 'CablePluggedIn', ...info('EVConnected') }), 1);
            sut.say(event('s3', 2, info('Charging')), 2);
          },
        },
      });
    expect(await ending('Ended')).toMatchObject({ verdict: 'pass' });
    expect(await ending('Updated')).toMatchObject({ verdict: 'fail' });
  });
});

describe('a request that is left without an answer', () => {
  const lines = `
    When the EV driver leaves
    Then the station sends TransactionEvent:
      | seqNo | 1 |
    And the CSMS does not reply
    And the station sends TransactionEvent no sooner than 30 s later:
      | seqNo | 1 |
    And the CSMS replies`;
  const again = (seconds: number) =>
    play(lines, {
      stimuli: {
        leave: (sut) => {
          sut.say(event('e1', 1));
          sut.say(event('e2', 1), seconds);
        },
      },
    });

  test('gets none, and nobody is accused', async () => {
    const { verdict, sut, findings } = await again(40);
    expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] });
    expect([...sut.answered.keys()]).toEqual(['e2']);
  });

  test('may not be sent again too soon', async () => {
    expect(await again(29)).toMatchObject({ verdict: 'fail', findings: [expect.objectContaining({ code: 'message-early' })] });
  });
});

test('a case about two EVSEs is inconclusive where there is one', async () => {
  const lines = (evse: string) => `
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId   | <${evse}> |
      | duration | 300       |
    Then the station replies Rejected`;
  const answers = { GetCompositeSchedule: () => ({ status: 'Rejected' }) };
  expect(await play(lines('EVSE'), { answers })).toMatchObject({ verdict: 'pass' });
  expect(await play(lines('other EVSE'), { answers })).toMatchObject({
    verdict: 'inconclusive',
    reason: 'the case needs two EVSEs, and evses names one',
  });
});
