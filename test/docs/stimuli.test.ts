import { expect, test } from 'vitest';
import { ACTS } from '../../src/scenario/ops/phrases.ts';
import { STIMULI } from '../../src/stimuli/stimuli.ts';
import { filledIn, readPage, table } from './page.ts';

const PAGE = 'docs/stimuli.md';

const parameters = ({ parameters: types, required }: (typeof STIMULI)[keyof typeof STIMULI]): string =>
  Object.entries(types)
    .map(([name, type]) => `\`${name}\` (${type}${(required as readonly string[]).includes(name) ? ', required' : ''})`)
    .join(', ') || 'none';

const atParty = (party: string): string =>
  table(
    ['stimulus', 'what a person is asked to do', 'parameters'],
    Object.entries(STIMULI)
      .filter(([, stimulus]) => stimulus.party === party)
      .map(([name, stimulus]) => [`\`${name}\``, stimulus.instruction, parameters(stimulus)]),
  );

const phrases = table(
  ['phrase', 'stimulus'],
  Object.entries(ACTS).map(([phrase, name]) => [phrase, `\`${name}\``]),
);

test('docs/stimuli.md describes every stimulus', async () => {
  let page = filledIn(readPage(PAGE), 'station stimuli', atParty('station'));
  page = filledIn(page, 'CSMS stimuli', atParty('csms'));
  await expect(filledIn(page, 'phrases', phrases)).toMatchFileSnapshot(`../../${PAGE}`);
});
