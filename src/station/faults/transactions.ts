import { byName } from './fault.ts';

/** Faults in when transactions begin and end, and in what the station does with the cable. */
export const TRANSACTION_FAULTS = byName(
  {
    name: 'ignores-parking-at-start',
    requirement: 'E01.FR.01',
    about: 'Starts no transaction when an EV enters the bay, whatever TxStartPoint says.',
    killedBy: 'TC_E_12_CS',
  },
  {
    name: 'ignores-cable-at-start',
    requirement: 'E01.FR.02',
    about: 'Starts no transaction when a cable is plugged in, whatever TxStartPoint says.',
    killedBy: 'TC_E_09_CS',
  },
  {
    name: 'ignores-authorization-at-start',
    requirement: 'E01.FR.03',
    about: 'Starts no transaction when somebody is authorized, whatever TxStartPoint says.',
    killedBy: 'TC_E_10_CS',
  },
  {
    name: 'ignores-signed-data-at-start',
    requirement: 'E01.FR.04',
    about: 'Starts no transaction with a signed meter value, whatever TxStartPoint says.',
    killedBy: 'TC_E_11_CS',
  },
  {
    name: 'ignores-power-path-at-start',
    requirement: 'E01.FR.05',
    about: 'Starts no transaction when cable and authorization come together, whatever TxStartPoint says.',
    killedBy: 'TC_E_01_CS',
  },
  {
    name: 'ignores-energy-at-start',
    requirement: 'E01.FR.06',
    about: 'Starts no transaction when energy begins to flow, whatever TxStartPoint says.',
    killedBy: 'TC_E_02_CS',
  },
  {
    name: 'ignores-parking-at-stop',
    requirement: 'E06.FR.01',
    about: 'Ends no transaction when the EV leaves the bay, whatever TxStopPoint says.',
    killedBy: 'TC_E_19_CS',
  },
  {
    name: 'ignores-cable-at-stop',
    requirement: 'E06.FR.02',
    about: 'Ends no transaction when the cable is unplugged, whatever TxStopPoint says.',
    killedBy: 'TC_E_14_CS',
  },
  {
    name: 'ignores-authorization-at-stop',
    requirement: 'E06.FR.03',
    about: 'Ends no transaction when nobody is authorized any more, whatever TxStopPoint says.',
    killedBy: 'TC_E_15_CS',
  },
  {
    name: 'ignores-power-path-at-stop',
    requirement: 'E06.FR.06',
    about: 'Ends no transaction when the power path is opened, whatever TxStopPoint says.',
    killedBy: 'TC_E_37_CS',
  },
  {
    name: 'ignores-energy-at-stop',
    requirement: 'E06.FR.07',
    about: 'Ends no transaction when energy ceases to flow, whatever TxStopPoint says.',
    killedBy: 'TC_E_08_CS',
  },
  {
    name: 'late-driver-charges',
    requirement: 'E03.FR.05',
    about: 'Keeps the authorization of a driver who has not plugged in in time.',
    killedBy: 'TC_E_39_CS',
  },
  {
    name: 'disconnected-ev-keeps-authorization',
    requirement: 'E09.FR.01',
    about: 'Keeps the authorization when the EV is unplugged, whatever StopTxOnEVSideDisconnect says.',
    killedBy: 'TC_E_17_CS',
  },
  {
    name: 'disconnected-ev-loses-authorization',
    requirement: 'E10.FR.01',
    about: 'Ends the authorization when the EV is unplugged, whatever StopTxOnEVSideDisconnect says.',
    killedBy: 'TC_E_26_CS',
  },
  {
    name: 'reconnected-ev-not-charged',
    requirement: 'E10.FR.01',
    about: 'Gives no energy to an EV that is plugged in again during its transaction.',
    killedBy: 'TC_E_26_CS',
  },
  {
    name: 'fixed-cable-waits-for-ever',
    requirement: 'E10.FR.02',
    about: 'Waits without end for an EV that was unplugged from a fixed cable.',
    killedBy: 'TC_E_27_CS',
  },
  {
    name: 'cable-never-unlocked',
    requirement: 'E07.FR.07',
    about: 'Does not let go of the cable any more.',
    killedBy: 'TC_E_06_CS',
  },
  {
    name: 'cable-kept-from-its-owner',
    requirement: 'E09.FR.03',
    about: 'Does not unlock the cable for the driver who comes back for it.',
    killedBy: 'TC_E_25_CS',
  },
  {
    name: 'cable-kept-without-ev',
    requirement: 'E09.FR.02',
    about: 'Keeps a cable that is out of the EV locked, whatever UnlockOnEVSideDisconnect says.',
    killedBy: 'TC_E_24_CS',
  },
  {
    name: 'asks-before-stop',
    requirement: 'E07.FR.01',
    about: 'Asks the CSMS about the token of whoever stops what was begun with it.',
    killedBy: 'TC_E_06_CS',
  },
  {
    name: 'ev-cannot-stop',
    requirement: 'E15.FR.04',
    about: 'Goes on with a transaction whose EV has ended the session.',
    killedBy: 'TC_E_46_CS',
  },
  {
    name: 'remote-authorization-although-disabled',
    requirement: 'C01.FR.05',
    about: 'Asks the CSMS about tokens although DisableRemoteAuthorization is set.',
    killedBy: 'TC_E_52_CS',
  },
);
