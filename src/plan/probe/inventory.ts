import type {
  ComponentType,
  GetVariablesResponse,
  NotifyReportRequest,
  ReportDataType,
  VariableType,
} from '../../ocpp/generated/messages.ts';
import type { SeenVariable } from './observation.ts';

const instance = (of: { instance?: string }): string => (of.instance === undefined ? '' : `[${of.instance}]`);

function address(component: ComponentType, variable: VariableType): Pick<SeenVariable, 'path' | 'name' | 'component' | 'evseId'> {
  const { evse } = component;
  const place = evse ? `(${[evse.id, evse.connectorId].filter((id) => id !== undefined).join(',')})` : '';
  return {
    path: `${component.name}${instance(component)}${place}.${variable.name}${instance(variable)}`,
    name: `${component.name}.${variable.name}`,
    component: component.name,
    ...(evse ? { evseId: evse.id } : {}),
  };
}

/** The variables in the parts of a report. */
export const reportedVariables = (parts: readonly NotifyReportRequest[]): SeenVariable[] =>
  parts.flatMap(({ reportData = [] }) => reportData.map(reported));

function reported({ component, variable, variableAttribute, variableCharacteristics }: ReportDataType): SeenVariable {
  const actual = variableAttribute.find(({ type = 'Actual' }) => type === 'Actual');
  const values = variableCharacteristics?.valuesList;
  return {
    ...address(component, variable),
    ...(actual?.value === undefined ? {} : { value: actual.value }),
    // ReadWrite is the default of the message.
    mutability: actual?.mutability ?? 'ReadWrite',
    ...(values === undefined ? {} : { values: membersOf(values) }),
  };
}

/** What GetVariables told of variables that no report had shown. */
export function readVariables({ getVariableResult }: GetVariablesResponse): { variables: SeenVariable[]; absent: string[] } {
  const told = getVariableResult.map(({ component, variable, attributeStatus, attributeValue }) => ({
    status: attributeStatus,
    seen: { ...address(component, variable), ...(attributeValue === undefined ? {} : { value: attributeValue }) },
  }));
  return {
    // A variable that may not be read is there nevertheless.
    variables: told.filter(({ status }) => status === 'Accepted' || status === 'Rejected').map(({ seen }) => seen),
    absent: told.filter(({ status }) => status === 'UnknownComponent' || status === 'UnknownVariable').map(({ seen }) => seen.name),
  };
}

/** The members of a list as variables write it. */
export const membersOf = (list: string): string[] =>
  list
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
