import type { AttributeEnumType, ComponentType, ReportDataType, VariableType } from '../../ocpp/generated/messages.ts';
import { BoundedMap } from './bounded-map.ts';

const LIMIT = 20_000;

/**
 * The name under which an attribute is shown: `OCPPCommCtrlr.OfflineThreshold`, `EVSE(1).Power:MaxSet`,
 * `Connector(1,2).AvailabilityState`, `DeviceDataCtrlr.ItemsPerMessage[GetReport]`.
 */
export function attributeName(
  component: ComponentType,
  variable: VariableType | undefined,
  attribute: AttributeEnumType = 'Actual',
): string {
  const instance = ({ instance }: { instance?: string }) => (instance ? `[${instance}]` : '');
  const { evse } = component;
  const where = evse ? `(${evse.id}${evse.connectorId === undefined ? '' : `,${evse.connectorId}`})` : '';
  const name = `${component.name}${instance(component)}${where}.${variable?.name ?? '*'}${instance(variable ?? {})}`;
  return attribute === 'Actual' ? name : `${name}:${attribute}`;
}

/** The values that a station has reported, or that it has let the CSMS set. */
export class DeviceModel {
  readonly #values = new BoundedMap<string, { name: string; value: string }>(LIMIT);

  note(component: ComponentType, variable: VariableType, attribute: AttributeEnumType | undefined, value: string): void {
    const name = attributeName(component, variable, attribute);
    this.#values.set(name.toLowerCase(), { name, value: isSecret(variable) ? '(secret)' : value });
  }

  noteReport({ component, variable, variableAttribute }: ReportDataType): void {
    for (const { type, value } of variableAttribute) if (value !== undefined) this.note(component, variable, type, value);
  }

  /** @param name as attributeName writes it; upper and lower case are the same */
  value(name: string): string | undefined {
    return this.#values.get(name.toLowerCase())?.value;
  }

  /** The value as a number greater than 0, where it is one. */
  limit(name: string): number | undefined {
    const limit = Number.parseInt(this.value(name) ?? '', 10);
    return limit > 0 ? limit : undefined;
  }

  toJSON(): Record<string, string> {
    return Object.fromEntries([...this.#values.values()].map(({ name, value }) => [name, value]));
  }
}

/** A01.FR.09: passwords are not kept where they can be shown. */
const isSecret = ({ name }: VariableType): boolean => name.toLowerCase() === 'basicauthpassword';
