import { blockOf, knownCases } from '../ocpp/case-catalogue.ts';
import { nearest } from '../scenario/nearest.ts';
import type { CasePlan } from '../scenario/run-context.ts';

/** Which cases to run: all that fit every kind of filter that is given. */
export interface Selection {
  cases: readonly string[];
  blocks: readonly string[];
  useCases: readonly string[];
  requirements: readonly string[];
  profiles: readonly string[];
}

/** A selection that cannot be meant like this; the message says what could be. */
export class SelectionError extends Error {}

const everyCase = () => [...knownCases().values()];
const unique = (values: readonly string[]) => [...new Set(values)];

/** What can be selected, by the name of the option. */
const KNOWN: Record<keyof Selection, { what: string; values: () => string[] }> = {
  cases: { what: 'case', values: () => everyCase().map(({ id }) => id) },
  blocks: { what: 'block', values: () => unique(everyCase().map(({ id }) => blockOf(id))) },
  useCases: { what: 'use case', values: () => [...unique(everyCase().flatMap(({ useCases }) => useCases)), 'Part4'] },
  requirements: { what: 'requirement', values: () => unique(everyCase().flatMap(({ requirements }) => requirements)) },
  profiles: {
    what: 'certification profile',
    values: () => unique(everyCase().flatMap(({ certification }) => certification.map(({ profile }) => profile))),
  },
};

/** Brings names into the form in which they are known: `tc_b_01_cs` is TC_B_01_CS. @throws SelectionError */
export function checkSelection(selection: Selection): Selection {
  const check = (kind: keyof Selection) => {
    const { what, values } = KNOWN[kind];
    return selection[kind].map((wanted) => {
      const known = values();
      const found = known.find((value) => value.toLowerCase() === wanted.toLowerCase());
      if (found === undefined) throw new SelectionError(`there is no ${what} "${wanted}"${nearest(wanted, known)}`);
      return found;
    });
  };
  return {
    cases: check('cases'),
    blocks: check('blocks'),
    useCases: check('useCases'),
    requirements: check('requirements'),
    profiles: check('profiles'),
  };
}

const fits = (wanted: readonly string[], has: readonly string[]) => wanted.length === 0 || wanted.some((one) => has.includes(one));

/** Whether a feature may have scenarios that are selected, as its tags tell without it being read. */
export function maySelect({ cases, blocks }: Selection, feature: string): boolean {
  if (cases.length === 0 && blocks.length === 0) return true;
  const ids = Array.from(feature.matchAll(/@(\w+)/g), ([, tag = '']) => tag).filter((tag) => knownCases().has(tag));
  return ids.some((id) => fits(cases, [id]) && fits(blocks, [blockOf(id)]));
}

/** Whether a scenario is selected. */
export function selects({ cases, blocks, useCases, requirements, profiles }: Selection, plan: CasePlan): boolean {
  const known = knownCases().get(plan.id);
  return (
    fits(cases, [plan.id]) &&
    fits(blocks, [blockOf(plan.id)]) &&
    fits(useCases, [plan.useCase, ...(known?.useCases ?? [])]) &&
    fits(requirements, [...plan.requirements, ...(known?.requirements ?? [])]) &&
    fits(
      profiles,
      (known?.certification ?? []).map(({ profile }) => profile),
    )
  );
}
