import { describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import { call, time } from '../rules/kit.ts';
import { type DialogueOptions, type Played, play, type Sut, TOKEN } from './kit.ts';

const authorize = (token: Payload = TOKEN) => call('a1', 'Authorize', { idToken: token });
const event = (id: string, eventType: string, triggerReason: string, more: Payload = {}, info: Payload = {}) =>
  call(id, 'TransactionEvent', {
    eventType,
    triggerReason,
    timestamp: time(0),
    seqNo: eventType === 'Started' ? 0 : 1,
    transactionInfo: { transactionId: 't1', ...info },
    ...more,
  });
const replies = { Authorize: { idTokenInfo: { status: 'Unknown' } }, TransactionEvent: { idTokenInfo: { status: 'Accepted' } } };
const presenting = (act: (sut: Sut) => void, more: DialogueOptions = {}): DialogueOptions => ({
  replies,
  stimuli: { 'present-token': act },
  ...more,
});
const statusFor = ({ sut }: Played, id: string) => {
  const [, , answer] = sut.answered.get(id) ?? [];
  return (answer as { idTokenInfo?: Payload } | undefined)?.idTokenInfo?.status;
};

describe('what the CSMS knows of a token', () => {
  const asks = presenting((sut) => sut.say(authorize()));
  const ASKS = `
    When the EV driver presents <valid idToken>
    Then the station sends Authorize`;

  test('replaces what it would say', async () => {
    expect(statusFor(await play(ASKS, asks), 'a1')).toBe('Unknown');
    expect(statusFor(await play(`Given the CSMS knows <valid idToken> as Blocked\n${ASKS}`, asks), 'a1')).toBe('Blocked');
  });

  test('has nothing to do with upper and lower case (C01.FR.25), nor with other tokens', async () => {
    const knows = `Given the CSMS knows <valid idToken> as Blocked\n${ASKS}`;
    const lower = presenting((sut) => sut.say(authorize({ ...TOKEN, idToken: TOKEN.idToken.toLowerCase() })));
    expect(statusFor(await play(knows, lower), 'a1')).toBe('Blocked');
    const other = presenting((sut) => sut.say(authorize({ ...TOKEN, type: 'KeyCode' })));
    expect(statusFor(await play(knows, other), 'a1')).toBe('Unknown');
  });

  test('may be more than its status', async () => {
    const played = await play(
      `Given the CSMS knows <valid idToken> as Accepted:
         | idTokenInfo.personalMessage.format  | UTF8           |
         | idTokenInfo.personalMessage.content | 0.40 EUR a kWh |
       ${ASKS}`,
      asks,
    );
    const [, , answer] = played.sut.answered.get('a1') ?? [];
    const personalMessage = { format: 'UTF8', content: '0.40 EUR a kWh' };
    expect(answer).toEqual({ idTokenInfo: { status: 'Accepted', personalMessage } });
  });

  test('cannot be told to a CSMS under test', async () => {
    const { verdict, reason } = (await play('Given the CSMS knows <valid idToken> as Blocked', { sut: 'csms' })) as Played & {
      reason?: string;
    };
    expect(verdict, reason).toBe('inconclusive');
  });
});

describe('an authorization', () => {
  const STARTED = event('t1', 'Started', 'Authorized', { idToken: TOKEN });
  const becomes = (wanted: string) => `
    When the station becomes Authorized locally:
      | Authorize | ${wanted} |`;
  const [silent, asking] = [
    presenting((sut) => sut.say(STARTED)),
    presenting((sut) => {
      sut.say(authorize());
      sut.say(STARTED, 1);
    }),
  ];

  test.each([
    ['required', ['fail', 'pass']],
    ['optional', ['pass', 'pass']],
    ['none', ['pass', 'fail']],
  ])('with %s AuthorizeRequest', async (wanted, verdicts) => {
    expect([(await play(becomes(wanted), silent)).verdict, (await play(becomes(wanted), asking)).verdict]).toEqual(verdicts);
  });
});

describe('what a state looks at beyond its own messages', () => {
  const connected = call('s1', 'StatusNotification', { timestamp: time(0), evseId: 1, connectorId: 1, connectorStatus: 'Occupied' });
  const charging = (id: string, transactionId: string, evseId: number) =>
    event(
      id,
      'Started',
      'ChargingStateChanged',
      { idToken: TOKEN, evse: { id: evseId, connectorId: 1 } },
      { chargingState: 'Charging', transactionId },
    );
  const energyOnly = { settings: { txStartPoint: ['EnergyTransfer'] } };

  test('a question that comes after the state is missed by no one who says that there must be none', async () => {
    const text = `
      When the station becomes Authorized locally:
        | Authorize | none |
      And the station becomes EnergyTransferStarted`;
    const options = (asks: boolean): DialogueOptions => ({
      replies,
      ...energyOnly,
      stimuli: {
        'present-token': (sut) => (asks ? sut.say(authorize(), 0.5) : undefined),
        'plug-in': (sut) => {
          sut.say(connected);
          sut.say(charging('t1', 'x1', 1), 1);
        },
      },
    });
    expect([(await play(text, options(false))).verdict, (await play(text, options(true))).verdict]).toEqual(['pass', 'fail']);
  });

  test('energy at one EVSE says nothing of another one', async () => {
    const text = `
      When the station becomes EnergyTransferStarted on EVSE 2
      And the station becomes EnergyTransferStarted`;
    const options = (second: boolean): DialogueOptions => ({
      replies,
      ...energyOnly,
      stimuli: {
        'present-token': (sut, { evseId }) => sut.say(call(`a${evseId}`, 'Authorize', { idToken: TOKEN })),
        'plug-in': (sut, { evseId }) => {
          const status = { timestamp: time(0), evseId, connectorId: 1, connectorStatus: 'Occupied' };
          sut.say(call(`s${evseId}`, 'StatusNotification', status));
          if (evseId === 2 || second) sut.say(charging(`t${evseId}`, `x${evseId}`, Number(evseId)), 1);
        },
      },
    });
    expect([(await play(text, options(true))).verdict, (await play(text, options(false))).verdict]).toEqual(['pass', 'fail']);
  });
});

describe('an authorization that nobody makes use of (C01.FR.26)', () => {
  const TIMED_OUT = `
    Given the station is Authorized locally
    When the station becomes ConnectionTimedOut:
      | timeout | 30 s |`;
  const timeout = (eventType: string, after: number, stoppedReason?: string, txStopPoint = ['EVConnected']) =>
    presenting(
      (sut) => {
        sut.say(authorize());
        sut.say(event('t1', 'Started', 'Authorized', { idToken: TOKEN }), 1);
        sut.say(event('t2', eventType, 'EVConnectTimeout', {}, stoppedReason ? { stoppedReason } : {}), after);
      },
      { settings: { txStopPoint } },
    );

  test.each([
    ['ends where Authorized ends transactions', timeout('Ended', 32, 'Timeout', ['Authorized']), 'pass'],
    ['does not go on there', timeout('Updated', 32, undefined, ['Authorized']), 'fail'],
    ['says why it ends', timeout('Ended', 32, 'Local', ['Authorized']), 'fail'],
    ['goes on while the EV is in the bay (E03.FR.15)', timeout('Updated', 32, undefined, ['ParkingBayOccupancy']), 'pass'],
    ['does not end then', timeout('Ended', 32, 'Timeout', ['ParkingBayOccupancy']), 'fail'],
    ['ends otherwise (E03.FR.05)', timeout('Ended', 32, 'Timeout'), 'pass'],
    ['or goes on', timeout('Updated', 32), 'pass'],
    ['does not come too soon', timeout('Ended', 20, 'Timeout'), 'fail'],
  ])('%s', async (_what, options, verdict) => {
    const outcome = await play(TIMED_OUT, options);
    expect(outcome.verdict, outcome.told.join('\n')).toBe(verdict);
  });
});

test('a variable of ISO15118Ctrlr is that of the EVSE if there is one, else that of the station', async () => {
  const asked: unknown[] = [];
  const answer = (known: (component: Payload) => boolean) => ({
    GetVariables: ({ getVariableData }: Payload) => {
      const [{ component, variable }] = getVariableData as [{ component: Payload; variable: Payload }];
      asked.push(component);
      const found = known(component);
      const attributeStatus = found ? 'Accepted' : 'UnknownComponent';
      return {
        getVariableResult: [
          { component, variable, attributeType: 'Actual', attributeStatus, ...(found ? { attributeValue: 'true' } : {}) },
        ],
      };
    },
  });
  const text = 'Given ISO15118Ctrlr.PnCEnabled is true\nThen the station sends no Heartbeat for 1 s';
  expect((await play(text, { answers: answer(({ evse }) => evse !== undefined) })).verdict).toBe('pass');
  expect((await play(text, { answers: answer(({ evse }) => evse === undefined) })).verdict).toBe('pass');
  expect((await play(text, { answers: answer(() => false) })).verdict).toBe('inconclusive');
  const [ofEvse, ofStation] = [{ name: 'ISO15118Ctrlr', evse: { id: 1 } }, { name: 'ISO15118Ctrlr' }];
  expect(asked).toEqual([ofEvse, ofEvse, ofStation, ofEvse, ofStation]);
});

test('a line that speaks of what is not known yet does not take what comes before', async () => {
  const first = event('t1', 'Started', 'Authorized', { idToken: TOKEN });
  const outcome = await play(
    `
    When the EV driver presents <valid idToken>
    Then the station sends Authorize:
      | idToken.idToken | -> emaid |
    And the station eventually sends TransactionEvent:
      | idToken.idToken | $emaid |
    And the CSMS replies Accepted`,
    presenting((sut) => {
      sut.say(first);
      sut.say(authorize(), 1);
      sut.say(event('t2', 'Updated', 'Authorized', { idToken: TOKEN }), 2);
    }),
  );
  expect(outcome.run.dialogue.environment.crashes).toEqual([]);
  expect(outcome.verdict, outcome.told.join('\n')).toBe('pass');
});
