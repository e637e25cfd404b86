import type { Payload } from '../ocpp/frame.ts';
import type { GetVariablesResponse, SetVariablesRequest, SetVariablesResponse } from '../ocpp/generated/messages.ts';
import type { Dialogue } from './dialogue.ts';
import { contactOf } from './upkeep/contact.ts';
import { Inconclusive } from './verdict.ts';

/** A variable of the device model: `OCPPCommCtrlr.MessageTimeout[Default]`. */
export interface VariableName {
  component: string;
  variable: string;
  instance: string | undefined;
}

/** @throws Error that says how a variable is written */
export function parseVariableName(text: string): VariableName {
  const [, component, variable, instance] = /^(\w+)\.(\w+)(?:\[(\w+)\])?$/.exec(text) ?? [];
  if (!component || !variable) throw new Error(`"${text}" is not a variable like OCPPCommCtrlr.MessageTimeout[Default]`);
  return { component, variable, instance };
}

export const writeVariableName = ({ component, variable, instance }: VariableName): string =>
  `${component}.${variable}${instance === undefined ? '' : `[${instance}]`}`;

const reference = ({ component, variable, instance }: VariableName, evse?: number) => ({
  component: evse === undefined ? { name: component } : { name: component, evse: { id: evse } },
  variable: instance === undefined ? { name: variable } : { name: variable, instance },
});

/** Components that the station or each of its EVSEs may have. */
const PER_EVSE: ReadonlySet<string> = new Set(['ISO15118Ctrlr']);

/** Where a variable may be, most likely first: that of the EVSE counts more than that of the station. */
const places = ({ environment }: Dialogue, { component }: VariableName): readonly (number | undefined)[] =>
  PER_EVSE.has(component) ? [environment.settings.evseId, undefined] : [undefined];

const isUnknown = ({ attributeStatus }: GetResult | SetResult): boolean =>
  attributeStatus === 'UnknownComponent' || attributeStatus === 'UnknownVariable';

type GetResult = GetVariablesResponse['getVariableResult'][number];
type SetResult = SetVariablesResponse['setVariableResult'][number];

/** Reads a variable of the station under test over OCPP. @throws Inconclusive if the station does not answer */
export async function readVariable(dialogue: Dialogue, name: VariableName): Promise<GetResult> {
  let result: GetResult | undefined;
  for (const evse of places(dialogue, name)) {
    const payload = await exchange(dialogue, 'GetVariables', { getVariableData: [reference(name, evse)] }, name);
    result = (payload as unknown as GetVariablesResponse).getVariableResult[0] as GetResult;
    if (!isUnknown(result)) break;
  }
  return result as GetResult;
}

/** Writes a variable of the station under test over OCPP. @throws Inconclusive if the station does not answer */
export async function writeVariable(dialogue: Dialogue, name: VariableName, value: string): Promise<SetResult> {
  let result: SetResult | undefined;
  for (const evse of places(dialogue, name)) {
    const data = { ...reference(name, evse), attributeValue: value };
    const request = { setVariableData: [data] };
    await learnBefore(dialogue, request);
    const payload = await exchange(dialogue, 'SetVariables', request, name);
    result = (payload as unknown as SetVariablesResponse).setVariableResult[0] as SetResult;
    if (!isUnknown(result)) break;
  }
  return result as SetResult;
}

/** Has an upkeep note what variables are, before they are set. @param request of SetVariables */
export async function learnBefore(dialogue: Dialogue, { setVariableData }: Payload): Promise<void> {
  const { gate, environment } = dialogue;
  const { upkeep } = environment;
  const data = (setVariableData ?? []) as SetVariablesRequest['setVariableData'];
  if (upkeep) await dialogue.flow(gate.unscripted(() => upkeep.learn(contactOf(environment), data)));
}

async function exchange(dialogue: Dialogue, action: 'GetVariables' | 'SetVariables', payload: Record<string, unknown>, name: VariableName) {
  const outcome = await dialogue.gate.unscripted(() => dialogue.flow(dialogue.csms.send(action, payload)));
  if (outcome.kind === 'result') return outcome.payload;
  const reason =
    outcome.kind === 'error' ? `was refused with ${outcome.code}` : outcome.kind === 'timeout' ? 'was not answered' : 'found no connection';
  throw new Inconclusive(`${action} of ${writeVariableName(name)} ${reason}`);
}
