import type { Handler } from '../dispatch.ts';
import { unavailable } from './unavailable.ts';

/** Use cases O01, O02 and O06. */
export const setDisplayMessage: Handler<'SetDisplayMessage'> = (core, { message }) =>
  unavailable(core, 'DisplayMessageCtrlr') ?? {
    payload: core.displayMessages.judge(message),
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.displayMessages.set(message);
    },
  };
