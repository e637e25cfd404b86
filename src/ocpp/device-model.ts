import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import type { DataEnumType, MutabilityEnumType } from './generated/messages.ts';

/** What the specification says about one standardized variable of one standardized component. */
export interface StandardVariable {
  /** The functional group of the chapter "Referenced Components and Variables" that describes it. */
  group: string;
  component: string;
  variable: string;
  /** Instance of the variable; `*` where the station names its instances itself. */
  instance?: string;
  /** Required of a station that supports the group. */
  required: boolean;
  dataType: DataEnumType;
  /** The units that are allowed; empty if it has none. */
  units: readonly string[];
  /** The mutabilities that are allowed; empty where the specification does not say. */
  mutability: readonly MutabilityEnumType[];
  /** The values that the specification knows, for the three list types; absent where the station names them. */
  values?: readonly string[];
  /** The least and the greatest limit that a station may report. */
  minLimit?: number;
  maxLimit?: number;
  /** The least `maxLimit` that a station may report. */
  maxLimitAtLeast?: number;
  /** Characteristics that have to be reported with it. */
  reports: readonly ('minLimit' | 'maxLimit')[];
  /** The tier at which it exists: once, once per EVSE or once per Connector. */
  per: 'chargingStation' | 'evse' | 'connector';
}

interface Row {
  variable: string;
  instance?: string;
  required?: boolean;
  dataType: string;
  unit?: string;
  mutability?: string;
  valuesList?: string;
  minLimit?: number;
  maxLimit?: number;
  maxLimitAtLeast?: number;
  reports?: string[];
  per?: string;
}

const table: Record<string, Record<string, Row[]>> = JSON.parse(readFileSync(packageFile('schemas/device-model.json'), 'utf8'));

/** Every standardized variable that schemas/device-model.json describes, in the order of the specification. */
export const STANDARD_VARIABLES: readonly StandardVariable[] = Object.entries(table).flatMap(([group, components]) =>
  Object.entries(components).flatMap(([component, rows]) => rows.map((row) => standardVariable(group, component, row))),
);

function standardVariable(group: string, component: string, row: Row): StandardVariable {
  const { unit, mutability, valuesList, reports = [], required = false, per = 'chargingStation', ...facts } = row;
  return {
    ...facts,
    group,
    component,
    required,
    per,
    dataType: row.dataType as DataEnumType,
    units: unit?.split('|') ?? [],
    mutability: (mutability?.split('|') ?? []) as MutabilityEnumType[],
    ...(valuesList === undefined ? {} : { values: valuesList.split(',') }),
    reports,
  } as StandardVariable;
}

const byName = new Map(STANDARD_VARIABLES.map((entry) => [nameOf(entry.component, entry.variable, entry.instance), entry]));

/**
 * @param instance instance of the variable, if it has one
 * @returns what the specification says about it; undefined if it is not standardized. Names are not case-sensitive.
 */
export const standardVariableOf = (component: string, variable: string, instance = ''): StandardVariable | undefined =>
  byName.get(nameOf(component, variable, instance)) ?? (instance === '' ? undefined : byName.get(nameOf(component, variable, '*')));

function nameOf(component: string, variable: string, instance = ''): string {
  return `${component}.${variable}[${instance}]`.toLowerCase();
}
