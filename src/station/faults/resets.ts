import { byName } from './fault.ts';

export const RESET_FAULTS = byName(
  {
    name: 'reset-accepted-but-no-reboot',
    requirement: 'B11.FR.03',
    about: 'Accepts a reset and does nothing.',
    killedBy: 'TC_B_20_CS',
  },
  {
    name: 'reset-scheduled-never-done',
    requirement: 'B12.FR.13',
    about: 'Does not reboot when the transactions have ended that a reset waits for.',
    killedBy: 'TC_B_21_CS',
  },
  {
    name: 'reset-onidle-interrupts-transaction',
    requirement: 'B12.FR.03',
    about: 'Ends transactions for a reset that has to wait for their normal end.',
    killedBy: 'TC_B_21_CS',
  },
  {
    name: 'reset-immediate-no-ended-event',
    requirement: 'B12.FR.04',
    about: 'Does not tell the CSMS about the transactions that an immediate reset ends.',
    killedBy: 'TC_B_22_CS',
  },
  {
    name: 'reset-immediate-event-after-reboot',
    requirement: 'B12.FR.04',
    about: 'Tells the CSMS only after the reboot about the transactions that an immediate reset ends.',
    killedBy: 'TC_B_22_CS',
  },
  {
    name: 'unavailable-forgotten-after-reset',
    requirement: 'B11.FR.02',
    about: 'Is operative again after a reset.',
    killedBy: 'TC_B_23_CS',
  },
  {
    name: 'reservation-forgotten-after-reset',
    requirement: 'B11.FR.05',
    about: 'Drops reservations with a reset.',
    killedBy: 'TC_B_24_CS',
  },
);
