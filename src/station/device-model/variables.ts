import type { AttributeEnumType, ComponentType, MutabilityEnumType, VariableCharacteristicsType } from '../../ocpp/generated/messages.ts';
import { membersOf, misfit } from './formats.ts';
import { type Address, componentKeyOf, keyOf, type Place, pathOf, placeOf } from './path.ts';

export interface Attribute {
  type: AttributeEnumType;
  mutability: MutabilityEnumType;
  /** Survives reboots. */
  persistent: boolean;
  /** Empty while it is not set (B06.FR.13). */
  value: string;
}

/** How the rest of the station takes part in a variable. */
export interface Binding {
  /** Says the value in place of the one that is stored. */
  read?(): string;
  /** @returns a reason code if the value cannot be set */
  refuses?(value: string): string | undefined;
  changed?(): void;
}

export interface Variable extends Place, Binding {
  characteristics: VariableCharacteristicsType;
  attributes: Attribute[];
}

/** The variables that stations of a kind have from the factory, by their keys; nobody changes them. */
export interface FactoryVariables {
  variables: ReadonlyMap<string, Variable>;
  /** Keys of the components that have any. */
  components: ReadonlySet<string>;
}

/** The device model of the station: every variable with its characteristics and attributes. */
export class Variables {
  readonly #factory: FactoryVariables;
  /** Those that something may have happened to, in place of those from the factory. */
  readonly #own = new Map<string, Variable>();
  #watcher: () => void = () => {};

  constructor(factory: FactoryVariables) {
    this.#factory = factory;
  }

  /** To be read only. */
  all(): readonly Variable[] {
    return [...this.#factory.variables].map(([key, variable]) => this.#own.get(key) ?? variable);
  }

  find(address: Address): Variable | undefined {
    const variable = this.#factory.variables.get(keyOf(address));
    return variable && this.#ownOf(variable);
  }

  hasComponent(component: ComponentType): boolean {
    return this.#factory.components.has(componentKeyOf(component));
  }

  /** Hears of every change of a variable that monitors can be about. */
  watch(watcher: () => void): void {
    this.#watcher = watcher;
  }

  /** Has the station act on a new value. */
  changed(variable: Variable): void {
    variable.changed?.();
    if (variable.characteristics.supportsMonitoring) this.#watcher();
  }

  /** The Actual value. @param path such as `OCPPCommCtrlr.OfflineThreshold`. @throws RangeError if there is no such variable */
  get(path: string): string {
    return valueIn(this.#at(path), path);
  }

  /** @param otherwise what counts for a station that does not have the variable */
  integer(path: string, otherwise = 0): number {
    const value = this.#value(path);
    return value === undefined ? otherwise : Number(value);
  }

  /** @returns false also for a variable that this station does not have */
  flag(path: string): boolean {
    return this.#value(path) === 'true';
  }

  /** Whether the station has the variable and it is false. */
  isOff(path: string): boolean {
    return this.#value(path) === 'false';
  }

  /** @returns none also for a variable that this station does not have */
  members(path: string): string[] {
    return membersOf(this.#value(path));
  }

  /** The greatest value, or none. */
  maxLimit(path: string): number {
    return this.#lookUp(path)?.characteristics.maxLimit ?? Number.POSITIVE_INFINITY;
  }

  has(path: string): boolean {
    return this.#lookUp(path) !== undefined;
  }

  /** Sets the Actual value as the station itself may, read-only or not. @throws RangeError if it does not fit the variable */
  set(path: string, value: string): void {
    const variable = this.#toChange(path);
    const reason = misfit(value, variable.characteristics);
    if (reason) throw new RangeError(`${pathOf(variable)}: ${JSON.stringify(value)} does not fit (${reason})`);
    actualOf(variable, path).value = value;
    this.changed(variable);
  }

  /** Sets the Actual value if the station has the variable and the value fits it. */
  adopt(path: string, value: string): void {
    const variable = this.#lookUp(path);
    if (variable && !misfit(value, variable.characteristics)) this.set(path, value);
  }

  bind(path: string, binding: Binding): void {
    if (this.has(path)) Object.assign(this.#toChange(path), binding);
  }

  /** Forgets what does not survive a reboot. */
  reboot(): void {
    for (const [key, { attributes }] of this.#own) {
      const initial = this.#factory.variables.get(key)?.attributes ?? [];
      for (const [index, attribute] of attributes.entries()) if (!attribute.persistent) attribute.value = initial[index]?.value ?? '';
    }
  }

  #lookUp(path: string): Variable | undefined {
    const place = placeOf(path);
    return place && (this.#own.get(place.key) ?? this.#factory.variables.get(place.key));
  }

  #value(path: string): string | undefined {
    const variable = this.#lookUp(path);
    return variable && valueIn(variable, path);
  }

  #at(path: string): Variable {
    const variable = this.#lookUp(path);
    if (!variable) throw new RangeError(`no variable ${path}`);
    return variable;
  }

  #toChange(path: string): Variable {
    return this.#ownOf(this.#at(path));
  }

  /** One with a state of its own; what else is known of it stays the same. */
  #ownOf(variable: Variable): Variable {
    const known = this.#own.get(variable.key);
    if (known) return known;
    const own = { ...variable, attributes: variable.attributes.map((attribute) => ({ ...attribute })) };
    this.#own.set(own.key, own);
    return own;
  }
}

export const currentValue = (variable: Variable, attribute: Attribute): string => variable.read?.() ?? attribute.value;

export const attributeOf = (variable: Variable, type: AttributeEnumType = 'Actual'): Attribute | undefined =>
  variable.attributes.find((attribute) => attribute.type === type);

const valueIn = (variable: Variable, path: string): string => currentValue(variable, actualOf(variable, path));

function actualOf(variable: Variable, path: string): Attribute {
  const actual = attributeOf(variable);
  if (!actual) throw new RangeError(`${path} has no attribute Actual`);
  return actual;
}
