import { expect, onTestFinished, test } from 'vitest';
import type { DriverEvent } from '../../src/scenario/driver.ts';
import { JsonlDriver, type JsonlOptions } from '../../src/sut/drivers/jsonl.ts';

/** A program that does something with each message: `message` is what it is told, `say` answers with its id. */
const child = (code: string, before = '') => [
  process.execPath,
  '-e',
  `const out = (text) => process.stdout.write(text + '\\n');
   ${before};
   require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
     const message = JSON.parse(line);
     const say = (fields) => out(JSON.stringify({ id: message.id, ...fields }));
     ${code}
   }).on('close', () => process.exit(0));`,
];

function driver(code: string, { before, ...options }: Partial<JsonlOptions> & { before?: string } = {}) {
  const made = new JsonlDriver({ command: child(code, before), respawns: 0, timeout: 10, ...options });
  onTestFinished(() => made.close());
  return made;
}
const PLACE = { evseId: 2, connectorId: 1 };
const ENDS = 'process.stderr.write("out of memory"); process.exit(7)';

test('without messages of its own, the child is told stimulus and parameters', async () => {
  const carried = await driver('const { id, ...told } = message; say({ note: JSON.stringify(told) })').stimulate('plug-in', PLACE);
  expect(carried).toEqual({ outcome: 'done', carrier: 'jsonl', note: JSON.stringify({ stimulus: 'plug-in', parameters: PLACE }) });
});

test('messages of its own take parameters, and those that have none are not supported', async () => {
  const stimuli = { 'present-token': { command: 'start', params: { connector: '{connectorId}', tagId: '{idToken}' } } };
  const asked = driver('const { id, ...told } = message; say({ ok: true, note: JSON.stringify(told) })', { stimuli });
  expect(await asked.stimulate('present-token', { ...PLACE, idToken: 'A1', type: 'Local' })).toMatchObject({
    outcome: 'done',
    note: '{"command":"start","params":{"connector":1,"tagId":"A1"}}',
  });
  expect(await asked.stimulate('plug-in', PLACE)).toEqual({ outcome: 'unsupported', carrier: 'jsonl' });
});

test('of several messages, the first that fails ends it', async () => {
  const stimuli = { unplug: [{ command: 'a' }, { command: 'b' }, { command: 'c' }] };
  const asked = driver('say(message.command === "b" ? { ok: false, error: "b is broken" } : { ok: true })', { stimuli });
  expect(await asked.stimulate('unplug', PLACE)).toEqual({ outcome: 'skipped', carrier: 'jsonl', note: 'b is broken' });
});

test.each([
  ['say({ outcome: "denied", note: "it shows 60" })', { outcome: 'denied', note: 'it shows 60' }],
  ['say({ outcome: "unsupported" })', { outcome: 'unsupported' }],
  ['say({ error: "no such connector" })', { outcome: 'skipped', note: 'no such connector' }],
  ['say({ ok: false })', { outcome: 'skipped', note: 'it answered {"id":"ocppspec-1","ok":false}' }],
  ['out("plain text"); out(`{"event":"x"}`); out("[1,2"); out("null"); out("7"); say({ ok: true })', { outcome: 'done' }],
  ['out(JSON.stringify({ id: "other", ok: false })); say({ ok: true })', { outcome: 'done' }],
  [ENDS, { outcome: 'skipped', note: 'the child ended with exit code 7: out of memory before it answered' }],
])('%s', async (code, carried) => {
  expect(await driver(code).stimulate('show', { what: 'x', expected: 'y' })).toEqual({ carrier: 'jsonl', ...carried });
});

test('an answer has to have what it is expected to have', async () => {
  const answer = { result: { status: 'fine' } };
  expect(await driver('say({ result: { status: "fine", more: 1 } })', { answer }).stimulate('park', {})).toMatchObject({ outcome: 'done' });
  expect(await driver('say({ result: {} })', { answer }).stimulate('park', {})).toMatchObject({ outcome: 'skipped' });
});

test('a child that does not answer in time', async () => {
  expect(await driver('', { timeout: 0.5 }).stimulate('park', {})).toMatchObject({
    outcome: 'skipped',
    note: 'the child did not answer within 0.5 s',
  });
});

test('answers find their questions, whatever their order', async () => {
  const asked = driver('globalThis.first ? (say({ note: "second" }), globalThis.first({ note: "first" })) : (globalThis.first = say)');
  await asked.start();
  const notes = await Promise.all([asked.stimulate('park', {}), asked.stimulate('leave', {})]);
  expect(notes.map(({ note }) => note)).toEqual(['first', 'second']);
});

test('a child that ends is started again so many times, and each end is told', async () => {
  const events: DriverEvent[] = [];
  const asked = driver(ENDS, { respawns: 1 });
  asked.watch((event) => events.push(event));
  await asked.start();
  for (const attempt of [1, 2]) expect(await asked.stimulate('park', {}), `${attempt}`).toMatchObject({ outcome: 'skipped' });
  expect(await asked.stimulate('park', {})).toMatchObject({
    outcome: 'skipped',
    note: 'the child is not there: it ended with exit code 7: out of memory',
  });
  expect(events).toEqual([
    { carrier: 'jsonl', text: 'the child ended with exit code 7: out of memory and is started again' },
    { carrier: 'jsonl', text: 'the child ended with exit code 7: out of memory; it is not started again (respawns: 1)' },
  ]);
});

test('what happened while nobody listened is told to the next who does', async () => {
  const asked = driver(ENDS);
  await asked.stimulate('park', {});
  const events: DriverEvent[] = [];
  asked.watch((event) => events.push(event))();
  expect(events).toHaveLength(1);
});

test('restart ends the child and starts another, which nobody holds against it', async () => {
  const events: DriverEvent[] = [];
  const stimuli = { 'power-cycle': 'restart', show: { what: 'pid' } } as const;
  const asked = driver('say({ note: String(process.pid) })', { stimuli });
  asked.watch((event) => events.push(event));
  const before = await asked.stimulate('show', {});
  expect(await asked.stimulate('power-cycle', {})).toEqual({ outcome: 'done', carrier: 'jsonl' });
  expect(await asked.stimulate('show', {})).not.toEqual(before);
  expect(events).toEqual([]);
});

test('a child is told its opening, and waited for until it is ready', async () => {
  const code = 'if (message.command === "connect") out("it is connected to CS9"); else say({ note: process.argv[1] + process.env.PLACE })';
  const asked = driver(code, {
    command: [...child(code), 'station {identity} '],
    env: { PLACE: 'of {identity}' },
    identity: 'CS9',
    opening: [{ command: 'connect' }],
    ready: 'connected to CS9',
  });
  await asked.start();
  expect(await asked.stimulate('park', {})).toMatchObject({ note: 'station CS9 of CS9' });
});

test('a child that does not get ready', async () => {
  await expect(driver('', { ready: 'here I am', timeout: 0.5 }).start()).rejects.toThrow('was not ready within 0.5 s');
  await expect(driver('', { before: ENDS, ready: 'here I am' }).start()).rejects.toThrow('ended with exit code 7: out of memory');
  await expect(driver('', { command: ['/no/such/program'] }).start()).rejects.toThrow(
    'could not be started: spawn /no/such/program ENOENT',
  );
});
