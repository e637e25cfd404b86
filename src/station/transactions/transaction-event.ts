import type { TransactionEventRequest, TriggerReasonEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Session, Transaction } from './session.ts';

/** What a TransactionEventRequest says beyond what the session itself shows. */
export type Extra = Partial<Pick<TransactionEventRequest, 'idToken' | 'meterValue' | 'timestamp'>>;

/** Puts the next TransactionEventRequest of the session's transaction into the queue. */
export function reportTransaction(
  { faults, messages, time, transactionQueue }: Core,
  session: Session,
  eventType: TransactionEventRequest['eventType'],
  trigger: TriggerReasonEnumType,
  { meterValue = [], ...others }: Extra,
): void {
  const { evse, authorized } = session;
  const transaction = session.transaction as Transaction;
  const news = authorized && !authorized.told ? authorized : undefined;
  const remoteStartId = news?.remoteStartId;
  if (news) news.told = true;
  const { id: transactionId, stoppedReason, seqNo } = transaction;
  const connectorId = evse.connected?.id;
  transactionQueue.push({
    eventType,
    timestamp: time.timestamp(),
    triggerReason: remoteStartId === undefined ? trigger : 'RemoteStart',
    seqNo,
    transactionInfo: {
      transactionId,
      chargingState: session.chargingState,
      ...(eventType === 'Ended' && stoppedReason ? { stoppedReason } : {}),
      ...(remoteStartId === undefined ? {} : { remoteStartId }),
    },
    evse: { id: evse.id, ...(connectorId === undefined ? {} : { connectorId }) },
    ...(news ? { idToken: news.idToken } : {}),
    ...(news?.reservationId === undefined ? {} : { reservationId: news.reservationId }),
    ...(messages.online ? {} : { offline: true }),
    ...(meterValue.length > 0 ? { meterValue } : {}),
    ...others,
  });
  transaction.seqNo += faults.has('transaction-seqno-gap') ? 2 : 1;
}
