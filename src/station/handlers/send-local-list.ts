import type { SendLocalListRequest, SendLocalListResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import { tokenKey } from '../transactions/id-token.ts';

/** Use case D01. */
export const sendLocalList: Handler<'SendLocalList'> = (core, request) => {
  const objection = objectionTo(core, request);
  return {
    payload: objection ?? { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.localAuthorizationList.update(request);
    },
  };
};

function objectionTo(
  { localAuthorizationList: list, variables, faults }: Core,
  request: SendLocalListRequest,
): SendLocalListResponse | undefined {
  const failed = (reasonCode: string): SendLocalListResponse => ({ status: 'Failed', statusInfo: { reasonCode } });
  const { updateType, versionNumber, localAuthorizationList: entries = [] } = request;
  const most = (variable: string) => variables.integer(`LocalAuthListCtrlr.${variable}`, Number.POSITIVE_INFINITY);
  if (!list.enabled) return failed('NotEnabled');
  // D01.FR.19
  const isPast = updateType === 'Differential' && versionNumber <= list.version;
  if (isPast && !faults.has('local-list-older-version-accepted')) return { status: 'VersionMismatch' };
  if (faults.has('empty-difference-refused') && updateType === 'Differential' && entries.length === 0) return failed('MissingParam');
  const removes = updateType === 'Differential' && entries.some(({ idTokenInfo }) => !idTokenInfo);
  if (faults.has('local-list-removal-refused') && removes) return failed('MissingParam');
  // D01.FR.18
  if (versionNumber <= 0) return failed('ValuePositiveOnly');
  // D01.FR.11
  if (entries.length > most('ItemsPerMessage')) return failed('TooManyElements');
  if (Buffer.byteLength(JSON.stringify(request)) > most('BytesPerMessage')) return failed('TooLargeElement');
  // D01.FR.06
  if (new Set(entries.map(({ idToken }) => tokenKey(idToken))).size < entries.length) return failed('InvalidValue');
  if (updateType === 'Full' && entries.some(({ idTokenInfo }) => !idTokenInfo)) return failed('MissingParam');
  return list.after(request).size > variables.maxLimit('LocalAuthListCtrlr.Entries') ? failed('OutOfStorage') : undefined;
}
