import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plansFor, readFeatures } from '../../src/run/scenarios.ts';
import { parseShard, shardOf } from '../../src/run/shard.ts';

const scenarios = readFeatures();
const plans = (['station', 'csms'] as const).flatMap((role) => plansFor(role, scenarios));
const idsOf = (some: readonly { id: string }[]) => [...new Set(some.map(({ id }) => id))];

describe('the shards of a run', () => {
  test.each([1, 2, 3, 7, 50])('of %d have every case once, in the order of the run', (of) => {
    const shards = Array.from({ length: of }, (_, index) => shardOf(plans, { index: index + 1, of }));
    const lines = (some: typeof plans) => some.map(({ file, line, id }) => `${id} ${file}:${line}`);
    expect(shards.flatMap(lines).toSorted()).toEqual(lines(plans).toSorted());
    for (const shard of shards) expect(shard).toEqual(plans.filter((plan) => shard.includes(plan)));
    expect(shards.flatMap(idsOf)).toHaveLength(idsOf(plans).length);
  });

  test('are of one size, for either role', () => {
    const role = fc.constantFrom('station' as const, 'csms' as const);
    const cases = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), role }), { minLength: 9, selector: ({ id }) => id });
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 9 }), (some, of) => {
        const shards = Array.from({ length: of }, (_, index) => shardOf(some, { index: index + 1, of }));
        for (const count of [
          ({ length }: typeof some) => length,
          (shard: typeof some) => shard.filter((one) => one.role === 'station').length,
        ]) {
          const sizes = shards.map(count);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(2);
        }
      }),
    );
  });

  test('do not depend on the order of the features', () => {
    const turned = shardOf(plans.toReversed(), { index: 2, of: 3 });
    expect(turned.toReversed()).toEqual(shardOf(plans, { index: 2, of: 3 }));
  });

  test('there are not more of them than cases', () => {
    const some = plans.filter(({ id }) => id === 'TC_B_01_CS' || id === 'TC_B_02_CS');
    expect(() => shardOf(some, { index: 1, of: 3 })).toThrow('--shard 1/3: only 2 cases are selected');
    expect(shardOf([], { index: 1, of: 3 })).toEqual([]);
  });
});

test('a shard is written as part/parts', () => {
  expect(parseShard('2/4')).toEqual({ index: 2, of: 4 });
  for (const text of ['2', '2/', '/4', 'a/b', '1.5/2', '-1/2', '2/4/6', ' 1/2'])
    expect(() => parseShard(text)).toThrow(`--shard is a part of how many, like 2/4, not "${text}"`);
  expect(() => parseShard('0/4')).toThrow('--shard 0/4: there is no part 0 of 4, the first is 1/4');
  expect(() => parseShard('5/4')).toThrow('--shard 5/4: there is no part 5 of 4, the first is 1/4');
});
