import type { Handler } from '../context.ts';

/** Without a request id where no update is under way (L01.FR.20). */
export const firmwareStatusNotification: Handler<'FirmwareStatusNotification'> = ({ status, requestId }, { station }) => {
  station.progress.set(requestId === undefined ? 'firmware' : `firmware ${requestId}`, status);
  return { payload: {} };
};
