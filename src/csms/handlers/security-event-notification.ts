import type { Handler } from '../context.ts';

export const securityEventNotification: Handler<'SecurityEventNotification'> = ({ type }, { station }) => {
  station.noteSecurityEvent(type);
  return { payload: {} };
};
