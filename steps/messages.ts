import type { Action } from '../src/ocpp/action.ts';
import type { Party } from '../src/ocpp/party.ts';
import type { Expression } from '../src/scenario/expression.ts';
import { CsoAsks, CsoSends } from '../src/scenario/ops/cso-sends.ts';
import { SendsForEveryEvse } from '../src/scenario/ops/every-evse.ts';
import { SendsFrame } from '../src/scenario/ops/frame.ts';
import { OneOf } from '../src/scenario/ops/one-of.ts';
import { Several } from '../src/scenario/ops/order.ts';
import { Parts } from '../src/scenario/ops/parts.ts';
import { Quantified } from '../src/scenario/ops/quantified.ts';
import { errorCodes, frameFor, Replies, replyRows, requestFor } from '../src/scenario/ops/replies.ts';
import { Sends } from '../src/scenario/ops/sends.ts';
import { Silence } from '../src/scenario/ops/silence.ts';
import { type Line, type Operation, tableOf } from '../src/scenario/script.ts';
import { parseTable } from '../src/scenario/table.ts';
import { defineStep } from './define-step.ts';

type Before = readonly Operation[];
const rows = (line: Line, action: Action) => parseTable(tableOf(line), `${action}Request`);

defineStep(
  'the {party} sends {message}(:)',
  (line: Line, _: Before, party: Party, action: Action) => new Sends(line, party, action, rows(line, action)),
);

defineStep(
  'the {party} eventually sends {message}(:)',
  (line: Line, _: Before, party: Party, action: Action) => new Sends(line, party, action, rows(line, action), 'eventually'),
);

defineStep(
  'the {party} sends {message} no sooner than {duration} later(:)',
  (line: Line, before: Before, party: Party, action: Action, noSooner: Expression) =>
    Sends.again(before, new Sends(line, party, action, rows(line, action), 'next', noSooner)),
);

defineStep(
  'the station sends {message} for every EVSE(:)',
  (line: Line, _: Before, action: Action) => new SendsForEveryEvse(line, action, rows(line, action)),
);

defineStep(
  'the {party} sends all parts of {message}(:)',
  (line: Line, _: Before, party: Party, action: Action) => new Parts(line, party, action, rows(line, action)),
);

defineStep('the {party} sends, in any order:', (line: Line, _: Before, party: Party) => new Several(line, party, false));

defineStep('the {party} sends, in this order:', (line: Line, _: Before, party: Party) => new Several(line, party, true));

defineStep('the {party} sends one of:', (line: Line, _: Before, party: Party) => new OneOf(line, party));

defineStep(
  'the {party} sends no {message} for {duration}(:)',
  (line: Line, _: Before, party: Party, action: Action, duration: Expression) =>
    new Silence(line, party, action, rows(line, action), duration),
);

defineStep(
  'every {message} the {party} sent has:',
  (line: Line, _: Before, action: Action, party: Party) => new Quantified(line, 'every', action, party, rows(line, action)),
);

defineStep(
  'one {message} the {party} sent has:',
  (line: Line, _: Before, action: Action, party: Party) => new Quantified(line, 'one', action, party, rows(line, action)),
);

defineStep('the {party} replies(:)', (line: Line, before: Before, party: Party) => {
  const request = requestFor(line, before, party);
  return new Replies(line, party, request, { result: replyRows(line, request) });
});

defineStep('the {party} replies {status}(:)', (line: Line, before: Before, party: Party, status: string) => {
  const request = requestFor(line, before, party);
  return new Replies(line, party, request, { result: replyRows(line, request, status) });
});

defineStep(
  'the {party} replies with error {status}',
  (line: Line, before: Before, party: Party, codes: string) =>
    new Replies(line, party, frameFor(line, before, party), { errors: errorCodes(line, codes) }),
);

defineStep(
  'the {party} does not reply',
  (line: Line, before: Before, party: Party) => new Replies(line, party, requestFor(line, before, party), { silence: true }),
);

defineStep('the {party} sends the frame', (line: Line, _: Before, party: Party) => new SendsFrame(line, party));

defineStep(
  'the CSO asks the CSMS for {message}:',
  (line: Line, _: Before, action: Action) => new CsoAsks(line, action, rows(line, action)),
);

defineStep(
  'the CSO has the CSMS send {message}(:)',
  (line: Line, _: Before, action: Action) => new CsoSends(line, new Sends(line, 'csms', action, rows(line, action))),
);
