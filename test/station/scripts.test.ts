import { describe, expect, test } from 'vitest';
import { ACTIONS, mayRequest } from '../../src/ocpp/action.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import { requestViolations } from '../../src/ocpp/validate.ts';
import { merge } from '../../src/station/merge.ts';
import { STATION_STIMULI } from '../../src/station/stimuli.ts';
import { STIMULI } from '../../src/stimuli/stimuli.ts';
import { scene } from './kit.ts';

describe('compose', () => {
  test.each(ACTIONS.filter((action) => mayRequest('station', action)))('%s is valid by default', async (action) => {
    const { station } = await scene({ boot: false });
    expect(requestViolations(action, station.compose(action))).toEqual([]);
  });

  test('there is nothing to compose for a request of the CSMS', async () => {
    const { station } = await scene({ boot: false });
    expect(() => station.compose('Reset')).toThrow('a station does not send Reset');
  });

  test('fits what is going on', async () => {
    const { station, csms } = await scene();
    await station.stimulate('plug-in', { evseId: 2 });
    await station.idle();
    const transactionId = csms.of('TransactionEvent')[0]?.transactionInfo.transactionId;
    expect(station.compose('TransactionEvent')).toMatchObject({
      eventType: 'Updated',
      seqNo: 1,
      transactionInfo: { transactionId, chargingState: 'EVConnected' },
      evse: { id: 2, connectorId: 1 },
    });
    expect(station.compose('TransactionEvent', { eventType: 'Started', evse: { id: 1 } })).toMatchObject({
      eventType: 'Started',
      seqNo: 0,
      evse: { id: 1 },
    });
    expect(station.compose('StatusNotification', { evseId: 2 })).toMatchObject({ evseId: 2, connectorId: 1, connectorStatus: 'Occupied' });
  });

  test.each([
    [{ a: 1, b: { c: 1, d: 2 } }, { b: { c: 9 } }, { a: 1, b: { c: 9, d: 2 } }],
    [{ a: 1, b: 2 }, { a: undefined }, { b: 2 }],
    [{ a: [{ b: 1, c: 1 }, { b: 2 }] }, { a: [{ b: 9 }] }, { a: [{ b: 9, c: 1 }, { b: 2 }] }],
    [{ a: [1] }, { a: [1, 2] }, { a: [1, 2] }],
    [{ a: [1, 2] }, { a: [undefined, 5] }, { a: [5] }],
    [{}, { a: { b: { c: 1 } } }, { a: { b: { c: 1 } } }],
    [{ a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
  ] as [Payload, Payload, Payload][])('%j changed by %j', (base, changes, expected) => {
    const before = structuredClone(base);
    expect(merge(base, changes)).toEqual(expected);
    expect(base).toEqual(before);
  });
});

describe('send', () => {
  test('keeps the books of a transaction', async () => {
    const { station, csms } = await scene();
    await station.send('StatusNotification', { evseId: 1, connectorId: 1, connectorStatus: 'Occupied' });
    await station.send('TransactionEvent', { transactionInfo: { transactionId: 'T1' } });
    await station.send('TransactionEvent', { triggerReason: 'Authorized', idToken: { idToken: 'A1', type: 'ISO14443' } });
    await station.send('TransactionEvent', { transactionInfo: { chargingState: 'Charging' } });
    expect(station.state().evses[0]).toMatchObject({
      status: 'Occupied',
      transaction: { id: 'T1', seqNo: 3, chargingState: 'Charging', authorized: true },
    });
    // The station takes over: the same token stops, the cable is in.
    await station.stimulate('present-token', { evseId: 1, idToken: 'A1', type: 'ISO14443' });
    await station.stimulate('unplug', { evseId: 1 });
    await station.idle();
    expect(csms.of('TransactionEvent').map(({ seqNo, transactionInfo }) => [seqNo, transactionInfo.transactionId])).toEqual(
      [0, 1, 2, 3, 4, 5].map((seqNo) => [seqNo, 'T1']),
    );
    expect(station.state().evses[0]?.transaction).toBeNull();
  });

  test('ends a transaction that the station had begun', async () => {
    const { station } = await scene();
    await station.stimulate('plug-in', { evseId: 1 });
    await station.idle();
    await station.send('TransactionEvent', { eventType: 'Ended', transactionInfo: { stoppedReason: 'EVDisconnected' } });
    expect(station.state().evses[0]).toMatchObject({ transaction: null, connectors: [{ ev: false }, {}] });
  });

  test('sends what is wrong as it is, and learns nothing from it', async () => {
    const { station, csms } = await scene();
    const frames: string[] = [];
    csms.link.listen({ text: (text) => frames.push(text) });
    const outcome = await station.send('StatusNotification', { connectorStatus: 'Broken', evseId: undefined });
    expect(outcome).toMatchObject({ kind: 'error' });
    expect(frames[0]).toContain('"connectorStatus":"Broken"');
    expect(frames[0]).not.toContain('evseId');
    expect(station.state().evses[0]?.status).toBe('Available');
  });

  test('goes past the registration', async () => {
    const { station, csms } = await scene({ boot: false });
    csms.answers.BootNotification = () => ({ currentTime: '2026-01-01T00:00:00Z', interval: 100, status: 'Pending' });
    station.powerOn();
    await station.idle();
    await station.send('StatusNotification', {});
    expect(csms.of('StatusNotification')).toHaveLength(1);
  });

  test('a boot that the script announces counts as one', async () => {
    const { station, csms } = await scene();
    await station.send('BootNotification', { reason: 'Watchdog' });
    await station.idle();
    expect(csms.actions).toEqual(['BootNotification', 'StatusNotification', 'StatusNotification', 'StatusNotification']);
  });

  test('without a connection it comes to nothing', async () => {
    const { station } = await scene({ boot: false });
    expect(await station.send('Heartbeat')).toMatchObject({ kind: 'closed' });
  });

  test('a frame goes out as it is', async () => {
    const { station, csms } = await scene();
    const frames: unknown[] = [];
    csms.link.listen({ text: (text) => frames.push(text) });
    station.sendFrame('[2,"x"]');
    await station.send('Heartbeat');
    expect(frames[0]).toBe('[2,"x"]');
  });
});

describe('interceptors', () => {
  test('change requests, and the station lives with the answer', async () => {
    const { station, csms } = await scene({ boot: false });
    station.interceptors.push({
      request: (action, payload) => (action === 'BootNotification' ? { ...payload, reason: 'Watchdog' } : payload),
    });
    station.powerOn();
    await station.idle();
    expect(csms.of('BootNotification')).toMatchObject([{ reason: 'Watchdog' }]);
  });

  test('hold replies back without holding up stimuli', async () => {
    const { station, csms } = await scene();
    csms.answers.StatusNotification = () => ({ silence: true });
    await station.stimulate('plug-in', { evseId: 1 });
    expect(station.busy).toBe(true);
    await csms.next('StatusNotification');
  });
});

/** For what stimuli cannot do without. */
const VALUES: Record<string, unknown> = {
  idToken: 'A1',
  type: 'ISO14443',
  limit: 8,
  unit: 'A',
  logType: 'DiagnosticsLog',
  customerIdentifier: 'C1',
  content: 'Hello',
  expected: 'not shown',
};

test.each(STATION_STIMULI)('%s is a stimulus that the station takes', async (name) => {
  const { station } = await scene();
  const required = STIMULI[name].required.map((field) => [field, VALUES[field]]);
  await station.stimulate(name, Object.fromEntries(required));
  await station.idle();
});

test('stimuli say what is wrong with them', async () => {
  const { station } = await scene({ boot: false });
  await expect(station.stimulate('dance')).rejects.toThrow('a station knows no stimulus dance');
  await expect(station.stimulate('constructor')).rejects.toThrow('a station knows no stimulus constructor');
  await expect(station.stimulate('plug-in', { evseId: 9 })).rejects.toThrow('no EVSE 9');
  await expect(station.stimulate('present-token', { idToken: 'A1' })).rejects.toThrow('type is missing');
});
