import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { inTurns } from '../../src/wire/turns.ts';

const source = () => ({ pause: vi.fn(), resume: vi.fn() });

test('what an event sets in motion is done before the next one that came with it', async () => {
  const inTurn = inTurns(source());
  const done: string[] = [];
  const event = (name: string) => async () => {
    done.push(`${name} begins`);
    for (let i = 0; i < 20; i++) await undefined;
    done.push(`${name} ends`);
  };
  for (const name of ['first', 'second', 'third']) inTurn(event(name));
  expect(done).toEqual(['first begins']);
  await setImmediate();
  await setImmediate();
  await setImmediate();
  expect(done).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
});

test('an event that comes while others wait comes after them, one that comes later at once', async () => {
  const inTurn = inTurns(source());
  const done: number[] = [];
  inTurn(() => done.push(1));
  inTurn(() => {
    done.push(2);
    inTurn(() => done.push(4));
  });
  inTurn(() => done.push(3));
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  expect(done).toEqual([1, 2, 3, 4]);
  inTurn(() => done.push(5));
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test('an event that fails does not keep back the others', async () => {
  const inTurn = inTurns(source());
  const done: number[] = [];
  const fails = () =>
    inTurn(() => {
      throw new Error('by itself');
    });
  expect(fails).toThrow('by itself');
  inTurn(() => done.push(2));
  for (let turn = 0; turn < 3; turn++) await setImmediate();
  expect(done).toEqual([2]);
});

test('nothing more is read while some wait', async () => {
  const peer = source();
  const inTurn = inTurns(peer);
  inTurn(() => {});
  expect(peer.pause).not.toHaveBeenCalled();
  for (let i = 0; i < 3; i++) inTurn(() => {});
  expect(peer.pause).toHaveBeenCalledOnce();
  await setImmediate();
  await setImmediate();
  expect(peer.resume).not.toHaveBeenCalled();
  for (let turn = 0; turn < 4; turn++) await setImmediate();
  expect(peer.resume).toHaveBeenCalledOnce();
});
