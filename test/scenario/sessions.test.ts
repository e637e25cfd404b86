import { describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import { Session } from '../../src/scenario/states/session.ts';
import { Sessions } from '../../src/scenario/states/sessions.ts';
import { call, open, time } from '../rules/kit.ts';
import { play, SETTINGS, type Sut, TOKEN } from './kit.ts';

const settings = (txStartPoint: string[], txStopPoint: string[]) => ({ ...SETTINGS, txStartPoint, txStopPoint });

describe('when a transaction begins and ends', () => {
  test.each([
    ['ParkingBayOccupancy', ['Started', 'Updated', 'Updated', 'Updated']],
    ['EVConnected', [undefined, 'Started', 'Updated', 'Updated']],
    ['Authorized', [undefined, undefined, 'Started', 'Updated']],
    ['PowerPathClosed', [undefined, undefined, 'Started', 'Updated']],
    ['EnergyTransfer', [undefined, undefined, undefined, 'Started']],
    ['DataSigned', [undefined, undefined, undefined, 'Started']],
  ])('TxStartPoint %s', (point, events) => {
    const session = new Session(settings([point], []));
    const ways = [{ parked: true }, { plugged: true }, { authorized: true }, { energy: true }];
    expect(ways.map((way) => session.begin(way))).toEqual(events);
  });

  test.each([
    ['EnergyTransfer', ['Ended', undefined, undefined, undefined]],
    ['Authorized', ['Updated', 'Ended', undefined, undefined]],
    ['PowerPathClosed', ['Updated', 'Ended', undefined, undefined]],
    ['EVConnected', ['Updated', 'Updated', 'Ended', undefined]],
    ['ParkingBayOccupancy', ['Updated', 'Updated', 'Updated', 'Ended']],
  ])('TxStopPoint %s', (point, events) => {
    const session = new Session(settings(['ParkingBayOccupancy'], [point]));
    session.begin({ parked: true, plugged: true, authorized: true, energy: true });
    const ways = [{ energy: false }, { authorized: false }, { plugged: false }, { parked: false }];
    expect(ways.map((way) => session.end(way))).toEqual(events);
  });

  test('power flows only where somebody is both plugged in and authorized', () => {
    const session = new Session(settings(['PowerPathClosed'], []));
    expect(session.begin({ authorized: true })).toBeUndefined();
    expect(session.begin({ plugged: true })).toBe('Started');
  });
});

describe('how far a session has come, read off the trace', () => {
  const event = (eventType: string, triggerReason: string, more: Payload = {}, info: Payload = {}) =>
    call(`${eventType}${triggerReason}`, 'TransactionEvent', {
      eventType,
      triggerReason,
      timestamp: time(0),
      seqNo: 0,
      transactionInfo: { transactionId: 't1', ...info },
      ...more,
    });
  const read = (script: ReturnType<typeof open>, sessions = new Sessions(SETTINGS)) => {
    sessions.catchUp(script.trace.entries);
    return sessions;
  };

  test('by stimuli', () => {
    const script = open().stimulus('park').stimulus('plug-in');
    expect(read(script).at(1).conditions).toEqual({ parked: true, plugged: true, authorized: false, energy: false });
    expect(read(script.stimulus('unplug').stimulus('leave')).at(1).conditions).toMatchObject({ parked: false, plugged: false });
  });

  test('by what was skipped, nothing', () => {
    const script = open().append({ kind: 'stimulus', connection: 0, name: 'park', parameters: {}, carrier: 'test', outcome: 'skipped' });
    expect(read(script).at(1).conditions.parked).toBe(false);
  });

  test('by TransactionEvents, at the EVSE that they name or that their transaction is at', () => {
    const script = open()
      .station(event('Started', 'RemoteStart', { evse: { id: 2 } }, { chargingState: 'EVConnected' }))
      .station(event('Updated', 'ChargingStateChanged', {}, { chargingState: 'Charging' }));
    const sessions = read(script);
    expect(sessions.all().map(({ evseId }) => evseId)).toEqual([2]);
    expect(sessions.at(2)).toMatchObject({
      by: 'remote',
      ongoing: true,
      stopped: false,
      conditions: { plugged: true, authorized: true, energy: true },
    });
    read(script.station(event('Updated', 'RemoteStop')), sessions);
    expect(sessions.at(2)).toMatchObject({ stopped: true, ongoing: true, conditions: { authorized: false } });
    const before = sessions.at(2);
    read(script.station(event('Ended', 'EVCommunicationLost', {}, { chargingState: 'Idle' })), sessions);
    expect(before).toMatchObject({ ongoing: false, over: true });
    expect(sessions.at(2)).not.toBe(before);
  });

  test('by an answer to Authorize that accepts', () => {
    const asked = (status: string) => open().exchange('station', 'a', 'Authorize', { idToken: TOKEN }, { idTokenInfo: { status } });
    expect(read(asked('Accepted')).at(1).conditions.authorized).toBe(true);
    expect(read(asked('Invalid')).at(1).conditions.authorized).toBe(false);
  });

  test('each entry once, and not what was taken note of otherwise', () => {
    const script = open().stimulus('park');
    const sessions = read(script);
    sessions.at(1).conditions.parked = false;
    read(script, sessions);
    expect(sessions.at(1).conditions.parked).toBe(false);
    sessions.skip(script.stimulus('park').trace.entries);
    read(script, sessions);
    expect(sessions.at(1).conditions.parked).toBe(false);
  });

  test('but where transactions are, also of that', () => {
    const script = open().station(event('Started', 'RemoteStart', { evse: { id: 2 } }, { chargingState: 'Charging' }));
    const sessions = new Sessions(SETTINGS);
    sessions.skip(script.trace.entries);
    read(script.station(event('Updated', 'StopAuthorized')), sessions);
    expect([sessions.at(2).stopped, sessions.at(1).stopped]).toEqual([true, false]);
  });
});

describe('a state in a dialogue', () => {
  const status = call('s1', 'StatusNotification', { timestamp: time(0), evseId: 1, connectorId: 1, connectorStatus: 'Occupied' });
  const started = (chargingState: string) =>
    call('t1', 'TransactionEvent', {
      eventType: 'Started',
      triggerReason: 'CablePluggedIn',
      timestamp: time(2),
      seqNo: 0,
      evse: { id: 1, connectorId: 1 },
      transactionInfo: { transactionId: 'tx-9', chargingState },
    });
  const lines = (keyword: string) => `
    ${keyword} the station is EVConnectedPreSession
    When the CSMS sends GetTransactionStatus:
      | transactionId | $transactionId |
    Then the station replies`;
  const answers = { GetTransactionStatus: () => ({ messagesInQueue: false, ongoingIndicator: true }) };
  const replies = { TransactionEvent: {} };

  test('is reached, and the transaction in it is known to what follows', async () => {
    const { verdict, findings, sut } = await play(lines('When'), {
      answers,
      replies,
      stimuli: {
        'plug-in': (station) => {
          station.say(status);
          station.say(started('EVConnected'), 1);
        },
      },
    });
    expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] });
    expect(sut.heard).toMatchObject([{ payload: { transactionId: 'tx-9' } }]);
  });

  test('is missed: a violation where it is the matter, no verdict where it is a precondition', async () => {
    const stimuli = {
      'plug-in': (station: Sut) => {
        station.say(status);
        station.say(started('Charging'), 1);
      },
    };
    const matter = await play(lines('When'), { answers, replies, stimuli });
    expect(matter).toMatchObject({ verdict: 'fail', findings: [{ code: 'message-missing' }] });
    expect(matter.told[0]).toContain('in the nearest TransactionEvent, transactionInfo.chargingState is "Charging"');
    const given = await play(lines('Given'), { answers, replies, stimuli });
    expect(given).toMatchObject({
      verdict: 'inconclusive',
      findings: [],
      reason: expect.stringContaining('a precondition was not reached'),
    });
  });

  test('the connector is not reported as it is', async () => {
    const { told } = await play(lines('When'), {
      answers,
      replies,
      stimuli: { 'plug-in': (station) => station.say(started('EVConnected')) },
    });
    expect(told).toEqual([
      'message-missing B01.FR.01: the station reports connector 1 of EVSE 1 as Occupied, but the station sent TransactionEvent',
    ]);
  });
});
