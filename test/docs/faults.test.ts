import { expect, test } from 'vitest';
import { CSMS_FAULTS } from '../../src/csms/faults/index.ts';
import { STATION_FAULTS } from '../../src/station/faults/index.ts';
import { filledIn, readPage, table } from './page.ts';

const PAGE = 'docs/faults.md';

interface Described {
  name: string;
  about: string;
  requirement: string;
  killedBy: string;
}

const rows = (faults: Record<string, Described>): string =>
  table(
    ['fault', 'what it does', 'requirement', 'found by'],
    Object.values(faults).map(({ name, about, requirement, killedBy }) => [`\`${name}\``, about, requirement, `\`${killedBy}\``]),
  );

test('docs/faults.md describes every fault', async () => {
  const station = filledIn(readPage(PAGE), 'station faults', rows(STATION_FAULTS));
  await expect(filledIn(station, 'CSMS faults', rows(CSMS_FAULTS))).toMatchFileSnapshot(`../../${PAGE}`);
});
