import type { ComponentType, VariableType } from '../ocpp/generated/messages.ts';

/** A component and a variable; names and instances are case-insensitive, and an empty instance is none (B06.FR.15). */
export function variableKey(component: ComponentType, variable: VariableType): string {
  const { evse, name, instance = '' } = component;
  return `${name}\n${instance}\n${evse?.id ?? ''}\n${evse?.connectorId ?? ''}\n${variable.name}\n${variable.instance ?? ''}`.toLowerCase();
}

/** A component and a variable as a sentence names them. */
export function variableName({ name, instance, evse }: ComponentType, variable: VariableType): string {
  const of = (base: string, which: string | undefined) => (which ? `${base}[${which}]` : base);
  const place = evse ? ` of EVSE ${evse.id}${evse.connectorId === undefined ? '' : `, connector ${evse.connectorId}`}` : '';
  return `${of(name, instance)}.${of(variable.name, variable.instance)}${place}`;
}
