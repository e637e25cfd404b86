import { CHARGING_PROFILE_FAULTS } from './charging-profiles.ts';
import { CHARGING_SCHEDULE_FAULTS } from './charging-schedules.ts';
import { byName } from './fault.ts';

/** In dealing with external systems and with EVs. */
const OTHERS = byName(
  // External limits
  {
    name: 'external-limit-not-reported',
    requirement: 'K12.FR.05',
    about: 'Leaves external limits out of what it reports.',
    killedBy: 'TC_K_52_CS',
  },
  {
    name: 'external-limit-not-notified',
    requirement: 'K12.FR.02',
    about: 'Does not tell the CSMS of an external limit.',
    killedBy: 'OS_K_04_CS',
  },
  {
    name: 'external-limit-as-cso',
    requirement: 'K12.FR.04',
    about: 'Tells of an external limit as if the CSMS had set it.',
    killedBy: 'OS_K_04_CS',
  },
  {
    name: 'external-schedule-left-out',
    requirement: 'K12.FR.03',
    about: 'Does not say what an external limit is, although it is configured to.',
    killedBy: 'OS_K_04_CS',
  },
  {
    name: 'external-limit-exceeded',
    requirement: 'K11.FR.01',
    about: 'Charges faster than an external limit allows.',
    killedBy: 'OS_K_05_CS',
  },
  {
    name: 'rate-change-not-told',
    requirement: 'K11.FR.04',
    about: 'Does not tell the CSMS that a transaction charges at another rate because of an external limit.',
    killedBy: 'OS_K_05_CS',
  },
  {
    name: 'release-not-notified',
    requirement: 'K13.FR.02',
    about: 'Does not tell the CSMS that an external limit is no more.',
    killedBy: 'OS_K_06_CS',
  },
  {
    name: 'released-limit-kept',
    requirement: 'K13.FR.01',
    about: 'Keeps to an external limit that has been released.',
    killedBy: 'OS_K_06_CS',
  },
  // ISO 15118
  {
    name: 'charging-needs-not-sent',
    requirement: 'K15.FR.01',
    about: 'Keeps to itself what an EV needs.',
    killedBy: 'TC_K_54_CS',
  },
  {
    name: 'charging-needs-without-parameters',
    requirement: 'K15.FR.06',
    about: 'Tells what an EV needs without the parameters of either kind of current.',
    killedBy: 'TC_K_53_CS',
  },
  {
    name: 'ev-schedule-exceeds-limits',
    requirement: 'K15.FR.09',
    about: 'Lets an EV have more than the schedule of the CSMS allows.',
    killedBy: 'TC_K_58_CS',
  },
  {
    name: 'first-ev-schedule-exceeds-limits',
    requirement: 'K15.FR.09',
    about: 'Lets an EV that takes its time to answer have more than the first schedule of the CSMS allows.',
    killedBy: 'TC_K_53_CS',
  },
  {
    name: 'renegotiated-schedule-exceeds-limits',
    requirement: 'K17.FR.09',
    about: 'Lets an EV have more than the schedule of the CSMS allows when either of them has renegotiated.',
    killedBy: 'TC_K_57_CS',
  },
  {
    name: 'ev-schedule-of-another-evse',
    requirement: 'K17.FR.10',
    about: 'Tells of the schedule of an EV at another EVSE.',
    killedBy: 'TC_K_57_CS',
  },
  {
    name: 'no-energy-without-schedule',
    requirement: 'K17.FR.15',
    about: 'Does not let an EV charge for which the CSMS has no schedule.',
    killedBy: 'TC_K_54_CS',
  },
  {
    name: 'no-energy-offline',
    requirement: 'K15.FR.15',
    about: 'Does not let an EV charge that waits for a schedule when the connection is lost.',
    killedBy: 'TC_K_56_CS',
  },
);

export const SMART_CHARGING_FAULTS = { ...CHARGING_SCHEDULE_FAULTS, ...CHARGING_PROFILE_FAULTS, ...OTHERS };
