import { byName } from './fault.ts';

export const NETWORK_FAULTS = byName(
  {
    name: 'network-profile-bad-slot-accepted',
    requirement: 'B09.FR.05',
    about: 'Accepts a network profile for a slot that it does not have.',
    killedBy: 'TC_B_43_CS',
  },
  {
    name: 'security-downgrade-accepted',
    requirement: 'B09.FR.04',
    about: 'Accepts a network profile with a lower security profile.',
    killedBy: 'TC_A_22_CS',
  },
  {
    name: 'migrates-without-disconnecting',
    requirement: 'B10.FR.06',
    about: 'Keeps the connection through a reset until the next one is made.',
    killedBy: 'TC_B_45_CS',
  },
  {
    name: 'priority-ignored',
    requirement: 'B10.FR.04',
    about: 'Connects with the last entry of NetworkConfigurationPriority first.',
    killedBy: 'TC_B_45_CS',
  },
  {
    name: 'never-falls-back',
    requirement: 'B10.FR.03',
    about: 'Tries only the first entry of NetworkConfigurationPriority.',
    killedBy: 'TC_B_46_CS',
  },
  {
    name: 'backoff-too-fast',
    requirement: 'Part 4, 5.4',
    about: 'Tries to reconnect every second.',
    killedBy: 'TC_B_57_CS',
  },
  {
    name: 'backoff-not-doubled',
    requirement: 'Part 4, 5.4',
    about: 'Never waits longer than before the first reconnection attempt.',
    killedBy: 'TC_B_57_CS',
  },
  {
    name: 'basic-header-malformed',
    requirement: 'A00.FR.203',
    about: 'Sends the password alone in place of username and password.',
    killedBy: 'credentials-malformed',
  },
  {
    name: 'username-differs',
    requirement: 'A00.FR.204',
    about: 'Sends another username than the identity in the URL.',
    killedBy: 'credentials-username',
  },
  {
    name: 'wrong-subprotocol-offered',
    requirement: 'Part 4, 3.1.2',
    about: 'Offers only OCPP 1.6.',
    killedBy: 'TC_B_01_CS',
  },
);
