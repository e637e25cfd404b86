import { expect, test } from 'vitest';
import { merge } from '../../src/csms/merge.ts';
import { chunks, withoutRepetition } from '../../src/csms/requests/split.ts';
import { BoundedMap } from '../../src/csms/stores/bounded-map.ts';
import { accepted, IDENTITY, NOON } from './kit.ts';

const LONG = 'x'.repeat(300_000);

test.each([
  ['no JSON', '[2,"1",', [4, '-1', 'RpcFrameworkError']],
  ['no array', '{}', [4, '-1', 'RpcFrameworkError']],
  ['an id that is no text', '[2,1,"Heartbeat",{}]', [4, '-1', 'RpcFrameworkError']],
  ['a payload that is no object', '[2,"1","Heartbeat",[]]', [4, '1', 'FormatViolation']],
  ['an action that does not exist', '[2,"1","Fly",{}]', [4, '1', 'NotImplemented']],
  ['an action of the CSMS', '[2,"1","Reset",{"type":"OnIdle"}]', [4, '1', 'NotImplemented']],
  ['a required field that is missing', '[2,"1","BootNotification",{}]', [4, '1', 'OccurrenceConstraintViolation']],
  ['a value of the wrong type', '[2,"1","Authorize",{"idToken":7}]', [4, '1', 'TypeConstraintViolation']],
  ['a name of an object method as action', '[2,"1","constructor",{}]', [4, '1', 'NotImplemented']],
  ['a huge text', JSON.stringify([2, '1', 'DataTransfer', { vendorId: 'v', data: LONG }]), [3, '1', { status: 'UnknownVendorId' }]],
])('%s is answered', async (_name, text, begin) => {
  const { station, crashes } = await accepted();
  const answer = station.next();
  station.send(text);
  expect(JSON.parse(await answer).slice(0, 3)).toEqual(begin);
  expect(crashes).toEqual([]);
});

test.each([
  ['an answer to nothing', '[3,"7",{}]'],
  ['an error for nothing', '[4,"7","GenericError","",{}]'],
  ['an unknown message type (Part 4, 4.1.3)', '[9,"7",{}]'],
])('%s is ignored', async (_name, text) => {
  const { station } = await accepted();
  station.send(text);
  const answer = station.next();
  station.send('[2,"8","Heartbeat",{}]');
  expect(JSON.parse(await answer)).toEqual([3, '8', { currentTime: NOON }]);
});

test('an answer that is not as its schema asks counts as none', async () => {
  const { csms, station } = await accepted();
  station.answers.GetVariables = () => ({ getVariableResult: [] as never });
  expect((await csms.send(IDENTITY, 'GetVariables', {})).kind).toBe('timeout');
});

test('prototype names as ids do no harm', async () => {
  const { csms, station, crashes } = await accepted();
  for (const transactionId of ['__proto__', 'constructor'])
    await station.ask('TransactionEvent', {
      eventType: 'Started',
      timestamp: NOON,
      triggerReason: 'Authorized',
      seqNo: 0,
      transactionInfo: { transactionId },
    });
  expect(csms.show('transaction __proto__')).toBe('ongoing');
  expect(csms.show('constructor')).toBeUndefined();
  expect(crashes).toEqual([]);
});

test('what stations tell is bounded', () => {
  const map = new BoundedMap<number, string>(3);
  for (const key of [1, 2, 3, 4]) map.set(key, `value ${key}`);
  expect([...map.keys()]).toEqual([2, 3, 4]);
  expect(map.latest).toBe('value 4');
});

test('merging keeps, replaces, removes and leaves holes alone', () => {
  const base = { a: { b: 1, c: 2 }, list: [{ x: 1, y: 1 }, { x: 2 }] };
  // biome-ignore lint/suspicious/noSparseArray: a hole is what a table leaves that names the second element only
  expect(merge(base, { a: { b: undefined }, list: [, { z: 3 }, { w: 4 }] })).toStrictEqual({
    a: { c: 2 },
    list: [{ x: 1, y: 1 }, { x: 2, z: 3 }, { w: 4 }],
  });
  expect(merge(base, { list: 'text' })).toEqual({ a: { b: 1, c: 2 }, list: 'text' });
  expect(base.a).toEqual({ b: 1, c: 2 });
});

test('lists are divided by length and by repetition', () => {
  expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunks([1, 2], undefined)).toEqual([[1, 2]]);
  expect(chunks([], 2)).toEqual([[]]);
  expect(withoutRepetition(['a', 'b', 'A', 'a'], (text) => text.toLowerCase())).toEqual([['a', 'b'], ['A'], ['a']]);
});
