import type { Party } from '../ocpp/party.ts';
import { type Candidate, isPlayed, type PlannedCase, planned } from '../plan/plan.ts';
import { candidates } from './candidates.ts';
import { EXIT, type ExitCode, type OptionValues } from './command.ts';
import { configurationOf } from './configuration.ts';
import { planSummary, planText, STANDINGS } from './plan-text.ts';
import { selectionOf } from './selection.ts';
import { sutOf } from './target.ts';

const ROLES: readonly Party[] = ['station', 'csms'];

/** Says what `run` would do with which case, and why. */
export async function run(options: OptionValues): Promise<ExitCode> {
  const sut = sutOf(options.sut) ?? 'both';
  const selection = selectionOf(options);
  const { features } = (await configurationOf(options.config)).config;
  const roles = ROLES.filter((role) => sut === 'both' || sut === role);
  const selected = candidates(roles, selection);
  const plan = (some: readonly Candidate[], profiles: readonly string[]) =>
    some.map((candidate) => planned(candidate, (name) => features[name], profiles));
  const cases = plan(selected, selection.profiles);
  if (options.json === true) process.stdout.write(`${JSON.stringify(asJson(cases, features), null, 2)}\n`);
  else if (options['by-profile'] !== true) process.stdout.write(`${planText(cases)}\n${planSummary(cases)}`);
  else {
    for (const profile of profilesOf(selected, selection.profiles)) {
      const inProfile = selected.filter(({ known }) => known.certification.some((entry) => entry.profile === profile));
      process.stdout.write(`# ${profile}\n\n${planText(plan(inProfile, [profile]))}\n`);
    }
    const unlisted = cases.filter(({ standing }) => standing === 'in no profile');
    if (unlisted.length > 0) process.stdout.write(`${planText(unlisted)}\n`);
    process.stdout.write(planSummary(cases));
  }
  return EXIT.conforms;
}

/** The profiles to which the cases belong, as far as they were asked for. */
function profilesOf(selected: readonly Candidate[], wanted: readonly string[]): string[] {
  const all = new Set(selected.flatMap(({ known }) => known.certification.map(({ profile }) => profile)));
  return [...all].filter((profile) => wanted.length === 0 || wanted.includes(profile));
}

const asJson = (cases: readonly PlannedCase[], features: Record<string, boolean>) => ({
  features,
  cases: cases.map((one) => ({ ...one, played: isPlayed(one) })),
  summary: Object.fromEntries(STANDINGS.map((standing) => [standing, cases.filter((one) => one.standing === standing).length])),
});
