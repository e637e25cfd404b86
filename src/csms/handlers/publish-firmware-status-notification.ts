import type { Handler } from '../context.ts';

export const publishFirmwareStatusNotification: Handler<'PublishFirmwareStatusNotification'> = ({ status, requestId }, { station }) => {
  station.progress.set(requestId === undefined ? 'published firmware' : `published firmware ${requestId}`, status);
  return { payload: {} };
};
