import { describe, expect, test } from 'vitest';
import type { Trace } from '../../src/trace/trace.ts';
import { BOOT, call, now, time } from '../rules/kit.ts';
import { type DialogueOptions, play } from './kit.ts';

const RESET = `
  When the CSMS sends Reset:
    | type | OnIdle |`;
const boot = call('b1', 'BootNotification', BOOT);
const authorize = (id = 'a1') => call(id, 'Authorize', { idToken: { idToken: 'X', type: 'Central' } });
const HEARTBEAT = { currentTime: time(0) };

/** Whole seconds of OCPP time between the first two frames. */
function secondsBetween({ entries }: Trace): number {
  const [first, second] = entries.filter((entry) => entry.kind === 'frame');
  return Math.floor(((second?.at ?? Number.NaN) - (first?.at ?? Number.NaN)) / 1000);
}

describe('a request of the played party', () => {
  test('goes out as the table says and is answered as the scenario says', async () => {
    const lines = `${RESET}\n  Then the station replies Accepted or Scheduled`;
    const { verdict, sut } = await play(lines, { answers: { Reset: () => ({ status: 'Scheduled' }) } });
    expect(verdict).toBe('pass');
    expect(sut.heard).toMatchObject([{ action: 'Reset', payload: { type: 'OnIdle' } }]);
  });

  test('is answered otherwise', async () => {
    const lines = `${RESET}
      Then the station replies Accepted:
        | statusInfo.reasonCode | absent | B11.FR.01 |`;
    const { verdict, told } = await play(lines, {
      answers: { Reset: () => ({ status: 'Rejected', statusInfo: { reasonCode: 'Busy' } }) },
    });
    expect(verdict).toBe('fail');
    expect(told).toEqual([
      'message-content B01.FR.01: status = Accepted, but it is "Rejected"',
      'message-content B11.FR.01: statusInfo.reasonCode is no value, but it is "Busy"',
    ]);
  });

  test('is answered with an error instead', async () => {
    const { told } = await play(`${RESET}\n  Then the station replies Accepted`, { answers: { Reset: () => 'InternalError' } });
    expect(told).toContain('reply-kind B01.FR.01: ResetResponse with status = Accepted, but it was refused with InternalError');
  });

  test('is not answered in time', async () => {
    const { verdict, told } = await play(`${RESET}\n  Then the station replies Accepted`);
    expect(verdict).toBe('fail');
    expect(told).toContain('reply-missing B01.FR.01: the station replies to Reset, but no reply came within 30 s');
  });

  test('is answered with another error, or none, where an error is right', async () => {
    const lines = `${RESET}\n  Then the station replies with error NotSupported or NotImplemented`;
    expect(await play(lines, { answers: { Reset: () => 'NotImplemented' } })).toMatchObject({ verdict: 'pass', findings: [] });
    expect((await play(lines, { answers: { Reset: () => 'InternalError' } })).told).toContain(
      'reply-error-code B01.FR.01: CALLERROR NotSupported or NotImplemented, but CALLERROR InternalError',
    );
    expect((await play(lines, { answers: { Reset: () => ({ status: 'Accepted' }) } })).told).toContain(
      'reply-kind B01.FR.01: CALLERROR NotSupported or NotImplemented, but it was answered with a result',
    );
  });

  test('stands for the one that the simulator sends by itself', async () => {
    const lines = `
      When the EV driver plugs in
      Then the station sends StatusNotification:
        | connectorStatus | Occupied |
      And the CSMS replies`;
    const { verdict, sut } = await play(lines, {
      sut: 'csms',
      answers: { StatusNotification: () => ({}) },
      begin: (_, station) => {
        if (station.party !== 'station') return;
        const own = { timestamp: time(0), evseId: 2, connectorId: 1, connectorStatus: 'Available' };
        station.acts['plug-in'] = async () => station.occupy(station.send('StatusNotification', own));
      },
    });
    expect(verdict).toBe('pass');
    expect(sut.heard).toMatchObject([{ action: 'StatusNotification', payload: { evseId: 2, connectorStatus: 'Occupied' } }]);
  });
});

describe('a request of the SUT', () => {
  const lines = (last: string) => `
    When the operator power-cycles the station
    Then the station sends BootNotification
    And ${last}`;
  const says = (...texts: [seconds: number, text: string][]): DialogueOptions => ({
    replies: {
      BootNotification: { ...now(0), interval: 300, status: 'Accepted' },
      Authorize: { idTokenInfo: { status: 'Accepted' } },
      Heartbeat: HEARTBEAT,
    },
    begin: (sut) => {
      for (const [seconds, text] of texts) sut.say(text, seconds);
    },
  });

  test('is answered as the line below says, and otherwise as the simulator would', async () => {
    const { sut } = await play(lines('the CSMS replies Rejected:\n  | interval | 7 |'), says([2, boot]));
    expect(sut.answered.get('b1')).toEqual([3, 'b1', { currentTime: time(0), interval: 7, status: 'Rejected' }]);
    const { sut: other } = await play(lines('the station sends no Authorize for 5 s'), says([2, boot]));
    expect(other.answered.get('b1')).toEqual([3, 'b1', { currentTime: time(0), interval: 300, status: 'Accepted' }]);
  });

  test('is answered with an error, which nobody holds against ocppspec', async () => {
    const { sut, reason, findings } = await play(lines('the CSMS replies with error InternalError'), says([2, boot]));
    expect(sut.answered.get('b1')).toEqual([4, 'b1', 'InternalError', '', {}]);
    expect({ reason, findings }).toEqual({ reason: undefined, findings: [] });
  });

  test('is held until a line answers it', async () => {
    const held = `
      When the EV driver presents <valid idToken>
      Then the station sends Authorize
      And the station sends no TransactionEvent for 10 s
      And the CSMS replies Invalid`;
    const { verdict, sut, trace } = await play(held, says([2, authorize()]));
    expect(verdict).toBe('pass');
    expect(sut.answered.get('a1')).toEqual([3, 'a1', { idTokenInfo: { status: 'Invalid' } }]);
    expect(secondsBetween(trace)).toBe(10);
  });

  test('is answered by the simulator before its party loses patience', async () => {
    const held = `
      When the EV driver presents <valid idToken>
      Then the station sends Authorize
      And the station sends no TransactionEvent for 60 s
      And the CSMS replies Invalid`;
    const { verdict, reason, sut, trace } = await play(held, says([2, authorize()]));
    expect(sut.answered.get('a1')).toEqual([3, 'a1', { idTokenInfo: { status: 'Accepted' } }]);
    expect(secondsBetween(trace)).toBe(0.8 * 30);
    expect({ verdict, reason }).toEqual({
      verdict: 'inconclusive',
      reason: 'the Authorize that this line replies to had already been answered',
    });
    expect(await play(held.replace('Invalid', 'Accepted'), says([2, authorize()]))).toMatchObject({ verdict: 'pass' });
  });

  test('of which there is none cannot be answered', async () => {
    const unanswered = await play(lines('the CSMS replies Rejected'), says());
    expect(unanswered).toMatchObject({ verdict: 'fail', findings: [{ code: 'message-missing' }] });
  });
});

describe('a frame by its text', () => {
  const frame = (text: string, then: string) => `
    When the CSMS sends the frame
      """
      ${text}
      """
    Then ${then}`;
  const RESET_ID = '[2,"r1","Reset",{"type":"Sometimes"}]';

  test('goes out as it stands, and is answered as the scenario says', async () => {
    const { verdict, trace, findings } = await play(frame(RESET_ID, 'the station replies with error PropertyConstraintViolation'), {
      answers: { Reset: () => 'PropertyConstraintViolation' },
    });
    expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] });
    expect(trace.entries).toContainEqual(expect.objectContaining({ kind: 'frame', from: 'csms', text: RESET_ID, deliberate: true }));
  });

  test('is answered otherwise, or not at all', async () => {
    const lines = frame(RESET_ID, 'the station replies with error FormatViolation');
    expect((await play(lines, { answers: { Reset: () => 'GenericError' } })).told).toContain(
      'reply-error-code B01.FR.01: CALLERROR FormatViolation, but CALLERROR GenericError',
    );
    expect((await play(lines)).told).toContain('reply-missing B01.FR.01: the station replies to Reset, but no reply came within 30 s');
  });

  test('need not be JSON', async () => {
    const { verdict, trace } = await play(frame('[2,"r1"', 'the station sends no Heartbeat for 5 s'));
    expect(verdict).toBe('pass');
    expect(trace.entries).toContainEqual(expect.objectContaining({ kind: 'frame', from: 'csms', text: '[2,"r1"' }));
  });

  test('cannot be had of a system under test', async () => {
    const { verdict, reason } = await play(frame(RESET_ID, 'the station replies with error FormatViolation'), { sut: 'csms' });
    expect(verdict).toBe('error');
    expect(reason).toContain('cannot be told to send a malformed frame');
  });
});

describe('names', () => {
  test('what one message says, others are measured by', async () => {
    const lines = `
      When the CSO has the CSMS send GetBaseReport:
        | requestId  | any -> request |
        | reportBase | FullInventory  |
      Then the station replies Accepted
      When the CSO has the CSMS send GetReport:
        | requestId | not $request |
      Then the station replies EmptyResultSet`;
    const asks = (requestId: number): DialogueOptions => ({
      sut: 'csms',
      replies: { GetBaseReport: { status: 'Accepted' }, GetReport: { status: 'EmptyResultSet' } },
      stimuli: {
        send: (sut, { action }) =>
          action === 'GetReport'
            ? sut.say(call('g2', 'GetReport', { requestId }))
            : sut.say(call('g1', 'GetBaseReport', { requestId: 17, reportBase: 'FullInventory' })),
      },
    });
    const { verdict, run, sut } = await play(lines, asks(18));
    expect({ verdict, request: run.dialogue.scope.remembered('request') }).toEqual({ verdict: 'pass', request: 17 });
    expect(sut.answered.get('g2')).toEqual([3, 'g2', { status: 'EmptyResultSet' }]);
    expect((await play(lines, asks(17))).told).toEqual(['message-content B01.FR.01: requestId is not 17, but it is 17']);
  });

  test('that are configured are filled in on both sides', async () => {
    const lines = `
      When the CSMS sends RequestStartTransaction:
        | idToken       | <valid idToken> |
        | evseId        | <EVSE>          |
        | remoteStartId | 5               |
      Then the station replies Accepted:
        | transactionId | /^t/ -> transaction |
      When the CSMS sends RequestStopTransaction:
        | transactionId | $transaction |
      Then the station replies Accepted`;
    const { verdict, sut } = await play(lines, {
      answers: {
        RequestStartTransaction: () => ({ status: 'Accepted', transactionId: 't9' }),
        RequestStopTransaction: () => ({ status: 'Accepted' }),
      },
    });
    expect(verdict).toBe('pass');
    expect(sut.heard.map(({ payload }) => payload)).toEqual([
      { idToken: { idToken: '04A1', type: 'ISO14443' }, evseId: 1, remoteStartId: 5 },
      { transactionId: 't9' },
    ]);
  });

  test('that are not configured, or not known yet, are a mistake in the scenario', async () => {
    const unknown = await play(`When the CSMS sends Reset:\n  | type | <reset typ> |`, { names: { 'reset type': 'OnIdle' } });
    expect(unknown).toMatchObject({ verdict: 'error' });
    expect(unknown.reason).toContain('x.feature:3: <reset typ> is not configured, did you mean "reset type"?');
    const early = await play(`When the CSMS sends RequestStopTransaction:\n  | transactionId | $transaction |`);
    expect(early).toMatchObject({ verdict: 'error' });
    expect(early.reason).toContain('x.feature:3: $transaction is not known yet: no earlier cell says "-> transaction"');
  });

  test('that have to be looked up are, once', async () => {
    let looks = 0;
    const find = (name: string) => (name === 'reset type' ? Promise.resolve(++looks && 'Immediate') : undefined);
    const lines = `
      When the CSMS sends Reset:
        | type | <reset type> |
      Then the station replies Accepted
      When the CSMS sends Reset:
        | type | <reset type> |
      Then the station replies Accepted`;
    const { verdict, sut } = await play(lines, { find, answers: { Reset: () => ({ status: 'Accepted' }) } });
    expect({ verdict, looks }).toEqual({ verdict: 'pass', looks: 1 });
    expect(sut.heard.map(({ payload }) => payload.type)).toEqual(['Immediate', 'Immediate']);
  });
});
