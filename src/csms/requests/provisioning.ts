import type { AttributeEnumType, ComponentType, VariableType } from '../../ocpp/generated/messages.ts';
import type { Context, RequestKind } from '../context.ts';
import { attributeName } from '../stores/device-model.ts';
import { chunks, withoutRepetition } from './split.ts';

const OFFLINE_THRESHOLD = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } };

/** How many entries the station said it takes in one message of that kind, unless the CSMS is to ignore it. */
const itemsPerMessage = ({ station, faulty }: Context, instance: 'GetReport' | 'GetVariables' | 'SetVariables'): number | undefined =>
  faulty('ignores-items-per-message') ? undefined : station.deviceModel.limit(`DeviceDataCtrlr.ItemsPerMessage[${instance}]`);

interface Attribute {
  component: ComponentType;
  variable: VariableType;
  attributeType?: AttributeEnumType | undefined;
}

/** Names are the same in upper and lower case, and an attribute that is left out is Actual (B05.FR.13). */
const keyOf = ({ component, variable, attributeType }: Attribute): string =>
  attributeName(component, variable, attributeType).toLowerCase();

const PASSWORD = 'securityctrlr.basicauthpassword';

/** B05 */
export const setVariables: RequestKind<'SetVariables'> = {
  compose: ({ station }) => {
    const attributeValue = station.deviceModel.value('OCPPCommCtrlr.OfflineThreshold') ?? '600';
    return { setVariableData: [{ ...OFFLINE_THRESHOLD, attributeValue }] };
  },
  // B05.FR.11, B05.FR.13
  split: ({ setVariableData, ...rest }, context) =>
    withoutRepetition(setVariableData, keyOf)
      .flatMap((part) => chunks(part, itemsPerMessage(context, 'SetVariables')))
      .map((part) => ({ ...rest, setVariableData: part })),
  learn: ({ setVariableResult }, { setVariableData }, { station, begin, send, faulty }) => {
    for (const { attributeStatus, attributeType, component, variable } of setVariableResult) {
      const name = keyOf({ component, variable, attributeType });
      const set = setVariableData.find((data) => keyOf(data) === name);
      if (set && name === PASSWORD && faulty('rejected-password-expected')) station.password = set.attributeValue;
      if (!set || (attributeStatus !== 'Accepted' && attributeStatus !== 'RebootRequired')) continue;
      station.deviceModel.note(component, variable, attributeType, set.attributeValue);
      if (name !== PASSWORD || faulty('old-password-still-accepted')) continue;
      // A01.FR.03, A01.FR.04: only if it was Accepted, the new password counts, and the old one no longer.
      if (attributeStatus === 'Accepted') station.password = set.attributeValue;
      else {
        station.passwordAfterReboot = set.attributeValue;
        begin(() => send('Reset', { type: 'OnIdle' }));
      }
    }
  },
};

/** B06 */
export const getVariables: RequestKind<'GetVariables'> = {
  compose: () => ({ getVariableData: [OFFLINE_THRESHOLD] }),
  // B06.FR.05
  split: ({ getVariableData, ...rest }, context) =>
    chunks(getVariableData, itemsPerMessage(context, 'GetVariables')).map((part) => ({ ...rest, getVariableData: part })),
  learn: ({ getVariableResult }, _sent, { station }) => {
    for (const { attributeStatus, attributeType, attributeValue, component, variable } of getVariableResult)
      if (attributeStatus === 'Accepted' && attributeValue !== undefined)
        station.deviceModel.note(component, variable, attributeType, attributeValue);
  },
};

/** B07 */
export const getBaseReport: RequestKind<'GetBaseReport'> = {
  compose: ({ nextId }) => ({ requestId: nextId(), reportBase: 'FullInventory' }),
  learn: ({ status }, { requestId, reportBase }, { station }) => station.reports.requested(requestId, reportBase, status),
};

/** B08 */
export const getReport: RequestKind<'GetReport'> = {
  compose: ({ nextId }) => ({ requestId: nextId() }),
  // B08.FR.06. Each part is a report of its own and needs an id of its own.
  split: ({ componentVariable, requestId, ...rest }, context) =>
    componentVariable
      ? chunks(componentVariable, itemsPerMessage(context, 'GetReport')).map((part, index) => ({
          ...rest,
          requestId: index === 0 ? requestId : context.nextId(),
          componentVariable: part,
        }))
      : [{ ...rest, requestId }],
  learn: ({ status }, { requestId }, { station }) => station.reports.requested(requestId, 'GetReport', status),
};

/** B09 */
export const setNetworkProfile: RequestKind<'SetNetworkProfile'> = {
  compose: ({ config, endpoints, station }) => {
    // The way to another endpoint, if there is one: that is what people set profiles for.
    const other = endpoints.find(({ isListening }, index) => isListening && index !== station.connection?.endpointIndex) ?? endpoints[0];
    return {
      configurationSlot: config.usual.configurationSlot,
      connectionData: {
        ocppVersion: 'OCPP20',
        ocppTransport: 'JSON',
        ocppCsmsUrl: other?.url ?? '',
        messageTimeout: config.messageTimeout,
        securityProfile: other?.securityProfile ?? 1,
        ocppInterface: 'Wired0',
        ...config.usual.connectionData,
      },
    };
  },
};

/** B11, B12 */
export const reset: RequestKind<'Reset'> = {
  compose: () => ({ type: 'OnIdle' }),
  learn: ({ status }, { evseId }, { station }) => {
    if (status === 'Rejected' || evseId !== undefined || station.passwordAfterReboot === undefined) return;
    station.password = station.passwordAfterReboot;
    station.passwordAfterReboot = undefined;
  },
};
