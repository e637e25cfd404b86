import type { TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import type { Dialogue } from '../dialogue.ts';

/**
 * Makes `$transactionId` and `$seqNo` of the latest transaction known to the lines that follow, and those of EVSE 2
 * as `$transactionId2`, if the line was about that EVSE.
 */
export function rememberTransaction({ environment: { trace }, scope }: Dialogue, evseId?: number): void {
  const latest = trace.entries.findLast(
    (entry) => entry.kind === 'frame' && entry.decoded.frame?.type === 'CALL' && entry.decoded.frame.action === 'TransactionEvent',
  );
  if (latest?.kind !== 'frame' || latest.decoded.frame?.type !== 'CALL') return;
  const { transactionInfo, seqNo } = latest.decoded.frame.payload as unknown as TransactionEventRequest;
  scope.remember('transactionId', transactionInfo?.transactionId);
  scope.remember('seqNo', seqNo);
  if (evseId !== undefined) scope.remember(`transactionId${evseId}`, transactionInfo?.transactionId);
}
