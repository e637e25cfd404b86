import type { Handler } from '../dispatch.ts';

/** Use case F03. */
export const requestStopTransaction: Handler<'RequestStopTransaction'> = (core, { transactionId }) => {
  const session = core.registration.status === 'Accepted' ? core.transactions.find(transactionId) : undefined;
  return {
    payload: session ? { status: 'Accepted' } : { status: 'Rejected', statusInfo: { reasonCode: 'TxNotFound' } },
    afterwards: ({ status }) => {
      const wrong = core.transactions.all.find(({ transaction }) => transaction);
      if (status === 'Rejected' && wrong && core.faults.has('remote-stop-of-unknown-stops-another'))
        core.transactions.stopped(wrong, 'Remote');
      if (session && status === 'Accepted' && !core.faults.has('remote-stop-does-nothing')) core.transactions.stopped(session, 'Remote');
    },
  };
};
