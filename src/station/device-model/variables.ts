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

/** The device model of the station: every variable with its characteristics and attributes. */
export class Variables {
  readonly #variables = new Map<string, Variable>();
  readonly #components = new Set<string>();
  readonly #initial = new Map<Attribute, string>();

  constructor(variables: Variable[]) {
    for (const variable of variables) {
      this.#variables.set(variable.key, variable);
      this.#components.add(variable.componentKey);
      for (const attribute of variable.attributes) if (!attribute.persistent) this.#initial.set(attribute, attribute.value);
    }
  }

  all(): Variable[] {
    return [...this.#variables.values()];
  }

  find(address: Address): Variable | undefined {
    return this.#variables.get(keyOf(address));
  }

  hasComponent(component: ComponentType): boolean {
    return this.#components.has(componentKeyOf(component));
  }

  /** The Actual value. @param path such as `OCPPCommCtrlr.OfflineThreshold`. @throws RangeError if there is no such variable */
  get(path: string): string {
    const variable = this.#at(path);
    return currentValue(variable, actualOf(variable, path));
  }

  /** @param otherwise what counts for a station that does not have the variable */
  integer(path: string, otherwise = 0): number {
    return this.has(path) ? Number(this.get(path)) : otherwise;
  }

  /** @returns false also for a variable that this station does not have */
  flag(path: string): boolean {
    return this.has(path) && this.get(path) === 'true';
  }

  /** Whether the station has the variable and it is false. */
  isOff(path: string): boolean {
    return this.has(path) && this.get(path) === 'false';
  }

  /** @returns none also for a variable that this station does not have */
  members(path: string): string[] {
    return this.has(path) ? membersOf(this.get(path)) : [];
  }

  /** The greatest value, or none. */
  maxLimit(path: string): number {
    return (this.has(path) ? this.#at(path).characteristics.maxLimit : undefined) ?? Number.POSITIVE_INFINITY;
  }

  has(path: string): boolean {
    return this.#lookUp(path) !== undefined;
  }

  /** Sets the Actual value as the station itself may, read-only or not. @throws RangeError if it does not fit the variable */
  set(path: string, value: string): void {
    const variable = this.#at(path);
    const reason = misfit(value, variable.characteristics);
    if (reason) throw new RangeError(`${pathOf(variable)}: ${JSON.stringify(value)} does not fit (${reason})`);
    actualOf(variable, path).value = value;
    variable.changed?.();
  }

  /** Sets the Actual value if the station has the variable and the value fits it. */
  adopt(path: string, value: string): void {
    if (this.has(path) && !misfit(value, this.#at(path).characteristics)) this.set(path, value);
  }

  bind(path: string, binding: Binding): void {
    if (this.has(path)) Object.assign(this.#at(path), binding);
  }

  /** Forgets what does not survive a reboot. */
  reboot(): void {
    for (const [attribute, value] of this.#initial) attribute.value = value;
  }

  #lookUp(path: string): Variable | undefined {
    const place = placeOf(path);
    return place && this.#variables.get(place.key);
  }

  #at(path: string): Variable {
    const variable = this.#lookUp(path);
    if (!variable) throw new RangeError(`no variable ${path}`);
    return variable;
  }
}

export const currentValue = (variable: Variable, attribute: Attribute): string => variable.read?.() ?? attribute.value;

export const attributeOf = (variable: Variable, type: AttributeEnumType = 'Actual'): Attribute | undefined =>
  variable.attributes.find((attribute) => attribute.type === type);

function actualOf(variable: Variable, path: string): Attribute {
  const actual = attributeOf(variable);
  if (!actual) throw new RangeError(`${path} has no attribute Actual`);
  return actual;
}
