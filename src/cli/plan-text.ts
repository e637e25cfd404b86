import type { Standing } from '../plan/applicability.ts';
import { isPlayed, type PlannedCase } from '../plan/plan.ts';

/** In the order in which they are shown. */
const HEADINGS: Readonly<Record<Standing, string>> = {
  mandatory: 'Mandatory',
  conditional: 'Conditional, and the condition is met',
  undecided: 'Conditional, and not decided by the features that are declared',
  'not applicable': 'Not applicable',
  'in no profile': 'In no certification profile',
};
export const STANDINGS = Object.keys(HEADINGS) as Standing[];

/** A plan for people to read: a list for every standing, each case with what decided. */
export function planText(cases: readonly PlannedCase[]): string {
  return STANDINGS.flatMap((standing) => {
    const group = cases.filter((one) => one.standing === standing);
    return group.length === 0 ? [] : [`${HEADINGS[standing]} (${group.length})`, ...group.map(line), ''];
  }).join('\n');
}

function line(planned: PlannedCase): string {
  const reason = [reasonOf(planned), ...(planned.scenario === null ? ['no scenario yet'] : [])].filter((text) => text !== '');
  return `  ${planned.id.padEnd(14)}  ${reason.join('; ')}`.trimEnd();
}

function reasonOf({ standing, because, expression, open }: PlannedCase): string {
  const profiles = because.map(({ profile }) => profile).join(', ');
  if (standing === 'mandatory' || standing === 'in no profile') return profiles;
  const undeclared = open.length > 0 ? `; not declared: ${open.join(', ')}` : '';
  return `${profiles}: ${expression ?? 'the condition is not stated'}${undeclared}`;
}

/** How many cases there are of each standing, and how many `run` would play, by role. */
export function planSummary(cases: readonly PlannedCase[]): string {
  const roles = [...new Set(cases.map(({ role }) => role))];
  const row = (name: string, counted: (one: PlannedCase) => boolean) =>
    [name.padEnd(14), ...roles.map((role) => String(cases.filter((one) => one.role === role && counted(one)).length).padStart(7))].join(
      '  ',
    );
  return [
    [''.padEnd(14), ...roles.map((role) => role.padStart(7))].join('  ').trimEnd(),
    ...STANDINGS.map((standing) => row(standing, (one) => one.standing === standing)),
    row('played by run', isPlayed),
    '',
  ].join('\n');
}
