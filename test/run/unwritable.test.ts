import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { linesIn, ocppspec } from './kit.ts';

test('a run whose results cannot be written ends at once, and does not pass', async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'traces', 'TC_P_03_CS.jsonl'), { recursive: true });
  const { code, output } = await ocppspec(['run', '--block', 'P', '--out', directory]);
  expect({ code, output }).toEqual({
    code: 2,
    output: expect.stringContaining(`ocppspec: cannot write results to ${directory}: EISDIR`),
  });
  expect(output).not.toContain('defect');
  expect(linesIn(directory).map(({ id }) => id)).toEqual(['TC_P_01_CS']);
  expect(existsSync(join(directory, 'results.json'))).toBe(false);
});
