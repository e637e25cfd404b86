import type {
  ComponentCriterionEnumType,
  ComponentType,
  ComponentVariableType,
  GetReportRequest,
  ReportBaseEnumType,
  ReportDataType,
  VariableAttributeType,
} from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Address } from './path.ts';
import { type Attribute, attributeOf, currentValue, type Variable } from './variables.ts';

/** What a base report lists (B07). */
export function baseReport({ variables, faults }: Core, reportBase: ReportBaseEnumType): ReportDataType[] {
  const all = variables.all();
  switch (reportBase) {
    case 'FullInventory':
      return all.map((variable) => entryFor(variable));
    case 'ConfigurationInventory':
      if (faults.has('configuration-report-lists-read-only')) return all.map((variable) => entryFor(variable));
      return all.filter(({ attributes }) => attributes.some(isWritable)).map((variable) => entryFor(variable, isWritable));
    case 'SummaryInventory':
      return all.filter(isInSummary).map((variable) => entryFor(variable));
  }
}

/**
 * What a custom report lists: the intersection of criteria and wanted variables (B08.FR.05). Criteria alone ask for the
 * variables they are named after (TC_B_16_CS); the use case does not say which variables of a component they mean.
 */
export function customReport({ variables, faults }: Core, request: GetReportRequest): ReportDataType[] {
  const { componentCriteria = [], componentVariable = [] } = request;
  const all = variables.all();
  const criteria = faults.has('custom-report-ignores-criteria') ? [] : componentCriteria;
  return all
    .filter(({ component }) => criteria.length === 0 || criteria.some((criterion) => meets(all, component, criterion)))
    .filter((variable) =>
      componentVariable.length === 0 ? isCriterion(variable, criteria) : componentVariable.some((wanted) => isWanted(variable, wanted)),
    )
    .map((variable) => entryFor(variable));
}

function entryFor(variable: Variable, reported: (attribute: Attribute) => boolean = () => true): ReportDataType {
  const attributes = variable.attributes.filter(reported).map((attribute) => attributeData(variable, attribute));
  return {
    component: variable.component,
    variable: variable.variable,
    variableAttribute: attributes,
    variableCharacteristics: variable.characteristics,
  };
}

function attributeData(variable: Variable, attribute: Attribute): VariableAttributeType {
  const { type, mutability, persistent } = attribute;
  const value = mutability === 'WriteOnly' ? {} : { value: currentValue(variable, attribute) };
  return { type, ...value, mutability, persistent, constant: false };
}

const isWritable = ({ mutability }: Attribute): boolean => mutability !== 'ReadOnly';

/** What says whether one can charge (B07.FR.09). */
const isInSummary = (variable: Variable): boolean =>
  variable.variable.name === 'AvailabilityState' || (variable.variable.name === 'Problem' && actual(variable) === 'true');

/** B08.FR.07 to B08.FR.10: a component without the variable meets every criterion but Problem. */
function meets(all: readonly Variable[], component: ComponentType, criterion: ComponentCriterionEnumType): boolean {
  const variable = all.find((candidate) => candidate.variable.name === criterion && isSame(candidate.component, component));
  return variable ? actual(variable) === 'true' : criterion !== 'Problem';
}

const isCriterion = (variable: Variable, criteria: readonly ComponentCriterionEnumType[]): boolean =>
  criteria.length === 0 || (criteria.some((criterion) => criterion === variable.variable.name) && actual(variable) === 'true');

function actual(variable: Variable): string | undefined {
  const attribute = attributeOf(variable);
  return attribute && currentValue(variable, attribute);
}

const isSame = (a: ComponentType, b: ComponentType): boolean =>
  a.name === b.name && a.instance === b.instance && a.evse?.id === b.evse?.id && a.evse?.connectorId === b.evse?.connectorId;

/** B08.FR.20 to B08.FR.25: whatever is left open stands for all there are. */
export function isWanted({ component, variable }: Address, wanted: ComponentVariableType): boolean {
  const { evse } = wanted.component;
  return (
    equal(component.name, wanted.component.name) &&
    open(wanted.component.instance, component.instance) &&
    open(evse?.id, component.evse?.id) &&
    open(evse?.connectorId, component.evse?.connectorId) &&
    (!wanted.variable || (equal(variable.name, wanted.variable.name) && open(wanted.variable.instance, variable.instance)))
  );
}

const equal = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const open = (wanted: string | number | undefined, value: string | number | undefined): boolean =>
  wanted === undefined || wanted === '' || equal(`${wanted}`, `${value ?? ''}`);
