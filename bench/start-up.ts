import type { Bench } from './bench.ts';
import { against } from './measure.ts';
import { lifeOf, OCPPSPEC } from './processes.ts';

const TURNS = 25;

/** `ocppspec --help`, as opposed to Node doing nothing. */
export const startUp: Bench = {
  name: 'start-up',
  async run() {
    const help = () => lifeOf(OCPPSPEC, '--help');
    // The first one fills the compile cache.
    await help();
    return [{ what: 'ocppspec --help', ...(await against(help, () => lifeOf('-e', '0'), TURNS)), limit: 1.5 }];
  },
};
