import type { TransactionEventRequest, TransactionEventResponse } from '../../ocpp/generated/messages.ts';
import type { Context, Handler } from '../context.ts';
import { energyOf, type Transaction } from '../stores/transactions.ts';

export const transactionEvent: Handler<'TransactionEvent'> = (request, context) => {
  if (doubts(request, context)) return { error: 'InternalError', description: 'this cannot be' };
  const transaction = context.station.transactions.note(request);
  const payload: TransactionEventResponse = {};
  // E01.FR.12, C09.FR.12
  if (request.idToken) payload.idTokenInfo = context.tokens.info(request.idToken);
  const cost = costOf(transaction, context);
  // Final where the transaction has ended (I03.FR.02), running before (I02.FR.01).
  const untold = context.faulty(request.eventType === 'Ended' ? 'final-cost-not-told' : 'running-cost-not-told');
  if (cost !== undefined && !untold) payload.totalCost = cost;
  return { payload };
};

/** What only a faulty CSMS does not take. */
function doubts({ eventType, transactionInfo, seqNo }: TransactionEventRequest, { station, faulty }: Context): boolean {
  const { transactions } = station;
  if (eventType === 'Started') return faulty('second-transaction-refused') && seqNo === 0 && transactions.current() !== undefined;
  return faulty('late-event-refused') && transactions.get(transactionInfo.transactionId)?.ongoing === false;
}

/** In the currency of the tariff, two decimals; 0 for a free transaction (I03.FR.04). */
function costOf(transaction: Transaction, { config: { tariff } }: Context): number | undefined {
  return tariff && Math.round((energyOf(transaction) / 1000) * tariff.perKwh * 100) / 100;
}
