import type { TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import type { Dialogue } from '../dialogue.ts';
import { payloadOf } from '../payload.ts';

/**
 * Makes `$transactionId` and `$seqNo` of the latest transaction known to the lines that follow; if the line was about
 * EVSE 2, those of the latest one there, and its id as `$transactionId2`, too.
 */
export function rememberTransaction({ environment: { trace }, scope }: Dialogue, evseId?: number): void {
  const events = trace.entries.flatMap((entry) => {
    const isEvent = entry.kind === 'frame' && entry.decoded.frame?.type === 'CALL' && entry.decoded.frame.action === 'TransactionEvent';
    return isEvent ? [payloadOf(entry) as unknown as TransactionEventRequest] : [];
  });
  // A transaction that has said where it is need not say so again.
  const there = evseId === undefined ? undefined : events.findLast(({ evse }) => evse?.id === evseId)?.transactionInfo?.transactionId;
  const latest = events.findLast(({ transactionInfo }) => there === undefined || transactionInfo?.transactionId === there);
  if (!latest) return;
  const { transactionInfo, seqNo } = latest;
  scope.remember('transactionId', transactionInfo?.transactionId);
  scope.remember('seqNo', seqNo);
  if (evseId !== undefined) scope.remember(`transactionId${evseId}`, transactionInfo?.transactionId);
}
