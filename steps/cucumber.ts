import { After, Before, defineStep, setDefaultTimeout } from '@cucumber/cucumber';
import { runContext } from '../src/scenario/run-context.ts';
import { ScenarioRun } from '../src/scenario/scenario-run.ts';
import { VOCABULARY } from '../src/scenario/vocabulary.ts';
import './parameters.ts';
import './messages.ts';
import './connection.ts';
import './circumstances.ts';

interface World {
  run?: ScenarioRun | undefined;
}

// The clock of the scenario decides how long to wait.
setDefaultTimeout(-1);

type Done = (error: unknown, result?: unknown) => void;

/**
 * Every line is one step to Cucumber: the vocabulary knows which sentence it is, and has read it before the scenario
 * began. @param last the table of the line; where it has none, Cucumber hands over what is to be called in the end
 */
function play(this: World, last: unknown): Promise<unknown> | undefined {
  const played = this.run?.playable ? this.run.next() : Promise.resolve('skipped');
  if (typeof last !== 'function') return played;
  const done = last as Done;
  played.then((result) => done(undefined, result), done);
  return undefined;
}

defineStep(/^/, play);

Before(function (this: World, { pickle, gherkinDocument }) {
  if (runContext().stopped) return 'skipped';
  this.run = new ScenarioRun(pickle, gherkinDocument, VOCABULARY);
  return undefined;
});

After(async function (this: World, { result }) {
  const { run } = this;
  // Sockets that are not gone yet know the world in which they were made, and would keep all of the case with it.
  this.run = undefined;
  await run?.finish(result?.status === 'PASSED' || result?.status === 'SKIPPED' ? undefined : result?.message);
});
