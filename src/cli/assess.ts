import type { Party } from '../ocpp/party.ts';
import { type Assessed, assess, type PlantedFault } from '../run/assess.ts';
import { Run } from '../run/run.ts';
import { plansFor, readFeatures, type Scenario } from '../run/scenarios.ts';
import { nearest } from '../scenario/nearest.ts';
import { defaultSutConfig } from '../sut/config.ts';
import { EmbeddedCsmsHost, EmbeddedStationHost } from '../sut/hosts.ts';
import { pkiSource } from '../sut/pki-source.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { plantedFaults } from './faults.ts';
import { listOf } from './options.ts';
import { sutOf } from './target.ts';

/** A healthy simulator that did not pass everything. */
interface Healthy {
  party: Party;
  cases: number;
  notPassed: string[];
}

export async function run(options: OptionValues): Promise<ExitCode> {
  const sut = sutOf(options.sut) ?? 'both';
  const faults = wantedFaults(listOf(options.fault)).filter(({ party }) => sut === 'both' || party === sut);
  if (faults.length === 0) throw new UsageError(`none of these faults is one of the ${sut}; see \`ocppspec list --faults\``);
  const scenarios = readFeatures();
  const json = options.json === true;
  const tell = (text: string) => void (json ? process.stderr : process.stdout).write(`${text}\n`);
  const healthy: Healthy[] = [];
  for (const party of new Set(faults.map((fault) => fault.party))) {
    const result = await playHealthy(party, scenarios);
    healthy.push(result);
    tell(
      `healthy ${party}: ${result.cases - result.notPassed.length} of ${result.cases} pass${result.notPassed.length > 0 ? `; not: ${result.notPassed.join(', ')}` : ''}`,
    );
  }
  const assessed: Assessed[] = [];
  const plans = { station: plansFor('station', scenarios), csms: plansFor('csms', scenarios) };
  for (const fault of faults) {
    assessed.push(await assess(fault, plans[fault.party], embedded()));
    tell(lineFor(assessed.at(-1) as Assessed));
  }
  const alive = assessed.filter(({ killed }) => !killed);
  tell(`\n${assessed.length - alive.length} of ${assessed.length} faults found by what is meant to find them`);
  if (json) process.stdout.write(`${JSON.stringify({ healthy, faults: assessed }, null, 2)}\n`);
  return alive.length === 0 && healthy.every(({ notPassed }) => notPassed.length === 0) ? EXIT.conforms : EXIT.doesNot;
}

const embedded = () => {
  const config = defaultSutConfig();
  return { config, pki: pkiSource(config) };
};

/** @throws UsageError naming a fault that there is not, and what is near it */
function wantedFaults(names: readonly string[]): PlantedFault[] {
  const all = plantedFaults();
  const strange = names.find((name) => !all.some((fault) => fault.name === name));
  if (strange !== undefined)
    throw new UsageError(
      `there is no fault "${strange}"${nearest(
        strange,
        all.map(({ name }) => name),
      )}; see \`ocppspec list --faults\``,
    );
  return names.length > 0 ? all.filter(({ name }) => names.includes(name)) : all;
}

async function playHealthy(party: Party, scenarios: readonly Scenario[]): Promise<Healthy> {
  const results: { id: string; verdict: string }[] = [];
  const whole = new Run({ strict: true, listeners: [{ finished: (result) => void results.push(result) }] });
  const options = { ...embedded(), faults: [] };
  const host = party === 'station' ? new EmbeddedStationHost(options) : new EmbeddedCsmsHost(options);
  await whole.play(host, plansFor(party, scenarios));
  await host.close();
  const notPassed = new Set(results.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id));
  return { party, cases: new Set(results.map(({ id }) => id)).size, notPassed: [...notPassed] };
}

function lineFor({ party, name, killed, killedBy, failed }: Assessed): string {
  const by = failed.map(({ case: id, codes }) => `${id} (${codes.join(', ')})`).join(', ');
  return `${killed ? '✓' : '✗'} ${party.padEnd(7)}  ${name}: ${killed ? `found by ${by}` : `not found by ${killedBy}${by ? `, but by ${by}` : ''}`}`;
}
