import type { Handler } from '../dispatch.ts';

/** Use case F03. */
export const requestStopTransaction: Handler<'RequestStopTransaction'> = (core, { transactionId }) => {
  const session = core.registration.status === 'Accepted' ? core.transactions.find(transactionId) : undefined;
  return {
    payload: session ? { status: 'Accepted' } : { status: 'Rejected', statusInfo: { reasonCode: 'TxNotFound' } },
    afterwards: ({ status }) => {
      if (session && status === 'Accepted' && !core.faults.has('remote-stop-does-nothing')) core.transactions.stopped(session, 'Remote');
    },
  };
};
