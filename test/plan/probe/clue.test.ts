import { expect, test } from 'vitest';
import { all, answered, any, available, type Clue, canBe, exists, isTrue, offers, writable } from '../../../src/plan/probe/clue.ts';
import { nothingSeen, type Observation, type SeenVariable } from '../../../src/plan/probe/observation.ts';

const variable = (path: string, rest: Partial<SeenVariable> = {}): SeenVariable => {
  const name = path.replace(/\(.*?\)|\[.*?\]/g, '');
  return { path, name, component: name.split('.')[0] ?? '', ...rest };
};
const having = (...variables: SeenVariable[]): Observation => ({ ...nothingSeen('station'), variables });
const complete = (...variables: SeenVariable[]): Observation => ({ ...having(...variables), complete: true });
const answering = (request: string, answer: string): Observation => ({ ...nothingSeen('station'), answers: { [request]: answer } });
const list = (value: string, mutability?: string, values?: string[]) =>
  variable('A.B', { value, ...(mutability ? { mutability } : {}), ...(values ? { values } : {}) });

test.each<[string, Clue, Observation, boolean | undefined]>([
  ['a variable that was reported exists', exists('A.B'), having(variable('A.B')), true],
  ['names are the same in upper and lower case', exists('A.B'), having(variable('a.b')), true],
  ['a variable that was not reported may exist', exists('A.B'), having(), undefined],
  ['a variable that no full report has does not exist', exists('A.B'), complete(), false],
  ['a variable that the station does not know does not exist', exists('A.B'), { ...having(), absent: ['A.B'] }, false],

  [
    'one place is enough for true',
    isTrue('A.B'),
    having(variable('A(1).B', { value: 'false' }), variable('A(2).B', { value: 'true' })),
    true,
  ],
  ['false at all places', isTrue('A.B'), having(variable('A(1).B', { value: 'false' })), false],
  ['a value that cannot be read tells nothing', isTrue('A.B'), complete(variable('A.B')), undefined],

  ['what it is it can be', canBe('A.B', true), having(variable('A.B', { value: 'true', mutability: 'ReadOnly' })), true],
  ['what can be written can be anything', canBe('A.B', false), having(variable('A.B', { value: 'true', mutability: 'ReadWrite' })), true],
  ['what is fixed can be nothing else', canBe('A.B', false), having(variable('A.B', { value: 'true', mutability: 'ReadOnly' })), false],
  ['who knows whether it is fixed', canBe('A.B', false), having(variable('A.B', { value: 'true' })), undefined],
  ['a required variable that is missing tells nothing', canBe('A.B', false), complete(), undefined],

  ['a list has its members', offers('A.B', 'X'), having(list('W, X', 'ReadOnly')), true],
  ['a list that is fixed has no others', offers('A.B', 'Y'), having(list('W,X', 'ReadOnly', ['W', 'X', 'Y'])), false],
  ['a list that can be set has what it may have', offers('A.B', 'Y'), having(list('X', 'ReadWrite', ['X', 'Y'])), true],
  ['and not what it may not have', offers('A.B', 'Z'), having(list('X', 'ReadWrite', ['X', 'Y'])), false],
  ['who knows what it may have', offers('A.B', 'Z'), having(list('X', 'ReadWrite')), undefined],

  ['ReadWrite is writable', writable('A.B'), having(list('X', 'ReadWrite')), true],
  ['ReadOnly is not', writable('A.B'), having(list('X', 'ReadOnly')), false],
  ['who knows', writable('A.B'), having(list('X')), undefined],

  ['a controller with any variable is available', available('A'), having(variable('A.Entries')), true],
  ['a controller that is missing is not', available('A'), complete(variable('B.Entries')), false],
  ['a controller that may be missing', available('A'), having(), undefined],
  ['a controller that says that it is not', available('A'), having(variable('A.Available', { value: 'false' })), false],
  ['disabled for now', available('A'), having(variable('A.Enabled', { value: 'false', mutability: 'ReadWrite' })), true],
  ['disabled for good', available('A'), having(variable('A.Enabled', { value: 'false', mutability: 'ReadOnly' })), false],

  ['an answer without a status', answered('GetX'), answering('GetX', 'answered'), true],
  ['NotImplemented', answered('GetX'), answering('GetX', 'NotImplemented'), false],
  ['NotSupported', answered('GetX'), answering('GetX', 'NotSupported'), false],
  ['Rejected may be otherwise tomorrow', answered('GetX'), answering('GetX', 'Rejected'), undefined],
  ['an error of another kind', answered('GetX'), answering('GetX', 'InternalError'), undefined],
  ['no answer', answered('GetX'), answering('GetX', 'no answer'), undefined],
  ['not asked', answered('GetX'), nothingSeen('station'), undefined],

  ['any: one is enough', any(exists('A.B'), exists('C.D')), having(variable('C.D')), true],
  ['any: what is not known may be', any(exists('A.B'), exists('C.D')), { ...having(), absent: ['A.B'] }, undefined],
  ['any: none', any(exists('A.B'), exists('C.D')), complete(), false],
  ['all: one that is missing is enough', all(exists('A.B'), exists('C.D')), { ...having(), absent: ['A.B'] }, false],
  ['all: what is not known may be missing', all(exists('A.B'), exists('C.D')), having(variable('A.B')), undefined],
  ['all', all(exists('A.B'), exists('C.D')), having(variable('A.B'), variable('C.D')), true],
])('%s', (_, clue, seen, has) => {
  expect(clue.tell(seen)?.has).toBe(has);
});

test('what is known says from what', () => {
  expect(isTrue('EVSE.AllowReset').tell(having(variable('EVSE(2).AllowReset', { value: 'true' })))?.because).toBe(
    'EVSE(2).AllowReset is true',
  );
  expect(all(exists('A.B'), answered('GetX')).tell({ ...having(variable('A.B')), answers: { GetX: 'Accepted' } })?.because).toBe(
    'there is A.B; GetX: Accepted',
  );
});
