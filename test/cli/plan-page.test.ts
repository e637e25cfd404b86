import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Feature, knownFeatures } from '../../src/plan/features.ts';
import { CSMS_CLUES } from '../../src/plan/probe/csms-clues.ts';
import { STATION_CLUES } from '../../src/plan/probe/station-clues.ts';
import { filledIn, readPage, table } from '../docs/page.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { ocppspec } from './in-process.ts';
import { probeSimulatedStation } from './probed-station.ts';

const PAGE = 'docs/plan.md';
const COMMAND = 'ocppspec plan --config lab.yaml --sut station --use-case B11 --use-case B12';

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

async function plan(): Promise<string> {
  const config = join(temporaryDirectory(), 'lab.yaml');
  writeFileSync(config, 'features: { C-13: false }\n');
  const [, ...args] = COMMAND.replace('lab.yaml', config).split(' ');
  const { out } = await ocppspec(...args);
  return fenced('text', `$ ${COMMAND}\n${out}`);
}

/** The lines that are shown of a proposal: those that do not change whenever the station learns something. */
const SHOWN =
  /^# (?:subprotocol|TLS|compression|GetBaseReport|Smart)|^features:|^ {2}(?:# unknown: )?(?:C-02|C-13|SC-2\.1|AS-2|HFS-1|AQ-2)\b/;

async function probe(): Promise<string> {
  const { out } = await probeSimulatedStation();
  const shown = out.split('\n').map((line) => (SHOWN.test(line) ? line : '...'));
  return fenced('yaml', shown.filter((line, index) => line !== '...' || shown[index - 1] !== '...').join('\n'));
}

const clues = { station: STATION_CLUES, csms: CSMS_CLUES };
const row = ({ id, role, profile, kind, title }: Feature): string[] => [
  `\`${id}\``,
  role,
  profile,
  kind,
  title,
  // A feature that has options shows by them.
  Object.keys(clues[role]).some((known) => known === id || known.startsWith(`${id}.`)) ? 'yes' : 'no',
];

test('docs/plan.md shows what plan and probe really say, and every feature', async () => {
  let page = filledIn(readPage(PAGE), 'plan', await plan());
  page = filledIn(page, 'probe', await probe());
  const features = table(
    ['id', 'under test', 'profile', 'kind', 'what it is', 'can show in a probe'],
    knownFeatures('station', 'csms').map(row),
  );
  await expect(filledIn(page, 'features', features)).toMatchFileSnapshot(`../../${PAGE}`);
});
