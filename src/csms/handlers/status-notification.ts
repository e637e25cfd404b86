import type { Handler } from '../context.ts';

export const statusNotification: Handler<'StatusNotification'> = ({ evseId, connectorId, connectorStatus }, { station }) => {
  station.connectors.set(`${evseId}.${connectorId}`, connectorStatus);
  return { payload: {} };
};
