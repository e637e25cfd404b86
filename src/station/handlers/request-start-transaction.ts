import type { RequestStartTransactionRequest, RequestStartTransactionResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import type { Evse } from '../evses.ts';
import { objectionToRemote } from '../smart-charging/objections.ts';
import type { Accepted } from '../transactions/authorization.ts';
import { evseFor } from '../transactions/driver.ts';
import { sameToken } from '../transactions/id-token.ts';

/** Use cases F01 and F02. */
export const requestStartTransaction: Handler<'RequestStartTransaction'> = (core, request) => {
  const { evseId } = request;
  const evse = evseId === undefined ? evseFor(core) : core.evses.find(({ id }) => id === evseId);
  return {
    payload: evse ? judge(core, evse, request) : { status: 'Rejected', statusInfo: { reasonCode: 'UnknownEvse' } },
    afterwards: ({ status }) => {
      if (status === 'Accepted' && evse) core.activity.start(() => start(core, evse, request));
    },
  };
};

function judge(core: Core, evse: Evse, request: RequestStartTransactionRequest): RequestStartTransactionResponse {
  const { idToken, groupIdToken, chargingProfile } = request;
  const { registration, faults, transactions, reservations, availability } = core;
  const rejected = (reasonCode: string): RequestStartTransactionResponse => ({ status: 'Rejected', statusInfo: { reasonCode } });
  const { authorized, transaction } = transactions.session(evse);
  if (registration.status !== 'Accepted')
    return faults.has('remote-start-while-pending') ? { status: 'Accepted' } : rejected('CSNotAccepted');
  // Whoever was authorized for a transaction keeps it (C01.FR.23).
  if (authorized || (transaction?.idToken && !sameToken(transaction.idToken, idToken))) return rejected('TxInProgress');
  if (availability.isInoperative(evse) || !transactions.isOpen(evse)) return rejected('NotEnabled');
  const admitted = reservations.admits(evse, idToken, groupIdToken) || faults.has('remote-start-ignores-reservation');
  if (!admitted) return rejected('InvalidIdToken');
  // F01.FR.12
  const reasonCode = chargingProfile && isSmart(core) ? objectionToRemote(core, evse, chargingProfile) : undefined;
  if (reasonCode) return rejected(reasonCode);
  return { status: 'Accepted', ...(transaction ? { transactionId: transaction.id } : {}) };
}

const isSmart = ({ variables }: Core): boolean =>
  variables.flag('SmartChargingCtrlr.Available') && !variables.isOff('SmartChargingCtrlr.Enabled');

function authorizes({ faults, variables }: Core): boolean {
  if (faults.has('remote-start-never-authorizes')) return false;
  return faults.has('remote-start-always-authorizes') || variables.flag('AuthCtrlr.AuthorizeRemoteStart');
}

async function start(core: Core, evse: Evse, request: RequestStartTransactionRequest): Promise<void> {
  const { authorization, transactions } = core;
  const { idToken, groupIdToken, remoteStartId } = request;
  const chargingProfile = isSmart(core) ? request.chargingProfile : undefined;
  const asks = authorizes(core) && (idToken.type !== 'Central' || core.faults.has('central-token-asked-about'));
  const accepted: Accepted | undefined = asks ? await authorization.authorize(evse, idToken) : {};
  const session = transactions.session(evse);
  const group = groupIdToken ?? accepted?.groupIdToken;
  // C16.FR.03
  if (!accepted || session.authorized || authorization.isMasterPass(group)) return;
  transactions.authorized(session, {
    idToken,
    groupIdToken: group,
    personalMessage: accepted.personalMessage,
    remoteStartId,
    chargingProfile,
  });
}
