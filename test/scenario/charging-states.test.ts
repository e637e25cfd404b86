import { describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import type { ScenarioSettings } from '../../src/scenario/settings.ts';
import { call, time } from '../rules/kit.ts';
import { play, type Sut, TOKEN } from './kit.ts';

let seqNo = 0;
let id = 0;
const event = (eventType: string, triggerReason: string, info: Payload = {}, more: Payload = {}) =>
  call(`t${id++}`, 'TransactionEvent', {
    eventType,
    triggerReason,
    timestamp: time(0),
    seqNo: seqNo++,
    transactionInfo: { transactionId: 'tx', ...info },
    ...more,
  });
const status = (connectorStatus: string) =>
  call(`s${id++}`, 'StatusNotification', { timestamp: time(0), evseId: 1, connectorId: 1, connectorStatus });
const authorize = () => call(`a${id++}`, 'Authorize', { idToken: TOKEN });
const EVSE = { evse: { id: 1, connectorId: 1 } };

/** Says one after the other. */
const say =
  (...texts: (() => string)[]) =>
  (sut: Sut) =>
    texts.forEach((text, index) => {
      sut.say(text(), index);
    });

/** A station at which somebody presents a token, plugs in, and presents the token again. */
async function session(lines: string, stop: (() => string)[], settings: Partial<ScenarioSettings> = {}, more: Payload = {}) {
  const presents = [say(authorize), say(...stop)];
  const { verdict, told } = await play(lines, {
    settings: { txStartPoint: ['PowerPathClosed'], ...settings },
    answers: {
      RequestStartTransaction: () => ({ status: 'Accepted' }),
      RequestStopTransaction: (_, sut) => {
        say(...stop)(sut);
        return { status: 'Accepted' };
      },
    },
    replies: { Authorize: { idTokenInfo: { status: 'Accepted' } }, TransactionEvent: {} },
    stimuli: {
      'present-token': (sut) => presents.shift()?.(sut),
      'plug-in': say(
        () => status('Occupied'),
        () => event('Started', 'CablePluggedIn', { chargingState: 'Charging' }, { ...EVSE, idToken: TOKEN, ...more }),
      ),
      unplug: say(
        () => status('Available'),
        () => event('Ended', 'EVCommunicationLost', { chargingState: 'Idle', stoppedReason: 'Local' }),
      ),
    },
  });
  return { verdict, told };
}

describe('who was authorized before there was a transaction', () => {
  const LINES = `
    When the station becomes Authorized locally
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted`;

  test('is told by its first event, which may be the only one', async () => {
    expect(await session(LINES, [])).toEqual({ verdict: 'pass', told: [] });
    expect(await session(LINES, [], {}, { triggerReason: 'Authorized' })).toMatchObject({ verdict: 'pass' });
  });

  test('is missed there', async () => {
    const { verdict, told } = await session(LINES, [], {}, { idToken: undefined });
    expect(verdict).toBe('fail');
    expect(told[0]).toContain('in the nearest TransactionEvent, idToken is absent');
  });

  const remotely = (triggerReason: string, remoteStartId?: number) =>
    session(
      LINES.replace('locally', 'remotely'),
      [],
      {},
      {
        triggerReason,
        transactionInfo: { transactionId: 'tx', chargingState: 'Charging', remoteStartId },
      },
    );

  test('remotely, is told with the remote start, whatever started the transaction', async () => {
    expect(await remotely('RemoteStart', 7)).toEqual({ verdict: 'pass', told: [] });
    expect(await remotely('RemoteStart')).toMatchObject({ verdict: 'fail' });
    expect(await remotely('RemoteStart', 8)).toMatchObject({ verdict: 'fail' });
    expect(await remotely('CablePluggedIn', 7)).toMatchObject({ verdict: 'fail' });
  });
});

test('what came while one state waited for something else is there for the next one', async () => {
  const { verdict, told } = await play(
    `
    When the station becomes Authorized locally
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted`,
    {
      settings: { txStartPoint: ['PowerPathClosed'] },
      replies: { Authorize: { idTokenInfo: { status: 'Accepted' } }, TransactionEvent: {} },
      stimuli: {
        'present-token': say(authorize),
        'plug-in': say(
          () => event('Started', 'CablePluggedIn', { chargingState: 'EVConnected' }, { ...EVSE, idToken: TOKEN }),
          () => event('Updated', 'ChargingStateChanged', { chargingState: 'Charging' }),
          () => status('Occupied'),
        ),
      },
    },
  );
  expect({ verdict, told }).toEqual({ verdict: 'pass', told: [] });
});

test('a connector may be occupied from the authorization on, but not without one', async () => {
  const occupied = (lines: string) =>
    play(lines, {
      settings: { txStartPoint: ['Authorized'] },
      replies: { Authorize: { idTokenInfo: { status: 'Accepted' } }, TransactionEvent: {} },
      stimuli: {
        park: say(() => status('Occupied')),
        'present-token': say(authorize, () => event('Started', 'Authorized', {}, { idToken: TOKEN })),
        'plug-in': say(() => event('Updated', 'CablePluggedIn', { chargingState: 'EVConnected' }, EVSE)),
      },
    });
  const authorized = await occupied(`
    When the station becomes Authorized locally
    And the station becomes EVConnectedPreSession`);
  expect(authorized).toMatchObject({ verdict: 'pass', findings: [] });
  const nobody = await occupied(`
    When the EV driver parks
    And 5 s pass
    And the station becomes EVConnectedPreSession`);
  expect(nobody).toMatchObject({ verdict: 'fail' });
});

describe('a stop', () => {
  const stopped = (trigger = 'StopAuthorized') => event('Updated', trigger);
  const ceased = (eventType = 'Updated', stoppedReason?: string) =>
    event(eventType, 'ChargingStateChanged', { chargingState: 'EVConnected', stoppedReason });
  const stop = (...stops: (() => string)[]) => session('When the station becomes StopAuthorized', stops);

  test('goes on with the message that no energy flows any more', async () => {
    expect(await stop(stopped, ceased)).toEqual({ verdict: 'pass', told: [] });
    expect(await stop(() => event('Updated', 'StopAuthorized', { chargingState: 'EVConnected' }))).toMatchObject({ verdict: 'pass' });
    expect(await stop(stopped)).toMatchObject({ verdict: 'fail' });
    expect(await stop(() => event('Updated', 'StopAuthorized', { chargingState: 'Charging' }))).toMatchObject({ verdict: 'fail' });
  });

  test('does not end a transaction that the cable keeps', async () => {
    expect(await stop(stopped, () => ceased('Ended'))).toMatchObject({ verdict: 'fail' });
  });

  const ending = (lines: string, ...stops: (() => string)[]) => session(lines, stops, { txStopPoint: ['Authorized'] });
  const END = 'When the station becomes StopAuthorized';

  test('ends a transaction that the authorization keeps, with one message or two', async () => {
    expect(await ending(END, () => event('Ended', 'StopAuthorized'))).toEqual({ verdict: 'pass', told: [] });
    expect(await ending(END, stopped, () => ceased('Ended', 'Local'))).toEqual({ verdict: 'pass', told: [] });
    expect(await ending(END, stopped, () => ceased())).toMatchObject({ verdict: 'fail' });
    expect(await ending(END, stopped, () => event('Ended', 'EVCommunicationLost', { chargingState: 'Idle' }))).toMatchObject({
      verdict: 'fail',
    });
  });

  test('decides by how it came about what is given as the reason when the cable is out', async () => {
    const unplugged = (by: string, trigger: string) =>
      session(
        `Given the station is EnergyTransferStarted
         When the station becomes StopAuthorized ${by}
         And the station becomes EVDisconnected`,
        [() => stopped(trigger), ceased],
      );
    expect(await unplugged('locally', 'StopAuthorized')).toEqual({ verdict: 'pass', told: [] });
    const { verdict, told } = await unplugged('remotely', 'RemoteStop');
    expect(verdict).toBe('fail');
    expect(told[0]).toContain('in the nearest TransactionEvent, transactionInfo.stoppedReason is "Local"');
  });
});

test('whoever knows a token has time to ask about it, and must not', async () => {
  const asked = await play(
    `
    When the station becomes Authorized remotely:
      | Authorize | none |`,
    {
      settings: { txStartPoint: ['EVConnected'] },
      answers: {
        RequestStartTransaction: (_, sut) => {
          sut.say(authorize(), 5);
          return { status: 'Accepted' };
        },
      },
      replies: { Authorize: { idTokenInfo: { status: 'Accepted' } } },
    },
  );
  expect(asked).toMatchObject({ verdict: 'fail', findings: [{ code: 'message-forbidden' }] });
});

describe('nobody plugs in', () => {
  const timeout = (seconds: number, eventType: string) => {
    const starts = ['Started', eventType === 'Ended' ? 'Started' : 'Updated'];
    return play(
      `
      When the station becomes ConnectionTimedOut
      And the station becomes Authorized locally`,
      {
        settings: { txStartPoint: ['Authorized'] },
        names: { 'EV connection timeout': 60 },
        replies: { Authorize: { idTokenInfo: { status: 'Accepted' } }, TransactionEvent: {} },
        stimuli: {
          'present-token': (sut) => {
            sut.say(authorize());
            sut.say(event(starts.shift() ?? '', 'Authorized', {}, { idToken: TOKEN }), 2);
            if (starts.length > 0)
              sut.say(event(eventType, 'EVConnectTimeout', eventType === 'Ended' ? { stoppedReason: 'Timeout' } : {}), 2 + seconds);
          },
        },
      },
    );
  };

  test('and the station counts from when somebody was authorized', async () => {
    expect((await timeout(58, 'Ended')).told).toEqual([]);
    expect((await timeout(50, 'Ended')).told[0]).toContain('message-early');
  });

  test('and the transaction goes on where that is its choice', async () => {
    expect((await timeout(60, 'Updated')).told).toEqual([]);
  });
});
