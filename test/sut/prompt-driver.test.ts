import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import type { Carried, Driver } from '../../src/scenario/driver.ts';
import { FirstAbleDriver } from '../../src/sut/drivers/first-able.ts';
import { PromptDriver } from '../../src/sut/drivers/prompt.ts';
import { fillIn } from '../../src/sut/drivers/template.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';

function terminal(patience = 300) {
  const input = new PassThrough();
  const output = new PassThrough();
  const clock = new VirtualClock(0);
  const driver = new PromptDriver({ input, output, clock, patience });
  onTestFinished(() => driver.close());
  // A person is not on the virtual clock.
  const release = clock.hold();
  return { driver, input, release, shown: () => String(output.read() ?? '') };
}

test('a person is told what to do, and presses Enter', async () => {
  const { driver, input, shown } = terminal();
  const carried = driver.stimulate('plug-in', { evseId: 2, connectorId: 1 });
  expect(shown()).toContain('Plug the cable into EV and EVSE 2, connector 1.\n    [Enter when done, s to skip, a note may follow]');
  input.write('\n');
  expect(await carried).toEqual({ outcome: 'done', carrier: 'prompt' });
});

test('a person is told for which case, and why', async () => {
  const { driver, input, shown } = terminal();
  const carried = driver.stimulate('park', { evseId: 1 }, { case: 'TC_X_01_CS  A station has a bay', why: 'the EV driver parks' });
  expect(shown()).toContain('\n  TC_X_01_CS  A station has a bay\n  the EV driver parks\n  → Drive the EV');
  input.write('\n');
  expect(await carried).toMatchObject({ outcome: 'done' });
});

test.each([
  ['s', { outcome: 'skipped' }],
  ['S no cable here', { outcome: 'skipped', note: 'no cable here' }],
  ['  s  two  words ', { outcome: 'skipped', note: 'two  words' }],
  ['the cable is stiff', { outcome: 'done', note: 'the cable is stiff' }],
])('an answer of "%s"', async (line, carried) => {
  const { driver, input } = terminal();
  const stimulated = driver.stimulate('unplug', { evseId: 1 });
  input.write(`${line}\n`);
  expect(await stimulated).toMatchObject({ carrier: 'prompt', ...carried });
});

test.each([
  ['y', { outcome: 'done' }],
  ['Y', { outcome: 'done' }],
  ['n', { outcome: 'denied' }],
  ['n it shows 60', { outcome: 'denied', note: 'it shows 60' }],
  ['', { outcome: 'denied' }],
  ['s cannot look', { outcome: 'skipped', note: 'cannot look' }],
])('a question is answered with "%s"', async (line, carried) => {
  const { driver, input, shown } = terminal();
  const stimulated = driver.stimulate('show', { what: 'the tariff', expected: '0.40' });
  expect(shown()).toContain('Look up the tariff in the CSMS. Is it shown as 0.40?\n    [y + Enter if so, n + Enter if not, s to skip]');
  input.write(`${line}\n`);
  expect(await stimulated).toEqual({ carrier: 'prompt', ...carried });
});

test('what was typed before the question was asked answers it', async () => {
  const { driver, input } = terminal();
  input.write('s early\n');
  await new Promise((resolve) => setImmediate(resolve));
  expect(await driver.stimulate('park', {})).toEqual({ outcome: 'skipped', carrier: 'prompt', note: 'early' });
});

test('nobody answers in time', async () => {
  const { driver, release } = terminal(120);
  const carried = driver.stimulate('park', {});
  release();
  expect(await carried).toEqual({ outcome: 'skipped', carrier: 'prompt', note: 'nobody answered within 120 s' });
});

test('the terminal goes away, before or while it is asked', async () => {
  const { driver, input } = terminal();
  const carried = driver.stimulate('park', {});
  input.end();
  const gone = { outcome: 'skipped', carrier: 'prompt', note: 'nobody is at the terminal' };
  expect(await carried).toEqual(gone);
  expect(await driver.stimulate('leave', {})).toEqual(gone);
});

test('objects in an instruction are shown as JSON, and what is missing as nothing', () => {
  const values: Record<string, unknown> = { payload: { a: 1 }, evseId: 0 };
  expect(fillIn('Send {payload} to {evseId}{nobody}.', (name) => values[name])).toBe('Send {"a":1} to 0.');
});

test('of several drivers, the first that can', async () => {
  const asked: string[] = [];
  const one = (name: string, outcome: Carried['outcome']): Driver => ({
    stimulate: async () => {
      asked.push(name);
      return { outcome, carrier: name };
    },
  });
  const all = [one('a', 'unsupported'), one('b', 'denied'), one('c', 'done')];
  expect(await new FirstAbleDriver(all).stimulate('park', {})).toEqual({ outcome: 'denied', carrier: 'b' });
  expect(asked).toEqual(['a', 'b']);
  expect(await new FirstAbleDriver([one('a', 'unsupported')]).stimulate('park', {})).toEqual({ outcome: 'unsupported', carrier: 'none' });
});

test('a person is asked what is on the display', async () => {
  const { driver, input, shown } = terminal();
  const stimulated = driver.stimulate('look', { content: 'Hello', expected: 'not shown' });
  expect(shown()).toMatch(/"Hello" not shown\?\n {4}\[y \+ Enter if so/);
  input.write('n\n');
  expect(await stimulated).toEqual({ outcome: 'denied', carrier: 'prompt' });
});
