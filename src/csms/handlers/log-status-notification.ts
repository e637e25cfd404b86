import type { Handler } from '../context.ts';

export const logStatusNotification: Handler<'LogStatusNotification'> = ({ status, requestId }, { station }) => {
  station.progress.set(requestId === undefined ? 'log' : `log ${requestId}`, status);
  return { payload: {} };
};
