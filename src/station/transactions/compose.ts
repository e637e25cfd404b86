import { randomUUID } from 'node:crypto';
import type { TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Changes } from '../merge.ts';
import type { Session } from './session.ts';

/** The next TransactionEventRequest of the transaction that is meant, or the first of a new one. */
export function composeTransactionEvent(core: Core, changes: Changes): TransactionEventRequest {
  const session = sessionFor(core, changes);
  const { transaction, evse } = session;
  const connected = evse.connected ?? evse.connectors[0];
  const begins = changes.eventType === 'Started' || (changes.eventType === undefined && !transaction);
  const ends = changes.eventType === 'Ended';
  return {
    eventType: begins ? 'Started' : ends ? 'Ended' : 'Updated',
    timestamp: core.time.timestamp(),
    triggerReason: begins ? 'CablePluggedIn' : ends ? 'EVCommunicationLost' : 'ChargingStateChanged',
    seqNo: begins ? 0 : (transaction?.seqNo ?? 0),
    transactionInfo: {
      transactionId: (begins ? undefined : transaction?.id) ?? randomUUID(),
      chargingState: begins ? 'EVConnected' : ends ? 'Idle' : session.chargingState,
    },
    evse: { id: evse.id, connectorId: connected?.id ?? 1 },
  };
}

/** By transaction id, by EVSE, or where a transaction is ongoing. */
function sessionFor({ transactions, evses }: Core, changes: Changes): Session {
  const { transactionId } = (changes.transactionInfo ?? {}) as { transactionId?: unknown };
  const { id } = (changes.evse ?? {}) as { id?: unknown };
  const evse = evses.find((candidate) => candidate.id === id);
  const session =
    (typeof transactionId === 'string' ? transactions.find(transactionId) : undefined) ??
    (evse && transactions.session(evse)) ??
    transactions.all.find(({ transaction }) => transaction) ??
    transactions.all[0];
  if (!session) throw new RangeError('this station has no EVSE');
  return session;
}
