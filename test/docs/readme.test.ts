import { expect, test } from 'vitest';
import { blockOf, knownCases, officialCases } from '../../src/ocpp/case-catalogue.ts';
import type { Party } from '../../src/ocpp/party.ts';
import { plansFor, readFeatures } from '../../src/run/scenarios.ts';
import { filledIn, readPage, table } from './page.ts';

const scenarios = readFeatures();
const written = new Set((['station', 'csms'] as const).flatMap((role) => plansFor(role, scenarios).map(({ id }) => id)));

const all = [...officialCases().values()];
const isOwn = (id: string): boolean => !officialCases().has(id);
const own = [...knownCases().values()].filter(({ id }) => isOwn(id));
const blocks = [...new Set(all.map(({ id }) => blockOf(id)))].sort();

function count(role: Party, block?: string): string {
  const cases = all.filter((known) => known.role === role && (block === undefined || blockOf(known.id) === block));
  return `${cases.filter(({ id }) => written.has(id)).length} of ${cases.length}`;
}

const coverage = (): string => {
  const rows = blocks.map((block) => [block, count('station', block), count('csms', block)]);
  const sum = ['**all**', `**${count('station')}**`, `**${count('csms')}**`];
  const done = all.filter(({ id }) => written.has(id)).length;
  return [
    `${done} of the ${all.length} official cases have a scenario. ${own.length} cases of our own (\`OS_...\`) look at what no official one does.`,
    table(['block', 'station under test', 'CSMS under test'], [...rows, sum]),
  ].join('\n\n');
};

test('README.md tells how many cases there are', async () => {
  await expect(filledIn(readPage('README.md'), 'coverage', coverage())).toMatchFileSnapshot('../../README.md');
});

test('every case of our own has a scenario', () => {
  expect(own.filter(({ id }) => !written.has(id))).toEqual([]);
});
