import { answering, byName, eachOf, requesting, without } from './fault.ts';

interface Event {
  eventId: number;
  eventNotificationType: string;
  variableMonitoringId?: number;
}

interface Reported {
  variableMonitoring: { id: number }[];
}

/** What goes wrong with monitors and the events that they tell. */
export const MONITORING_FAULTS = byName(
  // N02, N03
  {
    name: 'monitoring-criteria-ignored',
    requirement: 'N02.FR.06',
    about: 'Reports monitors of all kinds, whatever the criteria.',
    killedBy: 'TC_N_01_CS',
  },
  {
    name: 'variables-of-monitors-ignored',
    requirement: 'N02.FR.08',
    about: 'Reports monitors of all variables, whichever were asked for.',
    killedBy: 'TC_N_02_CS',
  },
  {
    name: 'empty-monitoring-report-accepted',
    requirement: 'N02.FR.10',
    about: 'Accepts to report monitors that there are not.',
    killedBy: 'TC_N_03_CS',
  },
  {
    name: 'unsupported-criterion-of-monitors-accepted',
    requirement: 'N02.FR.02',
    about: 'Accepts to report monitors by a criterion that it does not support.',
    killedBy: 'TC_N_04_CS',
  },
  {
    name: 'monitoring-report-without-custom-monitors',
    requirement: 'N02.FR.11',
    about: 'Reports only the first monitor of each variable.',
    killedBy: 'TC_N_47_CS',
    interceptor: requesting(['NotifyMonitoringReport'], (payload) => ({
      ...payload,
      ...(Array.isArray(payload.monitor) ? { monitor: payload.monitor.slice(0, 1) } : {}),
    })),
  },
  {
    name: 'factory-default-refused',
    requirement: 'N03.FR.04',
    about: 'Does not accept FactoryDefault as monitoring base.',
    killedBy: 'TC_N_05_CS',
  },
  {
    name: 'hard-wired-only-keeps-custom-monitors',
    requirement: 'N03.FR.05',
    about: 'Keeps all monitors where only hard-wired ones are to stay.',
    killedBy: 'TC_N_06_CS',
  },
  {
    name: 'unsupported-base-accepted',
    requirement: 'N03.FR.02',
    about: 'Accepts a monitoring base that it does not support.',
    killedBy: 'TC_N_07_CS',
  },
  {
    name: 'factory-default-keeps-changed-monitors',
    requirement: 'N03.FR.04',
    about: 'Keeps what the CSMS has changed of preconfigured monitors when it returns to FactoryDefault.',
    killedBy: 'TC_N_41_CS',
  },

  // N04
  {
    name: 'accepted-monitor-not-set',
    requirement: 'N04.FR.08',
    about: 'Accepts monitors without setting them.',
    killedBy: 'TC_N_08_CS',
  },
  {
    name: 'monitors-reported-under-other-ids',
    requirement: 'N04.FR.11',
    about: 'Reports monitors under other ids than those that it has given them.',
    killedBy: 'TC_N_08_CS',
    interceptor: requesting(
      ['NotifyMonitoringReport'],
      eachOf<Reported>('monitor', ({ variableMonitoring, ...data }) => ({
        ...data,
        variableMonitoring: variableMonitoring.map(({ id, ...monitor }) => ({ ...monitor, id: id + 100 })),
      })),
    ),
  },
  {
    name: 'new-monitor-replaces-its-like',
    requirement: 'N04.FR.08',
    about: 'Keeps only the latest of the monitors of one type that a variable has, although it has accepted all of them.',
    killedBy: 'TC_N_10_CS',
  },
  {
    name: 'only-first-monitor-answered',
    requirement: 'N04.FR.01',
    about: 'Answers only for the first of several monitors.',
    killedBy: 'TC_N_09_CS',
    interceptor: answering(['SetVariableMonitoring'], (payload) => ({
      ...payload,
      setMonitoringResult: (payload.setMonitoringResult as unknown[]).slice(0, 1),
    })),
  },
  {
    name: 'one-monitor-per-type',
    requirement: 'N04.FR.10',
    about: 'Takes monitors of one type for duplicates although their severities differ.',
    killedBy: 'TC_N_10_CS',
  },
  {
    name: 'monitor-of-unknown-component-rejected',
    requirement: 'N04.FR.03',
    about: 'Takes unknown components for unsupported types of monitors.',
    killedBy: 'TC_N_11_CS',
    interceptor: answering(
      ['SetVariableMonitoring'],
      eachOf<{ status: string }>('setMonitoringResult', (result) =>
        result.status === 'UnknownComponent' ? { ...result, status: 'UnsupportedMonitorType' } : result,
      ),
    ),
  },
  {
    name: 'monitor-of-unknown-variable-rejected',
    requirement: 'N04.FR.04',
    about: 'Rejects monitors of unknown variables without saying why.',
    killedBy: 'TC_N_37_CS',
    interceptor: answering(
      ['SetVariableMonitoring'],
      eachOf<{ status: string }>('setMonitoringResult', (result) =>
        result.status === 'UnknownVariable' ? { ...result, status: 'Rejected' } : result,
      ),
    ),
  },
  {
    name: 'negative-delta-accepted',
    requirement: 'N04.FR.14',
    about: 'Accepts a monitor that tells of changes by less than nothing.',
    killedBy: 'TC_N_12_CS',
  },
  {
    name: 'threshold-beyond-limits-accepted',
    requirement: 'N04.FR.06',
    about: 'Accepts a threshold beyond what the variable can reach.',
    killedBy: 'TC_N_13_CS',
  },
  {
    name: 'duplicate-monitor-accepted',
    requirement: 'N04.FR.10',
    about: 'Accepts a second monitor of the same type and severity.',
    killedBy: 'TC_N_15_CS',
  },
  {
    name: 'threshold-of-text-accepted',
    requirement: 'N04.FR.05',
    about: 'Accepts a threshold for a variable that is no number.',
    killedBy: 'TC_N_38_CS',
  },
  {
    name: 'monitor-moved-to-other-variable',
    requirement: 'N04.FR.16',
    about: 'Lets the CSMS move a monitor to another variable.',
    killedBy: 'TC_N_39_CS',
  },
  {
    name: 'replaced-monitor-is-new',
    requirement: 'N04.FR.12',
    about: 'Sets a new monitor where the CSMS replaces one.',
    killedBy: 'TC_N_40_CS',
  },
  {
    name: 'one-bad-monitor-spoils-all',
    requirement: 'N04.FR.08',
    about: 'Rejects every monitor of a request if one of them cannot be set.',
    killedBy: 'TC_N_43_CS',
  },

  // N05, N06
  {
    name: 'monitoring-level-ignored',
    requirement: 'N05.FR.03',
    about: 'Tells of events that are not severe enough for the level that the CSMS has set.',
    killedBy: 'TC_N_16_CS',
  },
  {
    name: 'monitoring-level-not-checked',
    requirement: 'N05.FR.02',
    about: 'Accepts a monitoring level that there is not.',
    killedBy: 'TC_N_17_CS',
  },
  {
    name: 'cleared-monitors-stay',
    requirement: 'N06.FR.01',
    about: 'Accepts to clear monitors and keeps them.',
    killedBy: 'TC_N_18_CS',
  },
  {
    name: 'unknown-monitor-cleared',
    requirement: 'N06.FR.02',
    about: 'Accepts to clear a monitor that there is not.',
    killedBy: 'TC_N_19_CS',
  },
  {
    name: 'hard-wired-monitor-cleared',
    requirement: 'N06.FR.03',
    about: 'Lets the CSMS clear a hard-wired monitor.',
    killedBy: 'TC_N_44_CS',
  },

  // N07, N08
  {
    name: 'cleared-threshold-not-told',
    requirement: 'N07.FR.02',
    about: 'Does not tell that a value is within its threshold again.',
    killedBy: 'TC_N_20_CS',
  },
  {
    name: 'lower-threshold-never-told',
    requirement: 'N07.FR.17',
    about: 'Does not tell that a value has dropped below its threshold.',
    killedBy: 'TC_N_20_CS',
  },
  {
    name: 'hard-wired-notification-as-custom',
    requirement: 'N07.FR.06',
    about: 'Calls hard-wired notifications those of a custom monitor.',
    killedBy: 'TC_N_21_CS',
    interceptor: requesting(
      ['NotifyEvent'],
      eachOf<Event>('eventData', (event) =>
        event.eventNotificationType === 'HardWiredNotification' ? { ...event, eventNotificationType: 'CustomMonitor' } : event,
      ),
    ),
  },
  {
    name: 'no-events-queued',
    requirement: 'N07.FR.04',
    about: 'Forgets all events while it is offline.',
    killedBy: 'TC_N_22_CS',
  },
  {
    name: 'all-events-queued',
    requirement: 'N07.FR.04',
    about: 'Tells all events from the time offline afterwards.',
    killedBy: 'TC_N_23_CS',
  },
  {
    name: 'events-of-connectors-queued',
    requirement: 'N07.FR.04',
    about: 'Tells all events of connectors from the time offline afterwards.',
    killedBy: 'TC_N_23_CS',
  },
  {
    name: 'events-without-monitor',
    requirement: 'N07.FR.06',
    about: 'Does not say which monitor has triggered an event.',
    killedBy: 'event-monitor-missing',
    interceptor: requesting(
      ['NotifyEvent'],
      eachOf<Event>('eventData', (event) => without(event, 'variableMonitoringId')),
    ),
  },
  {
    name: 'numeric-delta-not-told',
    requirement: 'N07.FR.18',
    about: 'Does not tell that a number has changed by more than its delta.',
    killedBy: 'TC_N_45_CS',
  },
  {
    name: 'text-delta-not-told',
    requirement: 'N07.FR.19',
    about: 'Does not tell that a value has changed that is no number.',
    killedBy: 'TC_N_56_CS',
  },
  {
    name: 'delta-as-alert',
    requirement: 'N07.FR.18',
    about: 'Tells of changes with the trigger Alerting.',
    killedBy: 'TC_N_45_CS',
  },
  {
    name: 'delta-told-at-every-change',
    requirement: 'N07.FR.18',
    about: 'Tells of every change of a number, however small.',
    killedBy: 'TC_N_61_CS',
  },
  {
    name: 'write-only-value-told',
    requirement: 'N07.FR.10',
    about: 'Tells what a variable is that can only be written.',
    killedBy: 'TC_N_48_CS',
  },
  {
    name: 'changed-threshold-not-checked',
    requirement: 'N07.FR.11',
    about: 'Does not look whether a changed threshold is exceeded already.',
    killedBy: 'TC_N_51_CS',
  },
  {
    name: 'removed-threshold-told-as-cleared',
    requirement: 'N07.FR.12',
    about: 'Tells that a threshold is cleared whose monitor has been removed.',
    killedBy: 'TC_N_52_CS',
  },
  {
    name: 'monitors-forgotten-after-reboot',
    requirement: 'N07.FR.13',
    about: 'Forgets all monitors when it reboots.',
    killedBy: 'TC_N_53_CS',
  },
  {
    name: 'periodic-only-once',
    requirement: 'N08.FR.06',
    about: 'Lets a periodic monitor tell only once.',
    killedBy: 'TC_N_24_CS',
  },
  {
    name: 'first-period-halved',
    requirement: 'N08.FR.06',
    about: 'Lets a periodic monitor tell for the first time after half of its interval.',
    killedBy: 'TC_N_24_CS',
  },
  {
    name: 'periodic-as-delta',
    requirement: 'N08.FR.05',
    about: 'Tells of periodic events with the trigger Delta.',
    killedBy: 'TC_N_24_CS',
  },
  {
    name: 'event-ids-begin-again',
    requirement: 'N07.FR.05',
    about: 'Gives every event the same id.',
    killedBy: 'event-id-reused',
    interceptor: requesting(
      ['NotifyEvent'],
      eachOf<Event>('eventData', (event) => ({ ...event, eventId: 1 })),
    ),
  },
);
