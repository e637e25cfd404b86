import type { RequestKind } from '../context.ts';

/** F05 */
export const unlockConnector: RequestKind<'UnlockConnector'> = {
  compose: ({ config: { usual } }) => ({ evseId: usual.evseId, connectorId: usual.connectorId }),
};

/** F06 */
export const triggerMessage: RequestKind<'TriggerMessage'> = {
  compose: ({ station, config: { usual } }, { requestedMessage }) => {
    const evse = { id: usual.evseId, connectorId: usual.connectorId };
    // F06.FR.13
    if (requestedMessage === 'StatusNotification') return { requestedMessage, evse };
    return { requestedMessage: station.registration.status === 'Accepted' ? 'Heartbeat' : 'BootNotification' };
  },
  learn: ({ status }, sent, { station }) => {
    if (status !== 'Accepted') station.registration.declined('TriggerMessage', { ...sent });
  },
};

/** G03 */
export const changeAvailability: RequestKind<'ChangeAvailability'> = { compose: () => ({ operationalStatus: 'Inoperative' }) };

/** P01 */
export const dataTransfer: RequestKind<'DataTransfer'> = { compose: ({ config: { usual } }) => ({ vendorId: usual.vendorId }) };
