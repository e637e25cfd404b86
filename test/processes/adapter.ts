/**
 * Runs a simulator as a child, and passes the stimuli of the jsonl driver on to its control API.
 * Arguments: a directory for its output and its process id, and then those of `ocppspec`.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageFile } from '../../src/package-file.ts';
import { controlIn, hasten, post } from './control.ts';

const [directory = '.', ...args] = process.argv.slice(2);
const child = spawn(process.execPath, [packageFile('bin/ocppspec.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
writeFileSync(join(directory, 'pid'), String(child.pid));
let left = false;
child.on('close', () => {
  if (left) process.exit();
  // Programs say things like this.
  process.stderr.write(`lost the simulator, which had LAB_KEY=${process.env.LAB_KEY}\n`, () => process.exit(1));
});
process.on('SIGTERM', leave);

const control = await new Promise<string>((resolve) => {
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      appendFileSync(join(directory, 'system.log'), `${line}\n`);
      const found = controlIn(line);
      if (found) resolve(found);
    });
});
if (args[0] === 'station') await hasten(control);
process.stdout.write('ready for stimuli\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { id, stimulus, parameters } = JSON.parse(line);
  const answer = await post(`${control}/stimuli/${stimulus}`, parameters);
  process.stdout.write(`${JSON.stringify({ ...answer, id })}\n`);
}
leave();

function leave(): void {
  left = true;
  child.kill();
}
