import type { TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Session } from './session.ts';

/** Keeps the books of transactions by what a script has sent. */
export function learnTransactionEvent(core: Core, sent: TransactionEventRequest): void {
  const { transactionId, stoppedReason } = sent.transactionInfo;
  const { transactions, evses } = core;
  const evse = evses.find(({ id }) => id === sent.evse?.id) ?? evses[0];
  const session = transactions.find(transactionId) ?? (evse && transactions.session(evse));
  if (!session) return;
  const transaction = session.transaction?.id === transactionId ? session.transaction : session.begin(transactionId);
  transaction.seqNo = Math.max(transaction.seqNo, sent.seqNo + 1);
  if (stoppedReason) transaction.stoppedReason = stoppedReason;
  learnConnection(session, sent);
  learnAuthorization(session, sent);
  if (sent.eventType === 'Ended') {
    session.end();
    core.resets.proceed();
  }
}

function learnConnection(session: Session, { evse, transactionInfo: { chargingState } }: TransactionEventRequest): void {
  const { connectors, connected } = session.evse;
  const connector = session.evse.connector(evse?.connectorId) ?? connected ?? connectors[0];
  if (chargingState === undefined) return;
  if (chargingState === 'Idle') connected?.unplug();
  else connector?.plugIn();
  session.evSuspended = chargingState === 'SuspendedEV';
  session.offered ||= chargingState === 'SuspendedEV' || chargingState === 'Charging';
  session.evseSuspended = chargingState === 'SuspendedEVSE';
  session.delivering = chargingState === 'Charging';
}

function learnAuthorization(session: Session, { triggerReason, idToken }: TransactionEventRequest): void {
  if (triggerReason === 'Authorized' || triggerReason === 'RemoteStart') {
    if (idToken) session.authorized = { idToken, told: true };
  } else if (triggerReason === 'StopAuthorized' || triggerReason === 'RemoteStop' || triggerReason === 'Deauthorized') {
    session.authorized = undefined;
  }
}
