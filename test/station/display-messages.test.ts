import { describe, expect, test } from 'vitest';
import type { GetDisplayMessagesRequest, MessageInfoType } from '../../src/ocpp/generated/messages.ts';
import { act, present } from './charging.ts';
import { type Scene, scene } from './kit.ts';

const message = (changes: Partial<MessageInfoType> = {}): MessageInfoType => ({
  id: 1,
  priority: 'NormalCycle',
  message: { format: 'UTF8', language: 'en', content: 'Welcome' },
  ...changes,
});

/** Sets messages. @returns a status for each */
async function set({ csms }: Scene, ...all: Partial<MessageInfoType>[]): Promise<string[]> {
  const statuses: string[] = [];
  for (const changes of all) statuses.push((await csms.ask('SetDisplayMessage', { message: message(changes) })).status);
  return statuses;
}

/** Asks for messages. @returns the status and the messages that are reported */
async function get(all: Scene, request: Partial<GetDisplayMessagesRequest> = {}): Promise<[string, MessageInfoType[]]> {
  all.csms.forget();
  const { status } = await all.csms.ask('GetDisplayMessages', { requestId: 5, ...request });
  await all.station.idle();
  return [status, all.csms.of('NotifyDisplayMessages').flatMap(({ messageInfo = [] }) => messageInfo)];
}
const idsOf = async (all: Scene, request?: Partial<GetDisplayMessagesRequest>): Promise<unknown[]> => {
  const [status, messages] = await get(all, request);
  return [status, ...messages.map(({ id }) => id)];
};

describe('SetDisplayMessage (O01, O02, O06)', () => {
  test('sets a message, or replaces that with its id (O06.FR.01)', async () => {
    const all = await scene();
    expect(await set(all, {})).toEqual(['Accepted']);
    expect(await get(all)).toEqual(['Accepted', [message()]]);
    const other = { state: 'Charging', priority: 'InFront' } as const;
    expect(await set(all, other)).toEqual(['Accepted']);
    expect(await get(all)).toEqual(['Accepted', [message(other)]]);
  });

  test('only one message is always in front (O01.FR.16, O02.FR.18)', async () => {
    const all = await scene();
    await set(all, { id: 1, priority: 'AlwaysFront' }, { id: 2, priority: 'InFront' }, { id: 3, priority: 'AlwaysFront' });
    expect(await idsOf(all)).toEqual(['Accepted', 2, 3]);
  });

  test.each([
    ['a priority (O01.FR.01)', { priority: 'InFront' }, 'NotSupportedPriority'],
    ['a state (O01.FR.02)', { state: 'Faulted' }, 'NotSupportedState'],
    ['a format (O01.FR.03)', { message: { format: 'HTML', content: '<b>' } }, 'NotSupportedMessageFormat'],
    ['a display (O01.FR.22)', { display: { name: 'Display', instance: 'second' } }, 'Rejected'],
    ['a transaction (O02.FR.01)', { transactionId: 'none' }, 'UnknownTransaction'],
  ] as const)('%s that the station does not know is refused', async (_what, changes, status) => {
    const all = await scene({
      capabilities: { displayStates: ['Idle'] },
      variables: { 'DisplayMessageCtrlr.SupportedPriorities': 'NormalCycle,AlwaysFront' },
    });
    expect(await set(all, changes as Partial<MessageInfoType>)).toEqual([status]);
    expect(await get(all)).toEqual(['Unknown', []]);
  });

  test('a display that the station has is taken (O01.FR.23)', async () => {
    expect(await set(await scene(), { display: { name: 'Display' } })).toEqual(['Accepted']);
  });

  test('more than it has room for are refused, but not those that replace one (O01.FR.11)', async () => {
    const all = await scene();
    await set(all, ...Array.from({ length: 9 }, (_, id) => ({ id })), { id: 9, priority: 'AlwaysFront' as const });
    expect(await set(all, { id: 10 }, { id: 3 }, { id: 11, priority: 'AlwaysFront' })).toEqual(['Rejected', 'Accepted', 'Accepted']);
  });

  test('messages survive a power cycle (O01.FR.10)', async () => {
    const all = await scene();
    await set(all, {});
    await act(all, 'power-cycle');
    expect(await idsOf(all)).toEqual(['Accepted', 1]);
  });

  test('a message goes at the end of its time (O01.FR.07)', async () => {
    const all = await scene();
    const at = (seconds: number) => new Date(all.clock.now() + seconds * 1000).toISOString();
    await set(all, { id: 1, startDateTime: at(10), endDateTime: at(60) }, { id: 2 });
    expect(await idsOf(all)).toEqual(['Accepted', 1, 2]);
    await all.pass(60);
    expect(await idsOf(all)).toEqual(['Accepted', 2]);
  });

  test('a message of a transaction goes with it (O02.FR.02)', async () => {
    const all = await scene();
    await act(all, 'plug-in', present());
    const transactionId = all.csms.of('TransactionEvent')[0]?.transactionInfo.transactionId ?? '';
    expect(await set(all, { transactionId })).toEqual(['Accepted']);
    expect(await idsOf(all)).toEqual(['Accepted', 1]);
    await act(all, 'unplug');
    expect(await idsOf(all)).toEqual(['Unknown']);
  });
});

describe('GetDisplayMessages (O03, O04)', () => {
  const three = async (overrides = {}) => {
    const all = await scene(overrides);
    await set(all, { id: 1 }, { id: 2, priority: 'InFront' }, { id: 3, state: 'Charging' });
    return all;
  };

  test.each([
    ['all (O03.FR.01, O03.FR.02)', {}, ['Accepted', 1, 2, 3]],
    ['by id', { id: [1, 3, 9] }, ['Accepted', 1, 3]],
    ['by priority', { priority: 'NormalCycle' }, ['Accepted', 1, 3]],
    ['by state', { state: 'Charging' }, ['Accepted', 3]],
    ['by several of them (O04.FR.01, O04.FR.03)', { id: [1, 2], priority: 'NormalCycle' }, ['Accepted', 1]],
    ['that there are not (O04.FR.02)', { id: [1], state: 'Charging' }, ['Unknown']],
  ] as const)('%s', async (_what, request, expected) => {
    expect(await idsOf(await three(), request as unknown as Partial<GetDisplayMessagesRequest>)).toEqual(expected);
  });

  test('in parts (O03.FR.03 to FR.05)', async () => {
    const all = await three({ reportEntriesPerPart: 2 });
    expect(await idsOf(all)).toEqual(['Accepted', 1, 2, 3]);
    expect(all.csms.of('NotifyDisplayMessages').map(({ requestId, tbc }) => [requestId, tbc])).toEqual([
      [5, true],
      [5, false],
    ]);
  });

  test('where there are none (O03.FR.06)', async () => {
    expect(await get(await scene())).toEqual(['Unknown', []]);
  });
});

test('ClearDisplayMessage (O05.FR.01, O05.FR.02)', async () => {
  const all = await scene();
  await set(all, {}, { id: 2 });
  const clear = async (id: number) => (await all.csms.ask('ClearDisplayMessage', { id })).status;
  expect([await clear(1), await clear(1)]).toEqual(['Accepted', 'Unknown']);
  expect(await idsOf(all)).toEqual(['Accepted', 2]);
});

describe('what is on the display', () => {
  /** The contents of messages that somebody sees. */
  const seen = async ({ station }: Scene, ...contents: string[]): Promise<string[]> => {
    const looks = await Promise.all(contents.map((content) => station.stimulate('look', { content, expected: 'shown' })));
    return contents.filter((_, index) => looks[index] === undefined);
  };
  const saying = (content: string, changes: Partial<MessageInfoType> = {}): Partial<MessageInfoType> => ({
    id: content.charCodeAt(0),
    message: { format: 'ASCII', content },
    ...changes,
  });

  test('messages of the highest priority take turns, and others wait (O01.FR.12 to O01.FR.15)', async () => {
    const all = await scene();
    await set(all, saying('a'), saying('b'));
    expect(await seen(all, 'a', 'b', 'c')).toEqual(['a', 'b']);
    await set(all, saying('c', { priority: 'InFront' }), saying('d', { priority: 'InFront' }));
    expect(await seen(all, 'a', 'b', 'c', 'd')).toEqual(['c', 'd']);
    await set(all, saying('e', { priority: 'AlwaysFront' }));
    expect(await seen(all, 'a', 'c', 'e')).toEqual(['e']);
    await all.csms.ask('ClearDisplayMessage', { id: 'e'.charCodeAt(0) });
    expect(await seen(all, 'a', 'c', 'e')).toEqual(['c']);
  });

  test('a message is there from its start to its end (O01.FR.06, O01.FR.07)', async () => {
    const all = await scene();
    const at = (seconds: number) => new Date(all.clock.now() + seconds * 1000).toISOString();
    await set(all, saying('a', { startDateTime: at(10), endDateTime: at(20) }));
    expect(await seen(all, 'a')).toEqual([]);
    await all.pass(10);
    expect(await seen(all, 'a')).toEqual(['a']);
    await all.pass(10);
    expect(await seen(all, 'a')).toEqual([]);
  });

  test('a message in front that is not due hides nothing', async () => {
    const all = await scene();
    await set(all, saying('a'), saying('b', { priority: 'AlwaysFront', state: 'Charging' }));
    expect(await seen(all, 'a', 'b')).toEqual(['a']);
  });

  test('a message is there in its state only', async () => {
    const all = await scene();
    await set(all, saying('c', { state: 'Charging' }), saying('f', { state: 'Faulted' }));
    await set(all, saying('i', { state: 'Idle' }), saying('u', { state: 'Unavailable' }));
    expect(await seen(all, 'c', 'f', 'i', 'u')).toEqual(['i']);
    await act(all, 'plug-in', present());
    expect(await seen(all, 'c', 'f', 'i', 'u')).toEqual(['c']);
    await act(all, 'unplug');
    await all.csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative' });
    expect(await seen(all, 'c', 'f', 'i', 'u')).toEqual(['u']);
    await act(all, 'fault');
    expect(await seen(all, 'c', 'f', 'i', 'u')).toEqual(['f', 'u']);
    await act(all, 'repair');
    expect(await seen(all, 'c', 'f', 'i', 'u')).toEqual(['u']);
  });

  test('whoever looks is told what there is instead', async () => {
    const all = await scene();
    expect(await all.station.stimulate('look', { content: 'a', expected: 'shown' })).toBe('no message is shown');
    await set(all, saying('b'), saying('c'));
    expect(await all.station.stimulate('look', { content: 'b', expected: 'not shown' })).toBe('shown: b, c');
  });
});

test('a fault is reported for every connector of the EVSE, and nobody may charge there (G01.FR.01)', async () => {
  const { station, csms } = await scene();
  const reported = async (stimulus: string) => {
    csms.forget();
    await station.stimulate(stimulus, { evseId: 1 });
    await station.idle();
    return csms.of('StatusNotification').map(({ evseId, connectorId, connectorStatus }) => `${evseId}.${connectorId} ${connectorStatus}`);
  };
  expect(await reported('fault')).toEqual(['1.1 Faulted', '1.2 Faulted']);
  const idToken = { idToken: 'AAAA', type: 'Central' } as const;
  expect(await csms.ask('RequestStartTransaction', { evseId: 1, remoteStartId: 1, idToken })).toMatchObject({ status: 'Rejected' });
  expect(await reported('repair')).toEqual(['1.1 Available', '1.2 Available']);
});

test('a station whose display is switched off takes none of these requests', async () => {
  const { csms } = await scene({ variables: { 'DisplayMessageCtrlr.Enabled': 'false' } });
  expect(await csms.call('SetDisplayMessage', { message: message() })).toMatchObject({ code: 'NotSupported' });
  expect(await csms.call('GetDisplayMessages', { requestId: 1 })).toMatchObject({ code: 'NotSupported' });
  expect(await csms.call('ClearDisplayMessage', { id: 1 })).toMatchObject({ code: 'NotSupported' });
});
