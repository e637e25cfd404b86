import type { IdTokenType, SetMonitoringDataType } from '../../ocpp/generated/messages.ts';
import type { Context, RequestKind } from '../context.ts';
import { listKey } from './authorization.ts';
import { chunks } from './split.ts';
import { usualToken } from './transactions.ts';

/** N01 */
export const getLog: RequestKind<'GetLog'> = {
  compose: ({ nextId, config }) => ({
    requestId: nextId(),
    logType: 'DiagnosticsLog',
    log: { remoteLocation: config.usual.logLocation },
  }),
  learn: ({ status }, { requestId }, { station }) => {
    station.progress.set(`log ${requestId}`, status);
  },
};

/** N02 */
export const getMonitoringReport: RequestKind<'GetMonitoringReport'> = {
  compose: ({ nextId }) => ({ requestId: nextId() }),
  learn: ({ status }, { requestId }, { station }) => station.reports.requested(requestId, 'GetMonitoringReport', status),
};

/** N03 */
export const setMonitoringBase: RequestKind<'SetMonitoringBase'> = { compose: () => ({ monitoringBase: 'All' }) };

/** N05 */
export const setMonitoringLevel: RequestKind<'SetMonitoringLevel'> = { compose: () => ({ severity: 4 }) };

/** N04 */
export const setVariableMonitoring: RequestKind<'SetVariableMonitoring'> = {
  // N04.FR.17. Whoever names a component means that one, at an EVSE or not.
  compose: ({ config }, { setMonitoringData = [{}] }) => ({
    setMonitoringData: (setMonitoringData as Partial<SetMonitoringDataType>[]).map(({ component }) => ({
      value: 1,
      type: 'Delta',
      severity: 5,
      component: component ?? { name: 'EVSE', evse: { id: config.usual.evseId } },
      variable: { name: 'AvailabilityState' },
    })),
  }),
  split: ({ setMonitoringData, ...rest }, context) =>
    chunks(setMonitoringData, monitoringItems(context, 'SetVariableMonitoring')).map((part) => ({ ...rest, setMonitoringData: part })),
  learn: ({ setMonitoringResult }, _sent, { station }) => {
    for (const { id, status } of setMonitoringResult) if (status === 'Accepted' && id !== undefined) station.lastIds.monitor = id;
  },
};

/** N06 */
export const clearVariableMonitoring: RequestKind<'ClearVariableMonitoring'> = {
  compose: ({ station }) => ({ id: [station.lastIds.monitor ?? 1] }),
  // N06.FR.04
  split: ({ id, ...rest }, context) =>
    chunks(id, monitoringItems(context, 'ClearVariableMonitoring')).map((part) => ({ ...rest, id: part })),
};

const monitoringItems = ({ station, faulty }: Context, instance: string): number | undefined =>
  faulty('ignores-items-per-message') ? undefined : station.deviceModel.limit(`MonitoringCtrlr.ItemsPerMessage[${instance}]`);

/** N09, N10 */
export const customerInformation: RequestKind<'CustomerInformation'> = {
  compose: (context, { customerIdentifier, customerCertificate }) => ({
    requestId: context.nextId(),
    report: true,
    clear: false,
    // N09.FR.04: one reference to a customer.
    ...(customerIdentifier === undefined && customerCertificate === undefined ? { idToken: usualToken(context) } : {}),
  }),
  learn: ({ status }, { requestId, clear, idToken }, context) => {
    context.station.reports.requested(requestId, 'CustomerInformation', status);
    if (status === 'Accepted' && clear && idToken) takeOffList(idToken, context);
  },
};

/** N10.FR.02: the list is the business of the CSMS. */
function takeOffList(idToken: IdTokenType, { station, begin, send }: Context): void {
  if (station.listed.has(listKey(idToken)))
    begin(() => send('SendLocalList', { updateType: 'Differential', localAuthorizationList: [{ idToken }] }));
}
