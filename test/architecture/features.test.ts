import { beforeAll, describe, expect, test } from 'vitest';
import { knownCases } from '../../src/ocpp/case-catalogue.ts';
import type { Scenario } from '../../src/run/scenarios.ts';
import { VOCABULARY } from '../../src/scenario/vocabulary.ts';
import { caseDuplicates, caseErrors, readingErrors, scenariosOf, tagErrors } from './features.ts';
import { REQUIREMENTS, USE_CASES } from './requirements.ts';
import { filesIn } from './source-files.ts';
import { loadSteps } from './steps.ts';

const STATES = 'features/states/';
const files = filesIn('features', '.feature');
const KNOWN = [knownCases(), REQUIREMENTS, USE_CASES];
const badly = (text: string): Scenario[] => scenariosOf({ path: 'bad.feature', text: `Feature: Bad\n${text}` });
let scenarios: Scenario[];
let states: Scenario[];

beforeAll(async () => {
  await loadSteps();
  scenarios = files.filter(({ path }) => !path.startsWith(STATES)).flatMap(scenariosOf);
  states = files.filter(({ path }) => path.startsWith(STATES)).flatMap(scenariosOf);
});

describe('cases', () => {
  test('every scenario stands for one case, or for one of each role', () => {
    expect(scenarios.length).toBeGreaterThan(0);
    expect(caseErrors(scenarios, knownCases())).toEqual([]);
  });

  test('a scenario for nothing, or for two cases of a role, is told', () => {
    const bad = badly(`
      @B01
      Scenario: Nothing
      @TC_B_01_CS @TC_B_02_CS
      Scenario: Two
      @TC_B_01_CS @TC_B_01_CSMS
      Scenario: One of each`);
    expect(caseErrors(bad, knownCases())).toEqual([
      'bad.feature: "Nothing" stands for no official case',
      'bad.feature: "Two" stands for two cases of one role',
    ]);
  });

  test('no case has two scenarios', () => {
    expect(caseDuplicates(scenarios, knownCases())).toEqual([]);
  });

  test('a second scenario is told, a second row is none', () => {
    const bad = badly(`
      @TC_B_01_CS
      Scenario Outline: First
        Given <n>
        Examples:
          | n |
          | 1 |
          | 2 |
      @TC_B_01_CS
      Scenario: Second`);
    expect(caseDuplicates(bad, knownCases())).toEqual(['bad.feature: "Second" is not the first to stand for TC_B_01_CS']);
  });

  test('every tag is of the specification', () => {
    expect(tagErrors(scenarios, KNOWN)).toEqual([]);
  });

  test('a slip in a tag is told', () => {
    const bad = badly('@B01 @Part4 @B99 @B01.FR1 @TC_B_99_CS @TC_B_01_CS @B01.FR.01\nScenario: Slips');
    expect(tagErrors(bad, KNOWN)).toEqual(['B99', 'B01.FR1', 'TC_B_99_CS'].map((tag) => `bad.feature: "Slips": nothing is called ${tag}`));
  });
});

describe('sentences', () => {
  test('every line can be read', () => {
    expect(readingErrors([...scenarios, ...states], VOCABULARY)).toEqual([]);
  });

  test('a line that cannot is told with its place', () => {
    const bad = badly('@TC_B_01_CS\nScenario: Bad\n  When the station sends BotNotification\n  And the moon is full');
    expect(readingErrors(bad, VOCABULARY)).toEqual([expect.stringMatching(/^bad\.feature:4: .*BotNotification/)]);
    const worse = badly('@TC_B_01_CS\nScenario: Worse\n  When the moon is full');
    expect(readingErrors(worse, VOCABULARY)).toEqual([expect.stringMatching(/^bad\.feature:4: .*the moon is full/)]);
  });
});
