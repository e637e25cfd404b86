import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ExecDriver } from '../../src/sut/drivers/exec.ts';
import { JsonlDriver } from '../../src/sut/drivers/jsonl.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { blocksOf, readPage } from './page.ts';

const page = readPage('docs/drivers.md');

/** The only example in a language, as a file. */
function example(language: string, name: string): string {
  const [text = '', ...more] = blocksOf(page, language);
  expect(more).toEqual([]);
  const file = join(temporaryDirectory(), name);
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

test('the program for each stimulus in docs/drivers.md works', async () => {
  const driver = new ExecDriver({ command: [example('sh', 'station.sh')], timeout: 10 });
  expect(await driver.stimulate('plug-in', { evseId: 1 })).toEqual({ outcome: 'done', carrier: 'exec' });
  expect(await driver.stimulate('unplug', { evseId: 1 })).toEqual({ outcome: 'unsupported', carrier: 'exec' });
});

test('the program that is told JSON lines in docs/drivers.md works', async () => {
  const driver = new JsonlDriver({ command: [process.execPath, example('js', 'station.mjs')], respawns: 0, timeout: 10 });
  onTestFinished(() => driver.close());
  expect(await driver.stimulate('plug-in', { evseId: 1 })).toEqual({ outcome: 'done', carrier: 'jsonl' });
  expect(await driver.stimulate('unplug', { evseId: 1 })).toEqual({ outcome: 'unsupported', carrier: 'jsonl' });
});
