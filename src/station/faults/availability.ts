import { byName } from './fault.ts';

export const AVAILABILITY_FAULTS = byName(
  {
    name: 'occupied-not-reported',
    requirement: 'G01.FR.03',
    about: 'Does not report that someone has plugged in.',
    killedBy: 'TC_G_01_CS',
  },
  {
    name: 'available-not-reported',
    requirement: 'G01.FR.04',
    about: 'Does not report that someone has unplugged.',
    killedBy: 'TC_G_02_CS',
  },
  {
    name: 'status-in-events-with-wrong-trigger',
    requirement: 'G01.FR.03',
    about: 'Reports connectors by NotifyEvent with the trigger Alerting.',
    killedBy: 'TC_G_01_CS',
  },
  {
    name: 'availability-change-not-reported',
    requirement: 'G03.FR.04',
    about: 'Changes its availability without reporting the connectors that change.',
    killedBy: 'TC_G_03_CS',
  },
  {
    name: 'evse-inoperative-except-one-connector',
    requirement: 'G03.FR.06',
    about: 'Takes only the first connector out of service where the EVSE is to be.',
    killedBy: 'TC_G_03_CS',
  },
  {
    name: 'evse-inoperative-with-whole-station',
    requirement: 'G03.FR.02',
    about: 'Takes the whole station out of service where one EVSE is to be.',
    killedBy: 'TC_G_18_CS',
  },
  {
    name: 'connector-inoperative-with-evse',
    requirement: 'G03.FR.02',
    about: 'Takes the whole EVSE out of service where one of its connectors is to be.',
    killedBy: 'TC_G_19_CS',
  },
  {
    name: 'station-inoperative-except-one-evse',
    requirement: 'G04.FR.07',
    about: 'Takes only the first EVSE out of service where the station is to be.',
    killedBy: 'TC_G_05_CS',
  },
  {
    name: 'operative-not-restored',
    requirement: 'G03.FR.07',
    about: 'Accepts to be operative again and stays out of service.',
    killedBy: 'TC_G_04_CS',
  },
  {
    name: 'same-availability-rejected',
    requirement: 'G03.FR.03',
    about: 'Rejects to be in service, or out of service, where it is already.',
    killedBy: 'TC_G_09_CS',
  },
  {
    name: 'availability-change-not-scheduled',
    requirement: 'G03.FR.05',
    about: 'Accepts a change of availability that has to wait for a transaction, in place of scheduling it.',
    killedBy: 'TC_G_11_CS',
  },
  {
    name: 'unavailable-before-transaction-ends',
    requirement: 'G03.FR.05',
    about: 'Reports a connector as Unavailable although the transaction that this has to wait for goes on.',
    killedBy: 'TC_G_11_CS',
  },
  {
    name: 'scheduled-availability-never-changes',
    requirement: 'G03.FR.05',
    about: 'Stays in service when the transaction has ended that a change of availability waits for.',
    killedBy: 'TC_G_17_CS',
  },
  {
    name: 'charges-without-lock',
    requirement: 'G05.FR.01',
    about: 'Charges although the cable cannot be locked.',
    killedBy: 'TC_G_20_CS',
  },
  {
    name: 'lock-failure-not-reported',
    requirement: 'G05.FR.02',
    about: 'Does not tell the CSMS that a cable cannot be locked.',
    killedBy: 'TC_G_20_CS',
  },
);
