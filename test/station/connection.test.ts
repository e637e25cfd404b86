import { describe, expect, test } from 'vitest';
import { networkProfile } from '../../src/station/config.ts';
import { ConnectError } from '../../src/wire/client.ts';
import { Csms, newStation, scene } from './kit.ts';

const REFUSE = () => ({ do: 'refuse', status: 503 }) as const;
const ACCEPT = () => ({ do: 'accept', subprotocol: 'ocpp2.0.1' }) as const;
const BACK_OFF = { 'OCPPCommCtrlr.RetryBackOffWaitMinimum': '10', 'OCPPCommCtrlr.RetryBackOffRepeatTimes': '2' };

describe('reconnecting (Part 4, 5.4)', () => {
  test('waits the minimum, doubles after every failure, and begins anew after a connection', async () => {
    const { csms, station, pass } = await scene({ variables: BACK_OFF });
    csms.admit = REFUSE;
    csms.link.close();
    await pass(10 + 20 + 40 + 40 + 5);
    expect(csms.attempts.map((at) => at - 5)).toEqual([10, 30, 70, 110]);
    csms.admit = ACCEPT;
    await csms.next('Heartbeat');
    await station.idle();
    csms.forget();
    csms.link.close();
    await pass(11);
    expect(csms.attempts.map((at) => at - 5)).toEqual([160]);
  });

  test('does not boot again, but reports a heartbeat (B04)', async () => {
    const { csms, pass } = await scene();
    csms.link.close();
    await pass(11);
    expect(csms.actions).toEqual(['Heartbeat']);
  });

  test('gives up an attempt that is never answered', async () => {
    const { csms, pass } = await scene({ variables: BACK_OFF });
    csms.admit = () => ({ do: 'stall' });
    csms.link.close();
    await pass(10 + 30 + 20 + 1);
    expect(csms.attempts.map((at) => at - 5)).toEqual([10, 60]);
  });

  test('has no network until it is told so', async () => {
    const { csms, station, pass } = await scene();
    station.goOffline();
    await pass(100);
    expect(csms.attempts).toEqual([]);
    expect(station.busy).toBe(false);
    station.goOnline();
    await station.idle();
    expect(csms.attempts).toHaveLength(1);
    expect(csms.received[0]?.at).toBe(105);
  });

  test('observes the back-off even if the network is back at once', async () => {
    const { csms, station } = await scene();
    station.goOffline();
    station.goOnline();
    await station.idle();
    expect(csms.attempts).toEqual([15]);
  });
});

describe('status after having been offline (B04)', () => {
  const VARIABLES = { 'OCPPCommCtrlr.OfflineThreshold': '30', 'TxCtrlr.TxStartPoint': 'Authorized' };

  test('reports every connector if it was offline for longer than OfflineThreshold', async () => {
    const { csms, station, pass } = await scene({ variables: VARIABLES });
    station.goOffline();
    await station.stimulate('plug-in', { evseId: 2 });
    await pass(31);
    station.goOnline();
    await station.idle();
    expect(csms.of('StatusNotification').map(({ evseId, connectorStatus }) => [evseId, connectorStatus])).toEqual([
      [1, 'Available'],
      [1, 'Available'],
      [2, 'Occupied'],
    ]);
  });

  test('reports only connectors with a change otherwise', async () => {
    const { csms, station, pass } = await scene({ variables: VARIABLES });
    station.goOffline();
    await station.stimulate('plug-in', { evseId: 2 });
    await pass(29);
    station.goOnline();
    await station.idle();
    expect(csms.of('StatusNotification')).toMatchObject([{ evseId: 2, connectorId: 1, connectorStatus: 'Occupied' }]);
  });

  test('reports nothing if nothing has changed', async () => {
    const { csms, station, pass } = await scene({ variables: VARIABLES });
    station.goOffline();
    await pass(29);
    station.goOnline();
    await station.idle();
    expect(csms.of('StatusNotification')).toEqual([]);
  });
});

describe('network profiles (B09, B10)', () => {
  async function twoServers(overrides: Parameters<typeof scene>[0] = {}) {
    const all = await scene({ slots: [1, 2], ...overrides });
    const other = await Csms.start(all.clock);
    const set = await all.csms.ask('SetNetworkProfile', { configurationSlot: 2, connectionData: networkProfile(other.url, 1) });
    expect(set).toEqual({ status: 'Accepted' });
    return { ...all, other };
  }
  const component = { name: 'OCPPCommCtrlr' };
  const setPriority = (csms: Csms, attributeValue: string) =>
    csms.ask('SetVariables', { setVariableData: [{ component, variable: { name: 'NetworkConfigurationPriority' }, attributeValue }] });
  const attempts = (count: number) => ({ 'OCPPCommCtrlr.NetworkProfileConnectionAttempts': `${count}` });

  test('migrates after a reset, having closed the old connection', async () => {
    const { csms, other, station } = await twoServers();
    expect(await setPriority(csms, '2,1')).toMatchObject({ setVariableResult: [{ attributeStatus: 'Accepted' }] });
    expect(other.attempts).toEqual([]);
    let openBefore: boolean | undefined;
    station.watch({
      attempted: () => {
        openBefore = csms.link.open;
      },
    });
    expect(await csms.ask('Reset', { type: 'OnIdle' })).toEqual({ status: 'Accepted' });
    await station.idle();
    expect(openBefore).toBe(false);
    expect(other.of('BootNotification')).toMatchObject([{ reason: 'RemoteReset' }]);
    expect(station.variables.get('OCPPCommCtrlr.ActiveNetworkProfile')).toBe('2');
  });

  test('does not migrate without a reboot', async () => {
    const { csms, other, station } = await twoServers();
    await setPriority(csms, '2,1');
    csms.link.close();
    await csms.next('Heartbeat');
    await station.idle();
    expect(other.attempts).toEqual([]);
    expect(csms.attempts).toHaveLength(1);
  });

  test('falls back to the next profile after NetworkProfileConnectionAttempts', async () => {
    const { csms, other, station } = await twoServers({ variables: attempts(2) });
    await setPriority(csms, '2,1');
    other.admit = REFUSE;
    await csms.ask('Reset', { type: 'OnIdle' });
    await station.idle();
    expect(other.attempts).toHaveLength(2);
    expect(csms.of('BootNotification')).toHaveLength(1);
  });

  test.each([
    ['lastGoodProfile', [1, 1, 1]],
    ['restartList', [2, 1, 2]],
  ] as const)('goes on when all profiles have failed: %s', async (whenAllProfilesFailed, expected) => {
    const { csms, other, station, pass } = await twoServers({ variables: attempts(1), capabilities: { whenAllProfilesFailed } });
    await setPriority(csms, '2,1');
    const order: number[] = [];
    csms.admit = () => {
      order.push(1);
      return REFUSE();
    };
    other.admit = () => {
      order.push(2);
      return REFUSE();
    };
    await csms.ask('Reset', { type: 'OnIdle' });
    await pass(10 + 20 + 40 + 80 + 20);
    expect(order).toEqual([2, 1, ...expected]);
    expect(station.busy).toBe(true);
  });

  test('registers again when a loss has made it change the profile (B10.FR.10)', async () => {
    const { csms, other, station } = await twoServers({ variables: attempts(1) });
    await setPriority(csms, '1,2');
    await csms.ask('Reset', { type: 'OnIdle' });
    await station.idle();
    csms.admit = REFUSE;
    csms.link.close();
    await other.next('StatusNotification');
    await station.idle();
    expect(other.of('BootNotification')).toHaveLength(1);
    expect(other.of('SecurityEventNotification')).toEqual([]);
  });

  test.each([
    ['a slot that it does not have', { configurationSlot: 999 }, {}],
    ['another transport', {}, { ocppTransport: 'SOAP' as const }],
    ['no URL', {}, { ocppCsmsUrl: 'here' }],
    ['a URL without TLS for a profile with TLS', {}, { securityProfile: 2 }],
    ['a security profile that does not exist', {}, { securityProfile: 4 }],
    ['no message timeout', {}, { messageTimeout: 0 }],
  ])('rejects %s', async (_what, request, connectionData) => {
    const { csms } = await scene();
    const valid = networkProfile('ws://127.0.0.1:1', 1);
    const response = await csms.ask('SetNetworkProfile', {
      configurationSlot: 2,
      ...request,
      connectionData: { ...valid, ...connectionData },
    });
    expect(response.status).toBe('Rejected');
  });

  test('does not take up a change of the active profile before a reboot (B09, remark)', async () => {
    const { csms, other, station } = await twoServers();
    await csms.ask('SetNetworkProfile', { configurationSlot: 1, connectionData: networkProfile(other.url, 1) });
    csms.link.close();
    await csms.next('Heartbeat');
    await csms.ask('Reset', { type: 'OnIdle' });
    await station.idle();
    expect(other.of('BootNotification')).toHaveLength(1);
  });

  test.each(['2', '1,2', '', '3', '1,1'])('rejects the priority %j while only slot 1 is set (B10.FR.02)', async (value) => {
    const { csms } = await scene();
    const { setVariableResult } = await setPriority(csms, value);
    expect(setVariableResult).toMatchObject([{ attributeStatus: 'Rejected' }]);
  });

  test('waits for answers as long as its profile says', async () => {
    const { csms, clock, config, pass } = await scene({ boot: false });
    config.networkProfiles[1] = networkProfile(csms.url, 1, 7);
    const patient = newStation(config, clock);
    csms.answers.BootNotification = () => ({ silence: true });
    patient.powerOn();
    await csms.next('BootNotification');
    expect(patient.variables.get('OCPPCommCtrlr.MessageTimeout[Default]')).toBe('7');
    await pass(7 + 60 + 1);
    expect(csms.received.map(({ at }) => at)).toEqual([5, 5 + 7 + 60]);
  });
});

describe('scripted connections', () => {
  test('an attempt may be made with anything else', async () => {
    const { csms, station } = await scene();
    station.disconnect({ reconnect: false });
    await station.idle();
    const refusals: string[] = [];
    station.watch({ refused: ({ stage }) => refusals.push(stage) });
    csms.admit = () => ({ do: 'refuse', status: 401 });
    await expect(station.connectOnce({ password: 'wrong' })).rejects.toBeInstanceOf(ConnectError);
    expect(refusals).toEqual(['upgrade']);
    csms.admit = ACCEPT;
    const link = await station.connectOnce({ username: 'someone' });
    await station.idle();
    expect(link.open).toBe(true);
    expect(csms.upgrades.at(-1)?.credentials?.username).toBe('someone');
    expect(csms.actions).toEqual(['Heartbeat']);
  });

  test('a station without power leaves it to the script to speak', async () => {
    const { csms, station } = await scene({ boot: false });
    await station.connectOnce();
    await station.idle();
    expect(csms.actions).toEqual([]);
    await station.send('BootNotification', { reason: 'Unknown' });
    await station.idle();
    expect(csms.actions.slice(0, 2)).toEqual(['BootNotification', 'StatusNotification']);
  });

  test('a closed connection is made anew only if that is wanted', async () => {
    const { csms, station, pass } = await scene();
    station.disconnect({ reconnect: true });
    await csms.next('Heartbeat');
    await station.idle();
    station.disconnect({ reconnect: false });
    await pass(1000);
    expect(csms.attempts).toHaveLength(1);
  });

  test('watchers hear of a connection before its first frame', async () => {
    const { station } = await scene({ boot: false });
    const heard: string[] = [];
    station.watch({
      attempted: () => heard.push('attempted'),
      linked: (link, slot) => {
        heard.push(`linked ${slot}`);
        link.listen({ sent: () => heard.push('sent') });
      },
    });
    station.powerOn();
    await station.idle();
    expect(heard.slice(0, 3)).toEqual(['attempted', 'linked 1', 'sent']);
  });
});

test('authenticates with its identity and password (A00.FR.203)', async () => {
  const { csms } = await scene({ identity: 'RDAM|1' });
  expect(csms.upgrades[0]).toMatchObject({
    identity: 'RDAM|1',
    path: '/RDAM%7C1',
    offered: ['ocpp2.0.1'],
    credentials: { wellFormed: true, username: 'RDAM|1', passwordLength: 22 },
  });
});

test('sends pings at WebSocketPingInterval', async () => {
  const { csms, pass } = await scene({ variables: { 'OCPPCommCtrlr.WebSocketPingInterval': '20' } });
  let pings = 0;
  csms.link.listen({ ping: () => pings++ });
  await pass(61);
  expect(pings).toBe(3);
});

test('has no network after a power cycle either, if it had none before', async () => {
  const { csms, station, pass } = await scene();
  station.goOffline();
  await station.stimulate('power-cycle');
  await pass(100);
  expect(csms.attempts).toEqual([]);
  station.goOnline();
  await station.idle();
  expect(csms.of('BootNotification')).toMatchObject([{ reason: 'PowerUp' }]);
});
