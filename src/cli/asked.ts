import { createHash } from 'node:crypto';
import type { Asked, Shard } from '../report/run-report.ts';
import { parseShard, ShardError, shardOf } from '../run/shard.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { SutConfig } from '../sut/config.ts';
import { type OptionValues, UsageError } from './command.ts';
import { listOf } from './options.ts';
import { SELECTING } from './selection.ts';
import type { Target } from './target.ts';

/** What a command line asks for, as results tell it. */
export function askedFor(options: OptionValues, target: Target, config: SutConfig): Asked {
  const shard = shardIn(options);
  return {
    target: described(target),
    filters: Object.fromEntries(
      SELECTING.filter((name) => options[name] !== undefined).map((name) => [name, normal(listOf(options[name]))]),
    ),
    ...(shard ? { shard } : {}),
    configuration: digest(config),
  };
}

/** Those of the cases that belong to the shard that is asked for. @throws UsageError */
export function sharded<P extends CasePlan>(plans: readonly P[], { shard }: Asked): readonly P[] {
  return shard ? usage(() => shardOf(plans, shard)) : plans;
}

const shardIn = ({ shard }: OptionValues): Shard | undefined => (shard === undefined ? undefined : usage(() => parseShard(String(shard))));

function usage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ShardError) throw new UsageError(error.message);
    throw error;
  }
}

function described(target: Target): Asked['target'] {
  const { kind, sut } = target;
  if (kind === 'embedded') return { kind: 'built-in', sut };
  return { kind, sut, address: target.sut === 'csms' ? target.url : `${target.listen.host}:${target.listen.port}` };
}

const normal = (values: readonly string[]): string[] => [...new Set(values.map((value) => value.toUpperCase()))].sort();

/** Tells configurations apart. Who carries out stimuli makes no difference to what is tested, and a password is nobody's business. */
function digest({ password: _, ...config }: SutConfig): string {
  const ordered = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
  return createHash('sha256').update(JSON.stringify(config, ordered)).digest('hex');
}
