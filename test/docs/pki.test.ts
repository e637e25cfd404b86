import { expect, test } from 'vitest';
import { ABOUT } from '../../src/pki/about.ts';
import { blueprints, CREDENTIAL_NAMES } from '../../src/pki/credentials.ts';
import { BAD, FLAWS, type Flaw } from '../../src/pki/flaws.ts';
import { filledIn, readPage, table } from './page.ts';

const PAGE = 'docs/pki.md';

const signers = blueprints({ identity: 'CS001', serialNumber: 'SN-0001', hosts: ['localhost'] });

const credentials = (): string =>
  table(
    ['name', 'signed by', 'what it is for'],
    CREDENTIAL_NAMES.map((name) => {
      const { issuer } = signers[name];
      return [`\`${name}\``, issuer === undefined ? 'itself' : `\`${issuer}\``, ABOUT[name] === 'bad' ? 'bad, see below' : ABOUT[name]];
    }),
  );

const bad = (): string =>
  table(
    ['what is wrong', 'names'],
    (Object.keys(FLAWS) as Flaw[]).map((flaw) => [
      FLAWS[flaw],
      [...BAD].flatMap(([name, one]) => (one.flaw === flaw ? [`\`${name}\``] : [])).join(', '),
    ]),
  );

test('docs/pki.md lists every certificate', async () => {
  const page = filledIn(filledIn(readPage(PAGE), 'credentials', credentials()), 'bad', bad());
  await expect(page).toMatchFileSnapshot(`../../${PAGE}`);
});

test('every flaw is one that some certificate has', () => {
  const used = new Set([...BAD.values()].map(({ flaw }) => flaw));
  expect((Object.keys(FLAWS) as Flaw[]).filter((flaw) => !used.has(flaw))).toEqual([]);
});
