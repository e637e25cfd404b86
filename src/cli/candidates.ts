import { type KnownCase, knownCases } from '../ocpp/case-catalogue.ts';
import type { Party } from '../ocpp/party.ts';
import type { Candidate } from '../plan/plan.ts';
import { plansFor, readFeatures } from '../run/scenarios.ts';
import { type Selection, selects } from '../run/select.ts';
import type { CasePlan } from '../scenario/run-context.ts';

/** A case that is asked for, with what is known of its scenario. */
type Selected = Candidate & { scenario?: CasePlan };

/** The cases of these roles that are selected, whether or not they have a scenario; the scenario selects as in a run. */
export function candidates(roles: readonly Party[], selection: Selection): Selected[] {
  const scenarios = readFeatures();
  const plans = Map.groupBy(
    roles.flatMap((role) => plansFor(role, scenarios)),
    ({ id }) => id,
  );
  return [...knownCases().values()]
    .filter(({ role }) => roles.includes(role))
    .flatMap((known) => {
      const [scenario] = plans.get(known.id) ?? [];
      const selected = (plans.get(known.id) ?? [unwritten(known)]).some((plan) => selects(selection, plan));
      return selected ? [{ known, ...(scenario ? { scenario } : {}) }] : [];
    });
}

const unwritten = ({ id, role, useCases: [useCase = ''], requirements }: KnownCase): CasePlan => ({
  id,
  role,
  useCase,
  title: '',
  file: '',
  line: 0,
  requirements,
});
