import { expect, test } from 'vitest';
import { Life } from '../../src/station/life.ts';
import { Work } from '../../src/station/work.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';

function begun() {
  const clock = new VirtualClock(0);
  const life = new Life(clock);
  const work = new Work();
  return { clock, life, work, take: () => work.take(5, life).then((done) => ({ done, at: clock.now() })) };
}

test('what takes a while is done after that', async () => {
  expect(await begun().take()).toEqual({ done: true, at: 5000 });
});

test('it is not done while somebody holds it, however long that takes', async () => {
  const { life, work, take } = begun();
  const [first, second] = [work.hold(), work.hold()];
  const taking = take();
  await life.wait(60);
  first();
  await life.wait(60);
  second();
  expect(await taking).toEqual({ done: true, at: 120_000 });
  expect(await take()).toEqual({ done: true, at: 125_000 });
});

test('its life may end before it is done', async () => {
  const { life, work, take } = begun();
  work.hold();
  const taking = take();
  await life.wait(60);
  life.end();
  expect(await taking).toEqual({ done: false, at: 60_000 });
});
