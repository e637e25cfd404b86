import { isDeepStrictEqual } from 'node:util';
import { readCases, readHeader } from '../report/read-results.ts';
import { UnusableResults } from '../report/result-files.ts';
import { type RunHeader, resultKey } from '../report/run-report.ts';
import { Earlier } from '../run/earlier.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { VERSION } from '../version.ts';
import { type OptionValues, UsageError } from './command.ts';

/**
 * The results in a directory that --resume and --rerun-failed go on with.
 * @throws UsageError if there are none, or those of another run
 */
export function earlierIn(
  directory: string,
  options: OptionValues,
  wanted: Pick<RunHeader, 'asked' | 'strict'>,
  plans: readonly CasePlan[],
): Earlier {
  const again = { missing: options.resume === true, failed: options['rerun-failed'] === true };
  const how = again.missing ? '--resume' : '--rerun-failed';
  const refuse = (reason: string) => new UsageError(`${how}: ${reason}; without ${how} all cases are run anew`);
  try {
    const header = readHeader(directory);
    const other = differences(header, wanted);
    if (other.length > 0) throw refuse(`the results in ${directory} are of another run, with ${other.join(' and ')}`);
    const results = readCases(directory);
    const known = new Set(plans.map(resultKey));
    const strange = results.find((result) => !known.has(resultKey(result)));
    if (strange) throw refuse(`${directory} has a result of ${strange.id} at ${strange.file}:${strange.line}, where it is not now`);
    return new Earlier(header, results, again);
  } catch (error) {
    if (error instanceof UnusableResults) throw refuse(`there is nothing to go on with: ${error.message}`);
    throw error;
  }
}

/** In what a run was another one, in words. */
function differences({ tool, strict, asked }: RunHeader, wanted: Pick<RunHeader, 'asked' | 'strict'>): string[] {
  return [
    ...(tool.version === VERSION ? [] : [`ocppspec ${tool.version}`]),
    ...(strict === wanted.strict ? [] : [strict ? '--strict' : 'no --strict']),
    ...(isDeepStrictEqual(asked?.target, wanted.asked?.target) ? [] : ['another system under test']),
    ...(isDeepStrictEqual(asked?.filters, wanted.asked?.filters) ? [] : ['other filters']),
    ...(isDeepStrictEqual(asked?.shard, wanted.asked?.shard) ? [] : ['another --shard']),
    ...(asked?.configuration === wanted.asked?.configuration ? [] : ['another configuration']),
  ];
}
