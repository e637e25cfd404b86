import type { ComponentType, VariableType } from '../../ocpp/generated/messages.ts';
import { Remembered } from '../../remembered.ts';

/** A variable of a component: what OCPP messages call a ComponentVariable. */
export interface Address {
  component: ComponentType;
  variable: VariableType;
}

const PATH = /^(\w+)(?:\[([^\]]*)\])?(?:\((\d+)(?:,(\d+))?\))?\.(\w+)(?:\[([^\]]*)\])?$/;

/**
 * Reads the short notation: `TxCtrlr.TxStartPoint`, `OCPPCommCtrlr.MessageTimeout[Default]`, `EVSE(1).Available`,
 * `Connector(1,2).ConnectorType`. @returns undefined if it is none
 */
export function parsePath(path: string): Address | undefined {
  const [, name, instance, evse, connectorId, variable, variableInstance] = PATH.exec(path) ?? [];
  if (name === undefined || variable === undefined) return undefined;
  return {
    component: {
      name,
      ...(instance === undefined ? {} : { instance }),
      ...(evse === undefined
        ? {}
        : { evse: { id: Number(evse), ...(connectorId === undefined ? {} : { connectorId: Number(connectorId) }) } }),
    },
    variable: { name: variable, ...(variableInstance === undefined ? {} : { instance: variableInstance }) },
  };
}

/** Writes the short notation. */
export function pathOf({ component, variable }: Address): string {
  const instance = (value: string | undefined) => (value ? `[${value}]` : '');
  const { evse } = component;
  const tier = evse ? `(${evse.id}${evse.connectorId === undefined ? '' : `,${evse.connectorId}`})` : '';
  return `${component.name}${instance(component.instance)}${tier}.${variable.name}${instance(variable.instance)}`;
}

/** An address with what it is kept under. */
export interface Place extends Address {
  key: string;
  componentKey: string;
}

/** One station has some hundreds of variables, and the next has the same. */
const places = new Remembered<Place | undefined>(5000);

/** As `parsePath`; what was read once is not read again. */
export const placeOf = (path: string): Place | undefined => places.of(path, readPlace);

function readPlace(path: string): Place | undefined {
  const address = parsePath(path);
  return address && { ...address, key: keyOf(address), componentKey: componentKeyOf(address.component) };
}

/** The same for all spellings of an address: names are not case-sensitive, an empty instance is none (B06.FR.15). */
export const keyOf = (address: Address): string => pathOf(address).toLowerCase();
export const componentKeyOf = (component: ComponentType): string => keyOf({ component, variable: { name: '' } });
