import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';
import { node } from './processes.ts';

const TURNS = 15;
const LOAD = fileURLToPath(new URL('load-validators.ts', import.meta.url));

/** Loading the validators of all messages and using each once, in a process that has done nothing else: the fastest of several. */
export const validators: Bench = {
  name: 'validators',
  async run() {
    await node(LOAD);
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) times.push(Number(await node(LOAD)));
    return [{ what: 'validators of 128 schemas', measured: Math.min(...times), limit: 30 }];
  },
};
