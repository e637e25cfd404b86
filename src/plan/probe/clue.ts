import { membersOf } from './inventory.ts';
import type { Observation, SeenVariable } from './observation.ts';

/** What is known of a feature, and from what. */
export interface Known {
  has: boolean;
  because: string;
}

/** How a feature shows. */
export interface Clue {
  /** The variables that it depends on, by component and name. */
  variables: readonly string[];
  /** @returns undefined if nothing that was seen tells */
  tell(seen: Observation): Known | undefined;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
export const named = (seen: Observation, name: string): SeenVariable[] => seen.variables.filter((one) => same(one.name, name));
const isAbsent = (seen: Observation, name: string): boolean => seen.complete || seen.absent.some((one) => same(one, name));
const missing = (name: string): Known => ({ has: false, because: `there is no ${name}` });
const shown = ({ path, value = '' }: SeenVariable): string => `${path} is ${value === '' ? 'empty' : value}`;

const ofVariable = (name: string, tell: (seen: SeenVariable[]) => Known | undefined): Clue => ({
  variables: [name],
  tell: (seen) => {
    const found = named(seen, name);
    if (found.length > 0) return tell(found);
    return isAbsent(seen, name) ? missing(name) : undefined;
  },
});

/** The variable exists. */
export const exists = (name: string): Clue => ofVariable(name, () => ({ has: true, because: `there is ${name}` }));

/** The variable is true, at one place at least. */
export const isTrue = (name: string): Clue =>
  ofVariable(name, (found) => {
    const [first] = found.filter(({ value }) => value !== undefined);
    const yes = found.find(({ value = '' }) => same(value, 'true'));
    return first && { has: yes !== undefined, because: shown(yes ?? first) };
  });

/** The boolean variable can have this value: it has it, or it can be written. */
export const canBe = (name: string, value: boolean): Clue =>
  existing(name, (variable) => {
    if (same(variable.value ?? '', String(value))) return { has: true, because: shown(variable) };
    if (variable.mutability === 'ReadWrite') return { has: true, because: `${name} can be written` };
    return variable.mutability === 'ReadOnly' ? { has: false, because: `${shown(variable)}, and ReadOnly` } : undefined;
  });

/** The variable can be written. */
export const writable = (name: string): Clue =>
  existing(name, ({ mutability }) =>
    mutability === undefined ? undefined : { has: mutability !== 'ReadOnly', because: `${name} is ${mutability}` },
  );

/** The list has this member, or can have it. */
export const offers = (name: string, member: string): Clue =>
  existing(name, (variable) => {
    const { value = '', mutability, values } = variable;
    if (membersOf(value).includes(member)) return { has: true, because: `${name} has ${member}` };
    if (mutability === 'ReadOnly') return { has: false, because: `${name} has no ${member}, and is ReadOnly` };
    if (values === undefined || mutability === undefined) return undefined;
    const has = values.includes(member);
    return { has, because: `${name} can${has ? '' : 'not'} have ${member}` };
  });

/** Like any variable, except that nothing follows from a variable that is not there: what it is about is there all the same. */
function existing(name: string, tell: (variable: SeenVariable) => Known | undefined): Clue {
  return {
    variables: [name],
    tell: (seen) => {
      const [variable] = named(seen, name);
      return variable && tell(variable);
    },
  };
}

/** The controller is there, and neither unavailable nor disabled for good. */
export const available = (controller: string): Clue => ({
  variables: [`${controller}.Available`, `${controller}.Enabled`],
  tell: (seen) => {
    const own = seen.variables.filter(({ component }) => same(component, controller));
    if (own.length === 0) return isAbsent(seen, `${controller}.Available`) ? missing(controller) : undefined;
    const isOff = ({ name, value = '', mutability }: SeenVariable) =>
      same(value, 'false') && (same(name, `${controller}.Available`) || (same(name, `${controller}.Enabled`) && mutability === 'ReadOnly'));
    const off = own.find(isOff);
    return off ? { has: false, because: shown(off) } : { has: true, because: `there is ${controller}` };
  },
});

/** A request was answered like something that is supported; other answers depend on the moment, and tell nothing. */
export const answered = (request: string): Clue => ({
  variables: [],
  tell: ({ answers }) => {
    const answer = answers[request] ?? '';
    const [supported, unsupported] = [SUPPORTED.has(answer), UNSUPPORTED.has(answer)];
    return supported || unsupported ? { has: supported, because: `${request}: ${answer}` } : undefined;
  },
});

const SUPPORTED: ReadonlySet<string> = new Set(['answered', 'Accepted', 'EmptyResultSet', 'NoProfiles', 'Unknown', 'NotFound']);
const UNSUPPORTED: ReadonlySet<string> = new Set(['NotSupported', 'NotImplemented']);

/** One of them is there; none is only if every one is known not to be. */
export const any = (...clues: Clue[]): Clue => combined(clues, true);

/** All of them are there; one that is not is enough to know. */
export const all = (...clues: Clue[]): Clue => combined(clues, false);

function combined(clues: readonly Clue[], decisive: boolean): Clue {
  return {
    variables: clues.flatMap(({ variables }) => variables),
    tell: (seen) => {
      const told = clues.map((clue) => clue.tell(seen));
      const decided = told.find((known) => known?.has === decisive);
      if (decided) return decided;
      if (told.includes(undefined)) return undefined;
      return { has: !decisive, because: [...new Set(told.map((known) => known?.because))].join('; ') };
    },
  };
}

/** What only a closer look can tell. */
export const look = (tell: (seen: Observation) => Known | undefined): Clue => ({ variables: [], tell });
