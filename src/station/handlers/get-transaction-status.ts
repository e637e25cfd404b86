import type { Handler } from '../dispatch.ts';

/** Use case E14. */
export const getTransactionStatus: Handler<'GetTransactionStatus'> = ({ transactions, transactionQueue }, { transactionId }) => ({
  payload: {
    messagesInQueue: transactionQueue.holds(transactionId),
    ...(transactionId === undefined ? {} : { ongoingIndicator: transactions.find(transactionId) !== undefined }),
  },
});
