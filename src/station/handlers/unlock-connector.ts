import type { Handler } from '../dispatch.ts';

/** Use case F05. */
export const unlockConnector: Handler<'UnlockConnector'> = (core, { evseId, connectorId }) => {
  const evse = core.evses.find(({ id }) => id === evseId);
  const connector = evse?.connector(connectorId);
  if (!evse || !connector) return { payload: { status: 'UnknownConnector', statusInfo: { reasonCode: 'UnknownConnectorId' } } };
  const { authorized, transaction } = core.transactions.session(evse);
  if (transaction && authorized && evse.connected === connector)
    return {
      payload: { status: 'OngoingAuthorizedTransaction' },
      afterwards: () => {
        if (core.faults.has('unlock-stops-transaction')) core.transactions.stopped(core.transactions.session(evse), 'Remote');
      },
    };
  // F05.FR.07: a cable that is permanently attached has no lock at the station.
  if (connector.config.fixedCable) return { error: 'NotSupported', description: 'the connector has no lock' };
  if (core.faults.has('unlock-needs-a-cable') && !connector.occupied) return { payload: { status: 'UnlockFailed' } };
  return {
    // F05.FR.05
    payload: { status: connector.jammed ? 'UnlockFailed' : 'Unlocked' },
    afterwards: ({ status }) => {
      if (status === 'Unlocked') connector.locked = false;
    },
  };
};
