import { standardVariableOf } from '../../ocpp/device-model.ts';
import type { MutabilityEnumType, VariableCharacteristicsType } from '../../ocpp/generated/messages.ts';
import { Remembered } from '../../remembered.ts';
import type { StationConfig } from '../config.ts';
import { evseVariables, type Initial, type Kind, STANDING, stationVariables } from './initial-values.ts';
import { type Address, placeOf } from './path.ts';
import { type FactoryVariables, type Variable, Variables } from './variables.ts';

/** The device model of a station fresh from the factory. @throws Error naming a path in the configuration that is none */
export function inventory(config: StationConfig): Variables {
  const kind = kindOf(config);
  return new Variables(factories.of(JSON.stringify(kind), () => factoryVariables(kind)));
}

/** What is the same for all stations of a kind is put together once. */
const factories = new Remembered<FactoryVariables>(100);

const kindOf = ({ variables, evses, identity, model, vendorName, password, priority, slots, capabilities }: StationConfig): Kind => {
  const { resetEvse, reservations } = capabilities;
  return { variables, evses, identity, model, vendorName, password, priority, slots, capabilities: { resetEvse, reservations } };
};

function factoryVariables(kind: Kind): FactoryVariables {
  const initials = Object.assign({}, STANDING, stationVariables(kind), ...kind.evses.map((evse) => evseVariables(evse, kind)));
  const byPath = new Map(Object.entries<Initial>(initials).map(([path, initial]) => [path, variableAt(path, initial)]));
  for (const [path, value] of Object.entries(kind.variables)) {
    const known = byPath.get(path)?.attributes[0];
    if (value === null) byPath.delete(path);
    else if (known) known.value = value;
    else byPath.set(path, variableAt(path, { value }));
  }
  const all = [...byPath.values()];
  for (const { attributes } of all) attributes.forEach(Object.freeze);
  return {
    variables: new Map(all.map((variable) => [variable.key, Object.freeze(variable)])),
    components: new Set(all.map(({ componentKey }) => componentKey)),
  };
}

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
