import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DriverEvent } from '../../src/scenario/driver.ts';
import { system } from '../kit/http-system.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { at, child, PLACE, presetDriver, TOKEN } from './kit.ts';

test('ocpp-cp-simulator: commands by id, among events and plain text', async () => {
  const driver = presetDriver(
    'ocpp-cp-simulator',
    child(`
      process.stdout.write('[INFO] got a line\\n');
      say({ event: 'log', data: {} });
      if (message.command === 'stop_transaction') say({ id, ok: false, error: 'no transaction' });
      else say({ id, ok: true, note: told.map((one) => one.command + JSON.stringify(one.params ?? '')).join(' ') });
    `),
  );
  expect(await driver.stimulate('present-token', TOKEN)).toEqual({
    outcome: 'done',
    carrier: 'jsonl',
    note: 'connect"" start_transaction{"connector":1,"tagId":"04A1"}',
  });
  expect(await driver.stimulate('unplug', PLACE)).toEqual({ outcome: 'skipped', carrier: 'jsonl', note: 'no transaction' });
  expect(await driver.stimulate('power-cycle', {})).toEqual({ outcome: 'done', carrier: 'jsonl' });
  expect(await driver.stimulate('plug-in', PLACE)).toMatchObject({ outcome: 'unsupported' });
});

test('ocpp-cp-simulator: one that dies is started again, connects again, and its end is evidence', async () => {
  const events: DriverEvent[] = [];
  const driver = presetDriver(
    'ocpp-cp-simulator',
    child(`if (message.command === 'stop_transaction') process.exit(1); else say({ id, ok: true, note: String(told.length) });`),
  );
  driver.watch?.((event) => events.push(event));
  expect(await driver.stimulate('unplug', PLACE)).toMatchObject({ outcome: 'skipped' });
  expect(await driver.stimulate('present-token', TOKEN)).toMatchObject({ outcome: 'done', note: '2' });
  expect(events).toEqual([{ carrier: 'jsonl', text: 'the child ended with exit code 1 and is started again' }]);
});

test('MicroOcpp: the process is ended and started again, the rest goes over HTTP', async () => {
  const { url, asked } = await system('{"evPlugged":true}');
  const driver = presetDriver('microocpp-simulator', (drivers) => child('')(at(url)(drivers)));
  await driver.start?.();
  expect(await driver.stimulate('plug-in', { evseId: 2, connectorId: 1 })).toMatchObject({ outcome: 'done', carrier: 'http' });
  expect(await driver.stimulate('present-token', TOKEN)).toMatchObject({ outcome: 'done', carrier: 'http' });
  expect(await driver.stimulate('power-cycle', {})).toEqual({ outcome: 'done', carrier: 'jsonl' });
  expect(asked.map(({ path, body }) => `${path} ${body}`)).toEqual([
    '/api/connector/2/evse {"evPlugged":true}',
    '/api/connector/2/evse {"evReady":true,"evseReady":true}',
    '/api/connector/1/transaction {"idTag":"04A1"}',
  ]);
});

test('a program made with a library is told stimuli as they are', async () => {
  const driver = presetDriver('library-jsonl', child('say({ id, outcome: "done", note: JSON.stringify(message) })'));
  expect(await driver.stimulate('plug-in', PLACE)).toEqual({
    outcome: 'done',
    carrier: 'jsonl',
    note: JSON.stringify({ stimulus: 'plug-in', parameters: PLACE }),
  });
});

test('a program for each message', async () => {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'send.sh'), '#!/bin/sh\nprintf \'{"note":"%s %s"}\\n\' "$1" "$2"\n[ "$3" = \'{"type":"OnIdle"}\' ]\n');
  chmodSync(join(cwd, 'send.sh'), 0o755);
  const driver = presetDriver('library-exec', (drivers) => ({ exec: { ...drivers.exec, cwd } }));
  const send = (payload: object) => driver.stimulate('send', { action: 'Reset', payload });
  expect(await send({ type: 'OnIdle' })).toEqual({ outcome: 'done', carrier: 'exec', note: 'CS001 Reset' });
  expect(await send({ type: 'Immediate' })).toMatchObject({ outcome: 'skipped', note: './send.sh ended with exit code 1' });
});
