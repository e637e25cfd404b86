import type { Expression } from '../src/scenario/expression.ts';
import { AgreesWithVariables } from '../src/scenario/ops/agrees.ts';
import { toState } from '../src/scenario/ops/becomes.ts';
import { EndsIf } from '../src/scenario/ops/ends-if.ts';
import type { Evses } from '../src/scenario/ops/evses.ts';
import { Knows } from '../src/scenario/ops/knows.ts';
import { HasAsked, SetsRevocation } from '../src/scenario/ops/ocsp.ts';
import { Passes } from '../src/scenario/ops/passes.ts';
import { observation, phraseStimulus, registration, tokenStimulus } from '../src/scenario/ops/phrases.ts';
import { ReportIsComplete } from '../src/scenario/ops/report-is-complete.ts';
import { Reports } from '../src/scenario/ops/reports.ts';
import { VariableIs } from '../src/scenario/ops/variable-is.ts';
import type { Line, Operation } from '../src/scenario/script.ts';
import { VOCABULARY } from '../src/scenario/vocabulary.ts';
import { defineStep } from './define-step.ts';

type Before = readonly Operation[];

defineStep(
  'the station reports {connectors} as {status}',
  (line: Line, before: Before, connectors: string, statuses: string) => new Reports(line, before, connectors, statuses),
);

defineStep('the report is a complete {status}', (line: Line, _: Before, base: string) => new ReportIsComplete(line, base));

defineStep('the station is/becomes {state}(:)', (line: Line, before: Before, state: string) =>
  toState(line, before, state, undefined, VOCABULARY),
);

defineStep('the station is/becomes {state} on {evses}(:)', (line: Line, before: Before, state: string, evses: Evses) =>
  toState(line, before, state, evses, VOCABULARY),
);

defineStep('{variable} is {setting}', (line: Line, _: Before, variable: string, value: string) => new VariableIs(line, variable, value));

defineStep(
  '{variable} is {setting} if {presence}',
  (line: Line, _: Before, variable: string, value: string, presence: 'implemented' | 'writable') =>
    new VariableIs(line, variable, value, `if ${presence}`),
);

defineStep('{duration} pass(es)', (line: Line, _: Before, duration: Expression) => new Passes(line, duration));

defineStep('the {actor} {act}', (line: Line, _: Before, _actor: string, act: string) => phraseStimulus(line, act));

defineStep('the EV driver presents {token}', (line: Line, _: Before, token: string) => tokenStimulus(line, token));

defineStep(
  'the CSMS knows {token} as {status}(:)',
  (line: Line, _: Before, token: string, status: string) => new Knows(line, token, status),
);

defineStep('the OCSP responder knows the contract as {value}', (line: Line, _: Before, status: string) => new SetsRevocation(line, status));

defineStep('the CSMS has asked the OCSP responder about the contract', (line: Line) => new HasAsked(line));

defineStep('the report agrees with the variables', (line: Line) => new AgreesWithVariables(line));

defineStep('the scenario ends if {value}', (line: Line, _: Before, condition: string) => new EndsIf(line, condition));

defineStep('the CSMS is set to answer BootNotification with {status}', (line: Line, _: Before, statuses: string) =>
  registration(line, statuses),
);

defineStep('the CSO sees the monitors of {variable} as {value}', (line: Line, _: Before, what: string, expected: string) =>
  observation(line, `monitors of ${what}`, expected),
);

defineStep('the CSO sees {variable} as {value}', (line: Line, _: Before, what: string, expected: string) =>
  observation(line, what, expected),
);
