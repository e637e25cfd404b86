import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CSMS_FAULTS } from '../../src/csms/faults/index.ts';
import { STATION_FAULTS } from '../../src/station/faults/index.ts';

type Faults = Record<string, object>;

/** The faults in each file that has some, by name; the list of all would let one of two with the same name vanish. */
async function faultsOf(simulator: 'station' | 'csms'): Promise<Map<string, Set<object>>> {
  const directory = new URL(`../../src/${simulator}/faults/`, import.meta.url);
  const files = readdirSync(directory).filter((file) => file !== 'index.ts');
  const modules: Faults[] = await Promise.all(files.map((file) => import(new URL(file, directory).href)));
  const byName = new Map<string, Set<object>>();
  for (const [list, faults] of modules.flatMap((module) => Object.entries(module)))
    if (list.endsWith('_FAULTS'))
      for (const [name, fault] of Object.entries(faults)) byName.set(name, (byName.get(name) ?? new Set()).add(fault));
  return byName;
}

test.each([
  ['station', STATION_FAULTS],
  ['csms', CSMS_FAULTS],
] as const)('every fault of the %s has a name of its own and is known', async (simulator, all) => {
  const faults = await faultsOf(simulator);
  expect([...faults].filter(([, alike]) => alike.size > 1).map(([name]) => name)).toEqual([]);
  expect([...faults.keys()].toSorted()).toEqual(Object.keys(all).toSorted());
});
