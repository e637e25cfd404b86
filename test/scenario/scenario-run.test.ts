import { afterEach, describe, expect, test } from 'vitest';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import type { Environment } from '../../src/scenario/environment.ts';
import { type CasePlan, type RunContext, runContext, useRunContext } from '../../src/scenario/run-context.ts';
import { planOf, ScenarioRun } from '../../src/scenario/scenario-run.ts';
import { VOCABULARY } from '../../src/scenario/vocabulary.ts';
import { scenariosOf } from '../architecture/features.ts';
import { type DialogueOptions, environmentFor } from './kit.ts';

afterEach(() => useRunContext(undefined));

const RESET = `
  @B11
  Feature: X
    @TC_B_20_CS @TC_B_20_CSMS @B11.FR.01
    Scenario: A station is reset
      When the CSMS sends Reset:
        | type | OnIdle |
      Then the station replies Accepted`;
const accepts: DialogueOptions = { answers: { Reset: () => ({ status: 'Accepted' }) } };

interface Heard {
  started: CasePlan[];
  results: CaseResult[];
}

/** Plays the first scenario of a feature, as the steps of Cucumber do. */
async function run(text: string, options: DialogueOptions = accepts, context: Partial<RunContext> = {}, failure?: string): Promise<Heard> {
  const heard: Heard = { started: [], results: [] };
  useRunContext({
    role: 'station',
    strict: false,
    stopped: false,
    notApplicable: () => undefined,
    mayNotApply: () => undefined,
    environmentFor: (): Environment => environmentFor(options).environment,
    started: (plan) => heard.started.push(plan),
    finished: (result) => heard.results.push(result),
    ...context,
  });
  const [scenario] = scenariosOf({ path: 'x.feature', text });
  if (!scenario) throw new Error('no scenario');
  const played = new ScenarioRun(scenario.pickle, scenario.document, VOCABULARY);
  try {
    for (const _ of played.playable ? scenario.pickle.steps : []) await played.next();
  } catch {
    // Cucumber skips the lines that follow.
  }
  await played.finish(failure);
  return heard;
}

test('a scenario that passes becomes the result of its case', async () => {
  const { started, results } = await run(RESET);
  const plan = {
    id: 'TC_B_20_CS',
    role: 'station',
    useCase: 'B11',
    title: 'A station is reset',
    file: 'x.feature',
    line: 5,
    requirements: ['B11.FR.01'],
  };
  expect(started).toEqual([plan]);
  expect(results).toEqual([
    {
      ...plan,
      verdict: 'pass',
      findings: [],
      checks: 2,
      duration: { wall: expect.any(Number), ocpp: expect.any(Number) },
      timeScale: 'virtual',
      stimuli: [],
    },
  ]);
});

test('what was done and what went wrong is in the result', async () => {
  const lines = RESET.replace('When', 'When the EV driver parks\n      And');
  const { results } = await run(lines, { answers: { Reset: () => ({ status: 'Rejected' }) } });
  expect(results).toMatchObject([
    {
      verdict: 'fail',
      findings: [{ code: 'message-content', requirement: 'B11.FR.01' }],
      stimuli: [{ name: 'park', carrier: 'test', outcome: 'done' }],
    },
  ]);
  expect(results[0]?.duration.ocpp).toBeGreaterThanOrEqual(1);
});

test('each row of examples has its name and line', () => {
  const outline = `
    Feature: X
      @TC_B_20_CS
      Scenario Outline: Of <n>
        When <n> s pass
        Examples:
          | n | m |
          | 1 | a |
          | 2 | b |`;
  const plans = scenariosOf({ path: 'x.feature', text: outline }).map(({ pickle, document }) => planOf(pickle, document, 'station'));
  expect(plans).toMatchObject([
    { example: '1, a', line: 8, title: 'Of 1', useCase: 'B' },
    { example: '2, b', line: 9, title: 'Of 2' },
  ]);
  const [other] = scenariosOf({ path: 'x.feature', text: outline });
  expect(other && planOf(other.pickle, other.document, 'csms')).toBeUndefined();
});

describe('without being played', () => {
  test('a case that does not apply', async () => {
    const { results } = await run(RESET, accepts, { notApplicable: () => 'the station has no C-13' });
    expect(results).toMatchObject([{ verdict: 'not applicable', reason: 'the station has no C-13', findings: [], checks: 0 }]);
  });

  test('a scenario that cannot be read', async () => {
    const { results } = await run(RESET.replace('OnIdle', 'OnIdel'));
    expect(results).toMatchObject([
      { verdict: 'error', reason: expect.stringMatching(/^x\.feature:7: type cannot be "OnIdel"; it is one of/) },
    ]);
  });

  test('an environment that cannot be had', async () => {
    const nothing = {
      environmentFor: () => {
        throw new Error('no such system');
      },
    };
    expect((await run(RESET, accepts, nothing)).results).toMatchObject([{ verdict: 'error', reason: 'no such system' }]);
  });
});

test('what Cucumber finds wrong is an error', async () => {
  expect((await run(RESET, accepts, {}, 'Undefined step')).results).toMatchObject([{ verdict: 'error', reason: 'Undefined step' }]);
});

test('a failure says so where the case may not apply, and nothing else does', async () => {
  const unknown = { mayNotApply: () => 'nobody knows whether the case applies' };
  const rejects: DialogueOptions = { answers: { Reset: () => ({ status: 'Rejected' }) } };
  expect((await run(RESET, rejects, unknown)).results).toMatchObject([
    { verdict: 'fail', reason: 'nobody knows whether the case applies' },
  ]);
  const [passed] = (await run(RESET, accepts, unknown)).results;
  expect({ verdict: passed?.verdict, reason: passed?.reason }).toEqual({ verdict: 'pass', reason: undefined });
});

test('what cannot be cleaned up is an error, and what was found is kept', async () => {
  const close = () => Promise.reject(new Error('the port is stuck'));
  const { results } = await run(RESET, { answers: { Reset: () => ({ status: 'Rejected' }) }, close });
  expect(results).toMatchObject([
    { verdict: 'error', reason: 'could not clean up: the port is stuck', findings: [{ code: 'message-content' }] },
  ]);
});

test('a case that was interrupted has no result', async () => {
  const control = new AbortController();
  control.abort();
  expect((await run(RESET, { ...accepts, signal: control.signal })).results).toEqual([]);
});

test('scenarios are run by ocppspec alone', () => {
  expect(() => runContext()).toThrow('scenarios are run by `ocppspec run`');
});
