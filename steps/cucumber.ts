import { After, Before, BeforeStep, defineParameterType, defineStep, setDefaultTimeout } from '@cucumber/cucumber';
import { runContext } from '../src/scenario/run-context.ts';
import { ScenarioRun } from '../src/scenario/scenario-run.ts';
import { VOCABULARY } from '../src/scenario/vocabulary.ts';
import './parameters.ts';
import './messages.ts';
import './connection.ts';
import './circumstances.ts';

interface World {
  run?: ScenarioRun;
}

// The clock of the scenario decides how long to wait.
setDefaultTimeout(-1);

for (const { name, regexp } of VOCABULARY.parameters)
  defineParameterType({ name, regexp, useForSnippets: false, transformer: (text: string) => text });

/** Cucumber counts the parameters of a step function; the same function serves lines with a table and without. */
let parameters = 0;
for (const { pattern } of VOCABULARY.sentences) {
  const play = async function (this: World): Promise<unknown> {
    return this.run?.playable ? this.run.next() : 'skipped';
  };
  defineStep(pattern, Object.defineProperty(play, 'length', { get: () => parameters }));
}

BeforeStep(({ pickleStep }) => {
  parameters = VOCABULARY.parametersOf(pickleStep.text) + (pickleStep.argument ? 1 : 0);
});

Before(function (this: World, { pickle, gherkinDocument }) {
  if (runContext().stopped) return 'skipped';
  this.run = new ScenarioRun(pickle, gherkinDocument, VOCABULARY);
  return undefined;
});

After(async function (this: World, { result }) {
  await this.run?.finish(result?.status === 'PASSED' || result?.status === 'SKIPPED' ? undefined : result?.message);
});
