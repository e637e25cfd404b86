import { standardVariableOf } from '../../ocpp/device-model.ts';
import type { MutabilityEnumType, VariableCharacteristicsType } from '../../ocpp/generated/messages.ts';
import type { StationConfig } from '../config.ts';
import { evseVariables, type Initial, STANDING, stationVariables } from './initial-values.ts';
import { type Address, placeOf } from './path.ts';
import { type Variable, Variables } from './variables.ts';

/** The device model of a station fresh from the factory. @throws Error naming a path in the configuration that is none */
export function inventory(config: StationConfig): Variables {
  standing ??= variablesOf(STANDING);
  const variables = new Map([...standing].map(([path, variable]) => [path, another(variable)]));
  const own = Object.assign(stationVariables(config), ...config.evses.map((evse) => evseVariables(evse, config)));
  for (const [path, variable] of variablesOf(own)) variables.set(path, variable);
  for (const [path, value] of Object.entries(config.variables)) {
    const known = variables.get(path)?.attributes[0];
    if (value === null) variables.delete(path);
    else if (known) known.value = value;
    else variables.set(path, variableAt(path, { value }));
  }
  return new Variables([...variables.values()]);
}

/** What is the same for every station is put together once. */
let standing: ReadonlyMap<string, Variable> | undefined;

const variablesOf = (initials: Readonly<Record<string, Initial>>): Map<string, Variable> =>
  new Map(Object.entries(initials).map(([path, initial]) => [path, variableAt(path, initial)]));

/** One with values of its own; what else is known of it nobody changes. */
const another = (variable: Variable): Variable => ({
  ...variable,
  attributes: variable.attributes.map((attribute) => ({ ...attribute })),
});

const USUAL = { dataType: 'string', supportsMonitoring: false } as const;

function variableAt(path: string, { value, mutability, characteristics }: Initial): Variable {
  const place = placeOf(path);
  if (!place) throw new Error(`variables: ${path} is not a path such as OCPPCommCtrlr.OfflineThreshold`);
  const standard = standardOf(path, place);
  if (!standard && !characteristics) throw new Error(`variables: ${path} is not a standardized variable; see schemas/device-model.json`);
  const allowed: readonly MutabilityEnumType[] = standard?.mutability.length ? standard.mutability : ['ReadOnly'];
  const chosen = mutability ?? (allowed.at(-1) as MutabilityEnumType);
  return {
    component: place.component,
    variable: place.variable,
    key: place.key,
    componentKey: place.componentKey,
    characteristics: Object.freeze({ ...USUAL, ...standard?.characteristics, ...characteristics }),
    // Whatever can be written is stored in a persistent way (chapter Referenced Components and Variables).
    attributes: [{ type: 'Actual', mutability: chosen, persistent: chosen !== 'ReadOnly', value }],
  };
}

interface Standard {
  mutability: readonly MutabilityEnumType[];
  characteristics: Partial<VariableCharacteristicsType>;
}

/** What the specification says, by path. */
const standards = new Map<string, Standard | undefined>();

function standardOf(path: string, { component, variable }: Address): Standard | undefined {
  if (standards.has(path)) return standards.get(path);
  const known = standardVariableOf(component.name, variable.name, variable.instance);
  const standard = known && { mutability: known.mutability, characteristics: described(known) };
  standards.set(path, standard);
  return standard;
}

function described(standard: NonNullable<ReturnType<typeof standardVariableOf>>): Partial<VariableCharacteristicsType> {
  const { dataType, units, values, minLimit, maxLimit } = standard;
  return {
    dataType,
    ...(units[0] ? { unit: units[0] } : {}),
    ...(values ? { valuesList: values.join(',') } : {}),
    ...(minLimit === undefined ? {} : { minLimit }),
    ...(maxLimit === undefined ? {} : { maxLimit }),
  };
}
