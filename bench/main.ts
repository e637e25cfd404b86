import type { Bench } from './bench.ts';
import { keepsLimit } from './bench.ts';
import { blockB, blocksOfSecurity, everyCase } from './cases.ts';
import { compositeSchedule } from './composite.ts';
import { mutualTls } from './mutual-tls.ts';
import { roundTrip } from './round-trip.ts';
import { startUp } from './start-up.ts';
import { table } from './table.ts';
import { validators } from './validators.ts';

const BENCHES: readonly Bench[] = [startUp, validators, compositeSchedule, roundTrip, mutualTls, blockB, blocksOfSecurity, everyCase];

const [filter = ''] = process.argv.slice(2);
const chosen = BENCHES.filter(({ name }) => name.includes(filter));
if (chosen.length === 0) {
  process.stderr.write(`no bench is named like "${filter}"; there are ${BENCHES.map(({ name }) => name).join(', ')}\n`);
  process.exit(3);
}
const figures = [];
for (const { name, run } of chosen) {
  process.stderr.write(`${name} ...\n`);
  figures.push(...(await run()));
}
process.stdout.write(`\n${table(figures)}`);
process.exitCode = figures.every(keepsLimit) ? 0 : 1;
