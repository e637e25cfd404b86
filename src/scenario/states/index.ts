import {
  authorized,
  energyTransferStarted,
  energyTransferSuspended,
  evConnectedPostSession,
  evConnectedPreSession,
  evDisconnected,
  parkingBayOccupied,
  parkingBayUnoccupied,
  type State,
  stopAuthorized,
} from './charging.ts';
import { booted, certificateInstalled, preparedToMigrate, reserved, unavailable } from './station.ts';

/** The reusable states by the names of the specification, and a few of our own. */
export const STATES: Readonly<Record<string, State>> = {
  Booted: booted,
  Unavailable: unavailable,
  Reserved: reserved,
  CertificateInstalled: certificateInstalled,
  PreparedToMigrate: preparedToMigrate,
  ParkingBayOccupied: parkingBayOccupied,
  EVConnectedPreSession: evConnectedPreSession,
  Authorized: authorized,
  EnergyTransferStarted: energyTransferStarted,
  EnergyTransferSuspended: energyTransferSuspended,
  StopAuthorized: stopAuthorized,
  EVConnectedPostSession: evConnectedPostSession,
  EVDisconnected: evDisconnected,
  ParkingBayUnoccupied: parkingBayUnoccupied,
};
