import { CSMS_FAULTS } from '../csms/faults/index.ts';
import type { KnownCase } from '../ocpp/case-catalogue.ts';
import type { Party } from '../ocpp/party.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { STATION_FAULTS } from '../station/faults/index.ts';
import { candidates } from './candidates.ts';
import { EXIT, type ExitCode, type OptionValues } from './command.ts';
import { selectionOf } from './selection.ts';
import { sutOf } from './target.ts';

const ROLES: readonly Party[] = ['station', 'csms'];

export async function run(options: OptionValues): Promise<ExitCode> {
  const sut = sutOf(options.sut) ?? 'both';
  const roles = ROLES.filter((role) => sut === 'both' || sut === role);
  const [rows, text] = options.faults === true ? faults(roles) : cases(roles, options);
  process.stdout.write(options.json === true ? `${JSON.stringify(rows, null, 2)}\n` : text);
  return EXIT.conforms;
}

function cases(roles: readonly Party[], options: OptionValues): [unknown[], string] {
  const rows = candidates(roles, selectionOf(options))
    .filter(({ scenario }) => scenario !== undefined || options.missing === true)
    .map(({ known, scenario }) => row(known, scenario));
  const lines = rows.map(
    ({ id, useCases, title, scenario }) => `${id.padEnd(14)}  ${useCases.join(', ').padEnd(10)}  ${scenario ? title : '(no scenario yet)'}`,
  );
  const written = rows.filter(({ scenario }) => scenario).length;
  return [rows, [...lines, '', `${rows.length} cases, ${written} with a scenario`, ''].join('\n')];
}

const row = ({ id, role, useCases, requirements, certification }: KnownCase, plan: CasePlan | undefined) => ({
  id,
  role,
  useCases,
  title: plan?.title ?? '',
  requirements: plan?.requirements ?? requirements,
  certification,
  scenario: plan ? `${plan.file}:${plan.line}` : null,
});

function faults(roles: readonly Party[]): [unknown[], string] {
  const all = [
    ...Object.values(STATION_FAULTS).map((fault) => ({ party: 'station' as Party, ...fault })),
    ...Object.values(CSMS_FAULTS).map((fault) => ({ party: 'csms' as Party, ...fault })),
  ].filter(({ party }) => roles.includes(party));
  const rows = all.map(({ party, name, requirement, about, killedBy }) => ({ party, name, requirement, about, foundBy: killedBy }));
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  const lines = rows.map(({ party, name, about }) => `${party.padEnd(7)}  ${name.padEnd(width)}  ${about}`);
  return [rows, [...lines, '', `${rows.length} faults`, ''].join('\n')];
}
