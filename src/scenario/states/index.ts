import { cableRemoved, evSideDisconnected } from './cable-removed.ts';
import { authorized, energyTransferStarted, evConnectedPreSession, parkingBayOccupied, type State } from './charging.ts';
import { connectionTimedOut } from './connection-timed-out.ts';
import { energyTransferSuspended, evConnectedPostSession, evDisconnected, parkingBayUnoccupied, stopAuthorized } from './stopping.ts';

/** The reusable states whose messages depend on TxStartPoint and TxStopPoint; the others are written in features/states. */
export const STATES: Readonly<Record<string, State>> = {
  ParkingBayOccupied: parkingBayOccupied,
  EVConnectedPreSession: evConnectedPreSession,
  Authorized: authorized,
  ConnectionTimedOut: connectionTimedOut,
  EnergyTransferStarted: energyTransferStarted,
  EnergyTransferSuspended: energyTransferSuspended,
  StopAuthorized: stopAuthorized,
  EVConnectedPostSession: evConnectedPostSession,
  EVDisconnected: evDisconnected,
  EVSideDisconnected: evSideDisconnected,
  CableRemoved: cableRemoved,
  ParkingBayUnoccupied: parkingBayUnoccupied,
};
