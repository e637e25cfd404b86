import type { Shard } from '../report/run-report.ts';
import type { CasePlan } from '../scenario/run-context.ts';

/** A shard that there cannot be; the message says what could be. */
export class ShardError extends Error {}

/** @param text such as `2/4`. @throws ShardError */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || of === undefined) throw new ShardError(`--shard is a part of how many, like 2/4, not "${text}"`);
  if (index < 1 || index > of) throw new ShardError(`--shard ${text}: there is no part ${index} of ${of}, the first is 1/${of}`);
  return { index, of };
}

/**
 * The cases of one shard. Cases are dealt out in turn, in the order of role and id: so no shard has more than one case
 * more than another of either role, neighbours that take equally long are spread, and the examples of a case stay together.
 * All shards have to be of one selection and one version of ocppspec; where a case goes changes when others are added.
 * @throws ShardError if there are more shards than cases
 */
export function shardOf<P extends Pick<CasePlan, 'id' | 'role'>>(plans: readonly P[], { index, of }: Shard): P[] {
  const names = [...new Set(plans.map(nameOf))].sort();
  if (of > names.length && names.length > 0)
    throw new ShardError(`--shard ${index}/${of}: only ${names.length} ${names.length === 1 ? 'case is' : 'cases are'} selected`);
  const mine = new Set(names.filter((_, position) => position % of === index - 1));
  return plans.filter((plan) => mine.has(nameOf(plan)));
}

const nameOf = ({ role, id }: Pick<CasePlan, 'id' | 'role'>): string => `${role} ${id}`;
