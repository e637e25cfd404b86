import type { Payload } from '../../src/ocpp/frame.ts';
import { eventIds } from '../../src/rules/event-ids.ts';
import { monitorEvents } from '../../src/rules/monitor-events.ts';
import { monitorResults } from '../../src/rules/monitor-results.ts';
import { call, open, passes, result, type Script, time, trips } from './kit.ts';

const POWER = { component: { name: 'EVSE', evse: { id: 1 } }, variable: { name: 'Power' } };
const STATE = { component: { name: 'EVSE', evse: { id: 1 } }, variable: { name: 'AvailabilityState' } };
let count = 0;
const monitor = (more: Payload = {}) => ({ ...POWER, type: 'UpperThreshold', severity: 5, ...more });
const asking = (...data: Payload[]) => ({ setMonitoringData: data.map((one) => ({ value: 1, ...monitor(one) })) });
const giving = (...results: Payload[]) => ({ setMonitoringResult: results.map((one) => ({ status: 'Accepted', id: 1, ...monitor(one) })) });
const set = (script: Script, data: Payload = {}, response: Payload = data) =>
  script.exchange('csms', `s${count++}`, 'SetVariableMonitoring', asking(data), giving(response));
const clear = (script: Script, ids = [1], results: Payload[] = [{ id: 1, status: 'Accepted' }]) =>
  script.exchange('csms', `c${count++}`, 'ClearVariableMonitoring', { id: ids }, { clearMonitoringResult: results });
const level = (script: Script, severity: number) =>
  script.exchange('csms', `l${count++}`, 'SetMonitoringLevel', { severity }, { status: 'Accepted' });
let eventId = 0;
const event = (seconds: number, more: Payload = {}) => ({
  eventId: ++eventId,
  timestamp: time(seconds),
  trigger: 'Alerting',
  actualValue: '7',
  eventNotificationType: 'CustomMonitor',
  variableMonitoringId: 1,
  ...POWER,
  ...more,
});
const notify = (script: Script, data: Payload, more: Payload = {}) =>
  script.exchange('station', `n${count++}`, 'NotifyEvent', { generatedAt: time(0), seqNo: 0, eventData: [data], ...more });
/** What happens at that second, and is told then. */
const told = (script: Script, seconds: number, more: Payload = {}) => notify(script.at(seconds), event(seconds, more));

// The results of requests
const answers = (request: Payload, response: Payload) => open().exchange('csms', 's', 'SetVariableMonitoring', request, response);
trips('monitor-results', 'one too few', monitorResults, answers(asking({}, { severity: 6 }), giving({})), { requirement: 'N04.FR.01' });
trips('monitor-results', 'another variable', monitorResults, answers(asking({}), giving(STATE)), { requirement: 'N04.FR.02' });
passes('monitor-results', 'in any order', monitorResults, answers(asking(STATE, {}), giving({}, { ...STATE, id: 2 })));
trips('monitor-results', 'a cleared monitor is missing', monitorResults, clear(open(), [1, 2]), { requirement: 'N06.FR.05' });
trips(
  'monitor-results',
  'another one was cleared',
  monitorResults,
  clear(
    open(),
    [1],
    [
      { id: 2, status: 'NotFound' },
      { id: 1, status: 'Accepted' },
    ],
  ),
);
passes('monitor-results', 'asked for twice', monitorResults, clear(open(), [1, 1]));
trips('monitor-id', 'none', monitorResults, answers(asking({}), giving({ id: undefined })), { requirement: 'N04.FR.11' });
trips('monitor-id', 'another one', monitorResults, answers(asking({ id: 4 }), giving({ id: 5 })), { requirement: 'N04.FR.12' });
passes('monitor-id', 'a rejected one has none', monitorResults, answers(asking({}), giving({ id: undefined, status: 'Rejected' })));
passes('monitor-id', 'nobody can tell which is which', monitorResults, answers(asking({ id: 4 }, {}), giving({ id: 9 }, { id: 4 })));

// Events and their monitors
trips('event-monitor-missing', 'of a custom monitor', monitorEvents, told(open(), 10, { variableMonitoringId: undefined }), {
  requirement: 'N07.FR.06',
  pointer: '/eventData/0/variableMonitoringId',
});
passes(
  'event-monitor-missing',
  'there was no monitor',
  monitorEvents,
  told(open(), 10, { variableMonitoringId: undefined, eventNotificationType: 'HardWiredNotification' }),
);
trips('event-variable', 'another variable', monitorEvents, told(set(open()), 10, STATE), { requirement: 'N07.FR.06' });
passes('event-variable', 'written differently', monitorEvents, told(set(open()), 10, { variable: { name: 'power' } }));
trips('event-trigger', 'a threshold with Delta', monitorEvents, told(set(open()), 10, { trigger: 'Delta' }), { requirement: 'N07.FR.16' });
trips('event-trigger', 'a period with Delta', monitorEvents, told(set(open(), { type: 'Periodic' }), 10, { trigger: 'Delta' }), {
  requirement: 'N08.FR.05',
});
passes('event-trigger', 'as it should be', monitorEvents, told(set(open(), { type: 'Delta' }), 10, { trigger: 'Delta' }));
passes('event-trigger', 'perhaps before the monitor was changed', monitorEvents, told(set(open().at(10)), 12, { trigger: 'Delta' }));
passes('event-trigger', 'a monitor that the trace does not show', monitorEvents, told(open(), 10, { trigger: 'Periodic' }));
passes('event-trigger', 'ids may have changed', monitorEvents, told(set(open()).at(9).boot(), 10, { trigger: 'Delta' }));
trips('event-severity', 'less severe', monitorEvents, told(level(set(open()), 4), 10), { requirement: 'N07.FR.15' });
passes('event-severity', 'as severe', monitorEvents, told(level(set(open()), 5), 10));
passes('event-severity', 'the station has booted', monitorEvents, told(set(level(open(), 4).at(9).boot().at(15)), 30));
passes('event-severity', 'from before', monitorEvents, notify(level(set(open()).at(60), 4).at(70), event(50)));
passes('event-severity', 'the level has changed again', monitorEvents, told(level(level(set(open()), 4), 9), 10));
trips('event-of-cleared-monitor', 'it was cleared', monitorEvents, told(clear(set(open())), 10));
passes('event-of-cleared-monitor', 'queued before', monitorEvents, notify(clear(set(open()).at(60)).at(70), event(50)));
passes('event-of-cleared-monitor', 'set again', monitorEvents, told(set(clear(set(open()))), 10));
passes('event-of-cleared-monitor', 'not found', monitorEvents, told(clear(open(), [1], [{ id: 1, status: 'NotFound' }]), 10));
trips('event-cleared-unalerted', 'there was no alert', monitorEvents, told(set(open()), 10, { cleared: true }), { severity: 'warning' });
passes('event-cleared-unalerted', 'after an alert', monitorEvents, told(told(set(open()), 10), 20, { cleared: true }));
passes(
  'event-cleared-unalerted',
  'perhaps it was not queued',
  monitorEvents,
  told(set(open()).close('csms').connect(), 10, { cleared: true }),
);

// Ids and numbers
const twice = (more: Payload, again: Payload = {}) =>
  notify(notify(open(), event(1, { eventId: 5, ...again })), event(2, { eventId: 5, ...more }));
trips('event-id-reused', 'another event', eventIds, twice({}), { severity: 'violation', pointer: '/eventData/0/eventId' });
trips('event-id-reused', 'the end of an alert', eventIds, twice({ cleared: true }), { severity: 'warning' });
passes('event-id-reused', 'the same once more', eventIds, twice({ timestamp: time(1) }));
passes('event-id-reused', 'after a reboot', eventIds, notify(notify(open(), event(1, { eventId: 5 })).boot(), event(2, { eventId: 5 })));
trips(
  'event-seqno',
  'goes on counting events of no monitor',
  eventIds,
  notify(notify(open(), { ...event(1), variableMonitoringId: undefined }), { ...event(2), variableMonitoringId: undefined }, { seqNo: 1 }),
  { severity: 'warning' },
);
trips('event-seqno', 'goes on counting', eventIds, notify(notify(open(), event(1)), event(2), { seqNo: 1 }), {
  requirement: 'N07.FR.07',
  severity: 'violation',
});
passes('event-seqno', 'more of the same', eventIds, notify(notify(open(), event(1), { tbc: true }), event(2), { seqNo: 1 }));
passes('event-seqno', 'the first that is seen', eventIds, notify(open(), event(1), { seqNo: 4 }));
passes(
  'event-seqno',
  'the one before was not confirmed',
  eventIds,
  notify(open().station(call('x', 'NotifyEvent', { generatedAt: time(0), seqNo: 0, eventData: [event(1)] })), event(2), { seqNo: 1 }).csms(
    result('x'),
  ),
);
