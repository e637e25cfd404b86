import type { Party } from '../src/ocpp/party.ts';
import { factRows } from '../src/scenario/attempts.ts';
import type { Expression } from '../src/scenario/expression.ts';
import { Certificate } from '../src/scenario/ops/certificate.ts';
import { Connects } from '../src/scenario/ops/connects.ts';
import { Profile } from '../src/scenario/ops/profile.ts';
import { Receives } from '../src/scenario/ops/receives.ts';
import { Closes, Loses, SetsReception } from '../src/scenario/ops/reception.ts';
import { type Line, type Operation, tableOf } from '../src/scenario/script.ts';
import { defineStep } from './define-step.ts';

type Before = readonly Operation[];
const facts = (line: Line) => factRows(tableOf(line));

defineStep('the station connects(:)', (line: Line) => new Connects(line, { rows: facts(line) }));

defineStep(
  'the station connects to the {endpoint} CSMS(:)',
  (line: Line, _: Before, endpoint: 'first' | 'second') => new Connects(line, { rows: facts(line), endpoint }),
);

defineStep(
  'the station connects no sooner than {duration} later(:)',
  (line: Line, _: Before, noSooner: Expression) => new Connects(line, { rows: facts(line), noSooner }),
);

defineStep(
  'the {party} accepts the connection(:)',
  (line: Line, before: Before, party: Party) => new Receives(line, before, party, 'accept', facts(line)),
);

defineStep(
  'the {party} refuses the connection(:)',
  (line: Line, before: Before, party: Party) => new Receives(line, before, party, 'refuse', facts(line)),
);

defineStep('the CSMS does not answer the connection', (line: Line, before: Before) => new Receives(line, before, 'csms', 'stall'));

defineStep('the CSMS accepts no connections', (line: Line) => new SetsReception(line, 'refuse'));

defineStep('the CSMS accepts connections again', (line: Line) => new SetsReception(line, 'accept'));

defineStep('the connection is lost for {duration}', (line: Line, _: Before, duration: Expression) => new Loses(line, duration));

defineStep('the {party} closes the connection', (line: Line, _: Before, party: Party) => new Closes(line, party));

defineStep('the connection uses security profile {value}', (line: Line, _: Before, profiles: string) => new Profile(line, profiles));

defineStep(
  'the {party} presents the certificate {certificate}(:)',
  (line: Line, _: Before, party: Party, name: string) => new Certificate(line, party, name, 'first', facts(line)),
);

defineStep(
  'the second CSMS presents the certificate {certificate}',
  (line: Line, _: Before, name: string) => new Certificate(line, 'csms', name, 'second'),
);
