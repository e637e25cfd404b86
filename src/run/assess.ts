import type { Party } from '../ocpp/party.ts';
import type { CaseResult } from '../scenario/case-result.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { EmbeddedOptions } from '../sut/hosts.ts';
import { EmbeddedCsmsHost, EmbeddedStationHost } from '../sut/hosts.ts';
import { Run } from './run.ts';

/** A fault of a simulator, with what is meant to notice it. */
export interface PlantedFault {
  party: Party;
  name: string;
  about: string;
  requirement: string;
  /** The code of a finding, or the id of a case. */
  killedBy: string;
}

/** What became of a fault. */
export interface Assessed extends PlantedFault {
  /** What was meant to notice it did. */
  killed: boolean;
  /** The cases that failed because of it, each with the codes of its findings. */
  failed: { case: string; codes: string[] }[];
  /** How many cases were run. */
  cases: number;
}

/** Plays cases against a built-in system until one fails for the reason that is asked for. */
async function play(
  { party, name }: Pick<PlantedFault, 'party' | 'name'>,
  plans: readonly CasePlan[],
  options: Omit<EmbeddedOptions, 'faults'>,
  isEnough: (result: CaseResult) => boolean,
): Promise<CaseResult[]> {
  const enough = new AbortController();
  const results: CaseResult[] = [];
  const finished = (result: CaseResult) => {
    results.push(result);
    if (isEnough(result)) enough.abort();
  };
  const signal = options.signal ? AbortSignal.any([enough.signal, options.signal]) : enough.signal;
  const run = new Run({ strict: false, listeners: [{ finished }], signal });
  const faulty = { ...options, faults: [name] };
  const host = party === 'station' ? new EmbeddedStationHost(faulty) : new EmbeddedCsmsHost(faulty);
  await run.play(host, plans);
  await host.close();
  return results;
}

const violations = ({ findings, verdict }: CaseResult): string[] =>
  verdict === 'fail' ? [...new Set(findings.filter(({ severity }) => severity === 'violation').map(({ code }) => code))] : [];

/** Cases of the block whose requirement a fault breaks find it soonest. */
function nearestFirst({ requirement }: PlantedFault, plans: readonly CasePlan[]): readonly CasePlan[] {
  const isNear = ({ useCase }: CasePlan) => useCase.charAt(0) === requirement.charAt(0);
  return [...plans.filter(isNear), ...plans.filter((plan) => !isNear(plan))];
}

/** Plays cases against a simulator with a fault, until what is meant to notice it has. */
export async function assess(fault: PlantedFault, plans: readonly CasePlan[], options: Omit<EmbeddedOptions, 'faults'>): Promise<Assessed> {
  const { killedBy } = fault;
  const isCase = plans.some(({ id }) => id === killedBy);
  const isMeant = (result: CaseResult) =>
    result.verdict === 'fail' && (isCase ? result.id === killedBy : violations(result).includes(killedBy));
  const results = await play(fault, isCase ? plans.filter(({ id }) => id === killedBy) : nearestFirst(fault, plans), options, isMeant);
  return {
    ...fault,
    killed: results.some(isMeant),
    failed: results.filter(({ verdict }) => verdict === 'fail').map((result) => ({ case: result.id, codes: violations(result) })),
    cases: results.length,
  };
}
