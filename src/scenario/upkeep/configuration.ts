import type { GetVariablesResponse, ReportDataType, SetVariablesRequest, SetVariablesResponse } from '../../ocpp/generated/messages.ts';
import type { Entry } from '../../trace/entry.ts';
import { payloadOf } from '../payload.ts';
import { ask, askForReport, type Contact } from './contact.ts';

export type Reference = Pick<ReportDataType, 'component' | 'variable'>;

/** One spelling for each variable; names are case-insensitive. */
const keyOf = ({ component, variable }: Reference): string => JSON.stringify([component, variable]).toLowerCase();
export const nameOf = ({ component, variable }: Reference): string =>
  `${component.name}.${variable.name}${variable.instance === undefined ? '' : `[${variable.instance}]`}`;

/** The values of variables that a CSMS can set and read, by their spelling. */
export type Configuration = Map<string, string>;

/** What the station reports: all of them, or none if it does not report its configuration. */
export async function readConfiguration(contact: Contact): Promise<Configuration> {
  const report = await askForReport(contact, 'GetBaseReport', 'NotifyReport', { reportBase: 'ConfigurationInventory' });
  const values: Configuration = new Map();
  for (const data of (report ?? []).flatMap(({ reportData = [] }) => reportData as ReportDataType[]))
    for (const { type = 'Actual', value, mutability = 'ReadWrite' } of data.variableAttribute)
      if (type === 'Actual' && value !== undefined && mutability === 'ReadWrite') values.set(keyOf(data), value);
  return values;
}

/** What no station tells. */
const PASSWORD = { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } };
export const isPassword = (reference: Reference): boolean => keyOf(reference) === keyOf(PASSWORD);

/** Notes what the station is told, not asked for. */
export function notePassword(configuration: Configuration, password: string): void {
  if (password) configuration.set(keyOf(PASSWORD), password);
}

/** Notes the values of those that the station has not reported, before they are set. */
export async function learn(contact: Contact, configuration: Configuration, wanted: readonly Reference[]): Promise<void> {
  for (const { component, variable } of wanted) {
    const reference = { component, variable };
    if (configuration.has(keyOf(reference)) || isPassword(reference)) continue;
    const value = await valueNow(contact, reference);
    if (value !== undefined) configuration.set(keyOf(reference), value);
  }
}

/** @returns undefined if the station does not tell */
async function valueNow(contact: Contact, wanted: Reference): Promise<string | undefined> {
  const read = (await ask(contact, 'GetVariables', { getVariableData: [wanted] })) as GetVariablesResponse | undefined;
  return read?.getVariableResult[0]?.attributeValue;
}

/** The variables that the requests of a trace have set. */
export function variablesSet(entries: readonly Entry[]): Reference[] {
  const set = new Map<string, Reference>();
  for (const entry of entries) {
    const request = entry.kind === 'frame' ? entry.answers?.decoded.frame : undefined;
    if (entry.kind !== 'frame' || request?.type !== 'CALL' || request.action !== 'SetVariables') continue;
    const results = (payloadOf(entry) as unknown as SetVariablesResponse).setVariableResult ?? [];
    const asked = (request.payload as unknown as SetVariablesRequest).setVariableData ?? [];
    for (const { attributeType = 'Actual', attributeStatus, component, variable } of results)
      if (attributeType === 'Actual' && (attributeStatus === 'Accepted' || attributeStatus === 'RebootRequired')) {
        const reference = asked.find((data) => keyOf(data) === keyOf({ component, variable })) ?? { component, variable };
        set.set(keyOf(reference), { component: reference.component, variable: reference.variable });
      }
  }
  return [...set.values()];
}

/** What came of setting a variable back. */
export type Restored = 'as before' | 'after a reboot' | { because: string };

/** Sets a variable to what it was. */
export async function restoreVariable(contact: Contact, before: Configuration, wanted: Reference): Promise<Restored> {
  const value = before.get(keyOf(wanted));
  if (value === undefined) return { because: 'the station did not tell its value before it was set' };
  if ((await valueNow(contact, wanted)) === value) return 'as before';
  const answer = (await ask(contact, 'SetVariables', { setVariableData: [{ ...wanted, attributeValue: value }] })) as
    | SetVariablesResponse
    | undefined;
  const status = answer?.setVariableResult[0]?.attributeStatus ?? 'no answer';
  if (status === 'RebootRequired') return 'after a reboot';
  return status === 'Accepted' ? 'as before' : { because: `setting it back to ${value}: ${status}` };
}
