import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { ACTS } from '../../src/scenario/ops/phrases.ts';
import { STIMULI, STIMULI_VERSION } from '../../src/stimuli/stimuli.ts';
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

/** What the parameters of a stimulus have to be. */
const parametersSchema = ({ parameters: types, required }: (typeof STIMULI)[keyof typeof STIMULI]): object => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }])),
  required,
});

test('schemas/stimuli.schema.json describes every stimulus', async () => {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A stimulus, as drivers are asked to carry it out',
    version: STIMULI_VERSION,
    $defs: { stimulus: { enum: Object.keys(STIMULI), description: 'Name of a stimulus' } },
    oneOf: Object.entries(STIMULI).map(([name, stimulus]) => ({
      type: 'object',
      description: `At the ${stimulus.party}: ${stimulus.instruction}`,
      properties: { stimulus: { const: name }, parameters: parametersSchema(stimulus) },
      required: ['stimulus', 'parameters'],
    })),
  };
  expect(() => new Ajv({ strict: false }).compile(schema)).not.toThrow();
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../schemas/stimuli.schema.json');
});

test('docs/stimuli.md describes every stimulus', async () => {
  let page = filledIn(readPage(PAGE), 'station stimuli', atParty('station'));
  page = filledIn(page, 'CSMS stimuli', atParty('csms'));
  await expect(filledIn(page, 'phrases', phrases)).toMatchFileSnapshot(`../../${PAGE}`);
});
