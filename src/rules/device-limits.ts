import type { Action } from '../ocpp/action.ts';
import type { AttributeEnumType, ComponentType, VariableType } from '../ocpp/generated/messages.ts';
import type { Entry } from '../trace/entry.ts';
import { remember } from './state.ts';
import { requestIn, responseIn } from './violations.ts';

/** A request whose size the station may limit. */
interface Limited {
  /** The field with the elements that count. */
  list: string;
  /** The component whose ItemsPerMessage and BytesPerMessage say how many, and the instance of those variables. */
  component: string;
  instance: string;
  requirement: string;
}

export const LIMITED: Partial<Record<Action, Limited>> = {
  SetVariables: { list: 'setVariableData', component: 'DeviceDataCtrlr', instance: 'SetVariables', requirement: 'B05.FR.11' },
  GetVariables: { list: 'getVariableData', component: 'DeviceDataCtrlr', instance: 'GetVariables', requirement: 'B06.FR.05' },
  GetReport: { list: 'componentVariable', component: 'DeviceDataCtrlr', instance: 'GetReport', requirement: 'B08.FR.06' },
  GetMonitoringReport: { list: 'componentVariable', component: 'DeviceDataCtrlr', instance: 'GetReport', requirement: 'N02.FR.07' },
  SetVariableMonitoring: {
    list: 'setMonitoringData',
    component: 'MonitoringCtrlr',
    instance: 'SetVariableMonitoring',
    requirement: 'N04.FR.09',
  },
  ClearVariableMonitoring: { list: 'id', component: 'MonitoringCtrlr', instance: 'ClearVariableMonitoring', requirement: 'N06.FR.04' },
  SendLocalList: { list: 'localAuthorizationList', component: 'LocalAuthListCtrlr', instance: '', requirement: 'D01.FR.11' },
};

const LIMITING: ReadonlySet<string> = new Set(['itemspermessage', 'bytespermessage', 'fieldlength']);
const MOST_LIMITS = 200;

const keyOf = (component: string, variable: string, instance = ''): string =>
  // Test cases call the instance GetVariable, the device model GetVariables.
  `${component}/${variable}/${instance.replace(/Variable$/i, 'Variables')}`.toLowerCase();

/** What a station has said in this trace about the sizes of messages it takes. */
export class DeviceLimits {
  readonly #values = new Map<string, number>();

  learn(entry: Entry): void {
    for (const { attributeStatus, attributeType, attributeValue, component, variable } of responseIn(entry, 'GetVariables')
      ?.getVariableResult ?? []) {
      if (attributeStatus === 'Accepted') this.#note(component, variable, attributeType, attributeValue);
    }
    for (const { component, variable, variableAttribute } of requestIn(entry, 'NotifyReport')?.reportData ?? []) {
      if (!LIMITING.has(variable.name.toLowerCase())) continue;
      for (const { type, value } of variableAttribute) this.#note(component, variable, type, value);
    }
  }

  /** @returns how many elements the list of a request may have */
  items(action: Action): number | undefined {
    return this.#limit(action, 'ItemsPerMessage');
  }

  /** @returns how many bytes a request may have */
  bytes(action: Action): number | undefined {
    return this.#limit(action, 'BytesPerMessage');
  }

  /** @returns the length of a field (`Get15118EVCertificateResponse.exiResponse`) where it is longer than the schema says */
  fieldLength(field: string): number | undefined {
    return this.#values.size > 0 ? this.#values.get(keyOf('OCPPCommCtrlr', 'FieldLength', field)) : undefined;
  }

  #limit(action: Action, variable: string): number | undefined {
    const limited = LIMITED[action];
    return limited && this.#values.get(keyOf(limited.component, variable, limited.instance));
  }

  #note({ name }: ComponentType, variable: VariableType, type: AttributeEnumType | undefined, value: string | undefined): void {
    if ((type ?? 'Actual') !== 'Actual' || !value || !LIMITING.has(variable.name.toLowerCase())) return;
    const limit = Number(value);
    if (Number.isInteger(limit) && limit > 0) remember(this.#values, keyOf(name, variable.name, variable.instance), limit, MOST_LIMITS);
  }
}
