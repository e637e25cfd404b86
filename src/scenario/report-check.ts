import { STANDARD_VARIABLES, type StandardVariable, standardVariableOf } from '../ocpp/device-model.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { ReportDataType, VariableAttributeType } from '../ocpp/generated/messages.ts';
import type { EvseSettings, ScenarioSettings } from './settings.ts';

type ReportBase = 'FullInventory' | 'ConfigurationInventory' | 'SummaryInventory';

export interface Problem {
  expected: string;
  actual: string;
  pointer?: string;
}

/** Groups that every station has; the others are looked at only if the station says that it has them. */
const CORE: ReadonlySet<string> = new Set(['General', 'Security', 'Authorization', 'Transaction', 'Metering', 'ChargingInfrastructure']);
const LISTS: ReadonlySet<string> = new Set(['OptionList', 'MemberList', 'SequenceList']);

/** What is missing in a base report, or described otherwise than the specification does (cases TC_B_12 to TC_B_14, TC_B_53). */
export function reportProblems(base: ReportBase, report: Payload, { evses }: Pick<ScenarioSettings, 'evses'>): Problem[] {
  const data = (report.reportData ?? []) as ReportDataType[];
  const reported = new Set(data.flatMap((entry) => (isOfEvses(entry) ? [keyOf(entry), keyOf(ofStation(entry))] : [keyOf(entry)])));
  const missing = requiredPlaces(base, data, evses)
    .filter(({ key }) => !reported.has(key))
    .map(({ name }) => ({ expected: `${name} is reported`, actual: 'it is not' }));
  if (base === 'SummaryInventory') return missing;
  return [...missing, ...data.flatMap((entry, position) => entryProblems(base, entry, `/reportData/${position}`))];
}

/** ISO15118Ctrlr may be there once for each EVSE instead of once for the station. */
const isOfEvses = ({ component }: ReportDataType): boolean => same(component.name, 'ISO15118Ctrlr') && component.evse !== undefined;

function ofStation(entry: ReportDataType): ReportDataType {
  const { evse: _, ...component } = entry.component;
  return { ...entry, component };
}

interface Place {
  key: string;
  name: string;
}

function requiredPlaces(base: ReportBase, data: readonly ReportDataType[], evses: readonly EvseSettings[]): Place[] {
  const wanted = STANDARD_VARIABLES.filter((variable) => {
    if (base === 'SummaryInventory') return variable.variable === 'AvailabilityState' && variable.component !== 'Connector';
    if (!variable.required || variable.instance === '*') return false;
    if (base === 'ConfigurationInventory' && (variable.mutability.length === 0 || variable.mutability.includes('ReadOnly'))) return false;
    return CORE.has(variable.group) || hasGroup(variable.component, data);
  });
  return wanted.flatMap((variable) => places(variable, evses));
}

/** A station that has an optional function says so by `Available`, or by describing its controller at all. */
function hasGroup(component: string, data: readonly ReportDataType[]): boolean {
  const described = data.filter((entry) => same(entry.component.name, component));
  const available = described.find((entry) => same(entry.variable.name, 'Available'));
  return available ? available.variableAttribute.some(({ value }) => value === 'true') : described.length > 0;
}

function places({ component, variable, instance, per }: StandardVariable, evses: readonly EvseSettings[]): Place[] {
  const base = { component: { name: component }, variable: instance === undefined ? { name: variable } : { name: variable, instance } };
  const name = `${component}.${variable}${instance === undefined ? '' : `[${instance}]`}`;
  if (per === 'chargingStation') return [{ key: keyOf(base), name }];
  return evses.flatMap(({ id, connectors }) =>
    (per === 'evse' ? [undefined] : connectors).map((connectorId) => {
      const evse = connectorId === undefined ? { id } : { id, connectorId };
      return {
        key: keyOf({ ...base, component: { name: component, evse } }),
        name: `${name} of EVSE ${id}${connectorId === undefined ? '' : `, connector ${connectorId}`}`,
      };
    }),
  );
}

/** Names are not case-sensitive. */
const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
const keyOf = ({ component, variable }: Pick<ReportDataType, 'component' | 'variable'>): string =>
  [component.name, component.evse?.id ?? '', component.evse?.connectorId ?? '', variable.name, variable.instance ?? '']
    .join('|')
    .toLowerCase();

function entryProblems(base: ReportBase, entry: ReportDataType, pointer: string): Problem[] {
  const name = `${entry.component.name}.${entry.variable.name}`;
  const standard = standardVariableOf(entry.component.name, entry.variable.name, entry.variable.instance);
  return [
    ...characteristicProblems(entry, name, standard),
    ...entry.variableAttribute.flatMap((attribute) => attributeProblems(base, entry, attribute, name, standard)),
  ].map((problem) => ({ ...problem, pointer }));
}

function characteristicProblems(
  { variableCharacteristics: characteristics }: ReportDataType,
  name: string,
  standard?: StandardVariable,
): Problem[] {
  if (!characteristics) return [{ expected: `${name} has variableCharacteristics`, actual: 'they are absent' }];
  const problems: Problem[] = [];
  if (standard && characteristics.dataType !== standard.dataType)
    problems.push({ expected: `${name} is of data type ${standard.dataType}`, actual: `it is ${characteristics.dataType}` });
  if (LISTS.has(characteristics.dataType) && !characteristics.valuesList)
    problems.push({ expected: `${name}, a ${characteristics.dataType}, has a valuesList`, actual: 'it has none' });
  for (const limit of standard?.reports ?? [])
    if (characteristics[limit] === undefined) problems.push({ expected: `${name} has a ${limit}`, actual: 'it has none' });
  return problems;
}

function attributeProblems(
  base: ReportBase,
  { variableCharacteristics }: ReportDataType,
  { value, mutability = 'ReadWrite', type = 'Actual' }: VariableAttributeType,
  name: string,
  standard?: StandardVariable,
): Problem[] {
  const problems: Problem[] = [];
  if (base === 'ConfigurationInventory' && mutability === 'ReadOnly')
    problems.push({ expected: `only what can be set is reported`, actual: `${name} is ReadOnly` });
  if (standard && type === 'Actual' && standard.mutability.length > 0 && !standard.mutability.includes(mutability))
    problems.push({ expected: `${name} is ${standard.mutability.join(' or ')}`, actual: `it is ${mutability}` });
  if (mutability === 'WriteOnly' && value !== undefined)
    problems.push({ expected: `the value of ${name}, which is WriteOnly, is not reported`, actual: 'it is' });
  // EVSE.Power may report its maximum alone.
  if (mutability !== 'WriteOnly' && value === undefined && name !== 'EVSE.Power')
    problems.push({ expected: `${name} has a value`, actual: 'it has none' });
  const allowed = LISTS.has(variableCharacteristics?.dataType ?? '')
    ? variableCharacteristics?.valuesList?.split(',').map((one) => one.trim())
    : undefined;
  const strange =
    value && allowed
      ? value
          .split(',')
          .map((one) => one.trim())
          .find((one) => one !== '' && !allowed.includes(one))
      : undefined;
  if (strange !== undefined)
    problems.push({ expected: `the value of ${name} is made of ${allowed?.join(', ')}`, actual: `it contains ${strange}` });
  return problems;
}
