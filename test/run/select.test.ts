import { describe, expect, test } from 'vitest';
import { plansFor, readFeatures } from '../../src/run/scenarios.ts';
import { checkSelection, maySelect, type Selection, SelectionError, selects } from '../../src/run/select.ts';
import type { CasePlan } from '../../src/scenario/run-context.ts';

const all: Selection = { cases: [], blocks: [], useCases: [], requirements: [], profiles: [] };
const BOOT: CasePlan = {
  id: 'TC_B_01_CS',
  role: 'station',
  useCase: 'B01',
  title: '',
  file: '',
  line: 1,
  requirements: ['B01.FR.09'],
};

test('names are brought into the form in which they are known', () => {
  const meant = checkSelection({
    cases: ['tc_b_01_cs'],
    blocks: ['b'],
    useCases: ['b01'],
    requirements: ['b01.fr.05'],
    profiles: ['core'],
  });
  expect(meant).toEqual({ cases: ['TC_B_01_CS'], blocks: ['B'], useCases: ['B01'], requirements: ['B01.FR.05'], profiles: ['Core'] });
});

test.each<[keyof Selection, string, string]>([
  ['cases', 'TC_B_1_CS', 'there is no case "TC_B_1_CS", did you mean "TC_B_01_CS"?'],
  ['useCases', 'Q01', 'there is no use case "Q01", did you mean'],
  ['profiles', 'zzzzzzzzzzzzzzzz', 'there is no certification profile "zzzzzzzzzzzzzzzz"'],
])('%s: %s is told', (kind, wanted, message) => {
  const wrong = () => checkSelection({ ...all, [kind]: [wanted] });
  expect(wrong).toThrow(SelectionError);
  expect(wrong).toThrow(message);
});

describe('a case is selected', () => {
  test.each<[boolean, Partial<Selection>]>([
    [true, {}],
    [true, { cases: ['TC_B_02_CS', 'TC_B_01_CS'] }],
    [false, { cases: ['TC_B_02_CS'] }],
    [true, { blocks: ['B'] }],
    [false, { blocks: ['A'] }],
    [true, { useCases: ['B01'] }],
    [false, { useCases: ['B02'] }],
    [true, { requirements: ['B01.FR.09'] }],
    [false, { requirements: ['B02.FR.01'] }],
    [true, { profiles: ['Core'] }],
    [false, { profiles: ['none'] }],
    [true, { blocks: ['A', 'B'], useCases: ['B01'] }],
    [false, { blocks: ['A'], useCases: ['B01'] }],
  ])('%s: %j', (selected, wanted) => expect(selects({ ...all, ...wanted }, BOOT)).toBe(selected));
});

describe('a feature is read only if its tags name a case that is selected', () => {
  const FEATURE = '@TC_B_01_CS @B01\nFeature: f\n  @TC_C_02_CS @B01.FR.09\n  Scenario: s';

  test.each<[boolean, Partial<Selection>]>([
    [true, {}],
    [true, { requirements: ['K01.FR.01'] }],
    [true, { cases: ['TC_C_02_CS'] }],
    [false, { cases: ['TC_B_02_CS'] }],
    [true, { blocks: ['C'] }],
    [false, { blocks: ['A'] }],
    [false, { cases: ['TC_B_01_CS'], blocks: ['C'] }],
  ])('%s: %j', (read, wanted) => expect(maySelect({ ...all, ...wanted }, FEATURE)).toBe(read));

  const plansIn = (selection: Selection, wanted?: (text: string) => boolean) =>
    (['station', 'csms'] as const)
      .flatMap((role) => plansFor(role, readFeatures(undefined, wanted)))
      .filter((plan) => selects(selection, plan))
      .map(({ id }) => id);

  test.each([{ blocks: ['P'] }, { cases: ['TC_A_09_CS', 'TC_K_01_CSMS', 'OS_R_01_CSMS'] }])('nothing of %j is missed', (some) => {
    const selection = { ...all, ...some };
    const found = plansIn(selection, (text) => maySelect(selection, text));
    expect(found).toEqual(plansIn(selection));
    expect(found.length).toBeGreaterThan(2);
  });
});
