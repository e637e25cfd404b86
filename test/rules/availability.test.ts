import type { Payload } from '../../src/ocpp/frame.ts';
import { availability } from '../../src/rules/availability.ts';
import { statusReported } from '../../src/rules/status-reported.ts';
import { open, passes, type Script, time, trips } from './kit.ts';

let ids = 0;
const change = (script: Script, operationalStatus: string, evse?: Payload, status = 'Accepted'): Script =>
  script.exchange('csms', `c${++ids}`, 'ChangeAvailability', { operationalStatus, ...(evse ? { evse } : {}) }, { status });
const report = (script: Script, connectorStatus: string, where: Payload = {}): Script =>
  script.exchange('station', `s${++ids}`, 'StatusNotification', {
    timestamp: time(script.clock),
    connectorStatus,
    evseId: 1,
    connectorId: 1,
    ...where,
  });
const notify = (script: Script, actualValue: string, component: Payload): Script =>
  script.exchange('station', `n${++ids}`, 'NotifyEvent', {
    generatedAt: time(script.clock),
    seqNo: 0,
    eventData: [
      {
        eventId: 1,
        timestamp: time(script.clock),
        trigger: 'Delta',
        actualValue,
        eventNotificationType: 'HardWiredNotification',
        component,
        variable: { name: 'AvailabilityState' },
      },
    ],
  });
const CONNECTOR = { name: 'Connector', evse: { id: 1, connectorId: 1 } };
const inoperative = (evse?: Payload) => change(open(), 'Inoperative', evse);

trips('availability-not-kept', 'the connector', availability, report(inoperative({ id: 1, connectorId: 1 }).at(60), 'Available'), {
  party: 'station',
  requirement: 'G03.FR.08',
});
trips('availability-not-kept', 'its EVSE', availability, report(inoperative({ id: 1 }).at(60), 'Available'));
trips('availability-not-kept', 'its station, by an event', availability, notify(inoperative().at(60), 'Available', CONNECTOR), {
  requirement: 'G04.FR.09',
});
trips(
  'availability-not-kept',
  'after a reboot',
  availability,
  report(inoperative().at(20).close('station').connect().boot().at(60), 'Available'),
);
passes('availability-not-kept', 'another connector', availability, report(inoperative({ id: 1, connectorId: 2 }).at(60), 'Available'));
passes('availability-not-kept', 'operative again', availability, report(change(inoperative(), 'Operative').at(60), 'Available'));
passes(
  'availability-not-kept',
  'operative again at another level',
  availability,
  report(change(inoperative(), 'Operative', { id: 1 }).at(60), 'Available'),
);
passes('availability-not-kept', 'rejected', availability, report(change(open(), 'Inoperative', undefined, 'Rejected').at(60), 'Available'));
passes('availability-not-kept', 'on its way already', availability, report(inoperative().at(1), 'Available'));
passes('availability-not-kept', 'from before the change', availability, report(inoperative().at(60), 'Available', { timestamp: time(-1) }));
passes('availability-not-kept', 'Faulted', availability, report(inoperative().at(60), 'Faulted'));

const event = (script: Script, eventType: string, chargingState: string): Script =>
  script.exchange('station', `e${++ids}`, 'TransactionEvent', {
    eventType,
    timestamp: time(script.clock),
    triggerReason: 'ChargingStateChanged',
    seqNo: ids,
    transactionInfo: { transactionId: 'T1', chargingState },
    evse: { id: 1, connectorId: 1 },
  });
const charging = () => event(open(), 'Started', 'Charging');
const scheduled = (evse?: Payload) => change(charging().at(10), 'Inoperative', evse, 'Scheduled');

trips(
  'availability-too-soon',
  'charging goes on',
  availability,
  event(report(scheduled({ id: 1 }), 'Unavailable').at(30), 'Updated', 'Charging'),
  {
    party: 'station',
    requirement: 'G03.FR.05',
  },
);
trips('availability-too-soon', 'it ends later', availability, event(report(scheduled(), 'Unavailable').at(30), 'Ended', 'EVConnected'));
passes('availability-too-soon', 'at the end', availability, report(event(scheduled().at(30), 'Ended', 'EVConnected'), 'Unavailable'));
passes(
  'availability-too-soon',
  'just before the end',
  availability,
  event(report(scheduled().at(30), 'Unavailable'), 'Ended', 'EVConnected'),
);
passes(
  'availability-too-soon',
  'with the cable out',
  availability,
  event(report(scheduled().at(30), 'Unavailable').at(40), 'Ended', 'Idle'),
);
passes(
  'availability-too-soon',
  'the other connector',
  availability,
  event(report(scheduled(), 'Unavailable', { connectorId: 2 }).at(30), 'Updated', 'Charging'),
);
passes(
  'availability-too-soon',
  'nothing scheduled',
  availability,
  event(report(charging().at(9), 'Unavailable').at(30), 'Updated', 'Charging'),
);

const known = (status = 'Available') => report(open(), status);
const later = (script: Script) =>
  script.at(100).exchange('station', `h${++ids}`, 'Authorize', { idToken: { idToken: 'A', type: 'Local' } });

trips('availability-unreported', 'nothing comes', statusReported, later(change(known(), 'Inoperative', { id: 1 })), {
  party: 'station',
  requirement: 'G03.FR.04',
});
trips('availability-unreported', 'of the station', statusReported, later(change(known(), 'Inoperative')), { requirement: 'G04.FR.05' });
passes('availability-unreported', 'a report', statusReported, later(report(change(known(), 'Inoperative'), 'Unavailable')));
passes(
  'availability-unreported',
  'an event about its EVSE',
  statusReported,
  later(notify(change(known(), 'Inoperative'), 'Unavailable', { name: 'EVSE', evse: { id: 1 } })),
);
passes('availability-unreported', 'not Available before', statusReported, later(change(known('Faulted'), 'Inoperative')));
passes('availability-unreported', 'another EVSE', statusReported, later(change(known(), 'Inoperative', { id: 2 })));
passes('availability-unreported', 'scheduled', statusReported, later(change(known(), 'Inoperative', undefined, 'Scheduled')));
passes('availability-unreported', 'operative again', statusReported, later(change(change(known(), 'Inoperative'), 'Operative')));
passes('availability-unreported', 'the connection is gone', statusReported, change(known(), 'Inoperative').close('station').at(100));
passes('availability-unreported', 'still time', statusReported, change(known(), 'Inoperative').at(20));

const done = (script: Script, name: string, parameters: Payload = { evseId: 1, connectorId: 1 }): Script =>
  script.append({ kind: 'stimulus', connection: 0, name, parameters, carrier: 'embedded', outcome: 'done' });

trips('status-unreported', 'plugged in', statusReported, later(done(known(), 'plug-in')), { party: 'station', requirement: 'G01.FR.03' });
passes('status-unreported', 'reported', statusReported, later(report(done(known(), 'plug-in'), 'Occupied')));
passes('status-unreported', 'and out again', statusReported, later(done(done(known(), 'plug-in'), 'unplug')));
passes('status-unreported', 'reserved', statusReported, later(done(known('Reserved'), 'plug-in')));
passes('status-unreported', 'not known before', statusReported, later(done(open(), 'plug-in')));
passes(
  'status-unreported',
  'another connector of the EVSE is in use',
  statusReported,
  later(done(report(known(), 'Occupied', { connectorId: 2 }), 'plug-in')),
);
passes('status-unreported', 'offline', statusReported, done(known(), 'plug-in').close('station').at(100));
