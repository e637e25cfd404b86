import type { Payload } from '../../src/ocpp/frame.ts';
import { remoteStart } from '../../src/rules/remote-start.ts';
import { triggerMessage } from '../../src/rules/trigger-message.ts';
import { call, open, passes, result, type Script, time, trips } from './kit.ts';

const TOKEN = { idToken: 'A1', type: 'ISO14443' };
const asked = (script = open(), id = 'r', remoteStartId = 7, status = 'Accepted', evseId = 1): Script =>
  script.exchange('csms', id, 'RequestStartTransaction', { remoteStartId, evseId, idToken: TOKEN }, { status });
const event = (script: Script, id: string, transactionInfo: Payload, more: Payload = {}): Script =>
  script.at(2).exchange('station', id, 'TransactionEvent', {
    eventType: 'Started',
    timestamp: time(2),
    triggerReason: 'RemoteStart',
    seqNo: 0,
    transactionInfo: { transactionId: 'T1', ...transactionInfo },
    evse: { id: 1 },
    ...more,
  });

trips('remote-start-id', 'left out', remoteStart, event(asked(), 'e', {}), {
  party: 'station',
  requirement: 'F02.FR.21',
  pointer: '/transactionInfo/remoteStartId',
});
trips('remote-start-id', 'another number', remoteStart, event(asked(), 'e', { remoteStartId: 8 }));
passes('remote-start-id', 'the one of the request', remoteStart, event(asked(), 'e', { remoteStartId: 7 }));
passes('remote-start-id', 'said once', remoteStart, event(event(asked(), 'e', { remoteStartId: 7 }), 'f', {}, { seqNo: 1 }));
passes(
  'remote-start-id',
  'said with the cable',
  remoteStart,
  event(event(asked(), 'e', { remoteStartId: 7 }, { triggerReason: 'CablePluggedIn' }), 'f', {}, { seqNo: 1 }),
);
passes('remote-start-id', 'nothing accepted', remoteStart, event(asked(open(), 'r', 7, 'Rejected'), 'e', {}));
passes('remote-start-id', 'a start from before the trace', remoteStart, event(open(), 'e', { remoteStartId: 3 }));
passes('remote-start-id', 'a start at another EVSE', remoteStart, event(asked(), 'e', {}, { evse: { id: 2 } }));
passes('remote-start-id', 'an older transaction', remoteStart, event(asked(open().at(60)), 'e', {}));
passes('remote-start-id', 'queued while offline', remoteStart, event(asked(), 'e', {}, { offline: true }));

const PROFILE = {
  id: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxProfile',
  chargingProfileKind: 'Relative',
  chargingSchedule: [{ id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] }],
};
const withProfile = (more: Payload = {}): Script =>
  open().csms(call('r', 'RequestStartTransaction', { remoteStartId: 7, idToken: TOKEN, chargingProfile: { ...PROFILE, ...more } }));

trips('remote-start-profile', 'another purpose', remoteStart, withProfile({ chargingProfilePurpose: 'TxDefaultProfile' }), {
  party: 'csms',
  requirement: 'F01.FR.09',
});
trips('remote-start-profile', 'a transaction', remoteStart, withProfile({ transactionId: 'T1' }), { requirement: 'F01.FR.11' });
passes('remote-start-profile', 'for the transaction to come', remoteStart, withProfile());
passes('remote-start-profile', 'none', remoteStart, asked());

const trigger = (requestedMessage: string, more: Payload = {}) => call('t', 'TriggerMessage', { requestedMessage, ...more });
const accepted = result('t', { status: 'Accepted' });
const values = (context?: string) =>
  call('m', 'MeterValues', {
    evseId: 1,
    meterValue: [{ timestamp: time(0), sampledValue: [{ value: 1, ...(context ? { context } : {}) }] }],
  });
const triggered = call('m', 'TransactionEvent', {
  eventType: 'Updated',
  timestamp: time(0),
  triggerReason: 'Trigger',
  seqNo: 1,
  transactionInfo: { transactionId: 'T1', chargingState: 'Charging' },
});

trips(
  'trigger-answer-late',
  'meter values',
  triggerMessage,
  open().csms(trigger('MeterValues')).station(values('Trigger')).station(accepted),
  {
    party: 'station',
    requirement: 'F06.FR.04',
  },
);
trips(
  'trigger-answer-late',
  'a transaction',
  triggerMessage,
  open().csms(trigger('TransactionEvent')).station(triggered).station(accepted),
);
passes(
  'trigger-answer-late',
  'the answer first',
  triggerMessage,
  open().csms(trigger('MeterValues')).station(accepted).station(values('Trigger')),
);
passes(
  'trigger-answer-late',
  'meter values of their own accord',
  triggerMessage,
  open().csms(trigger('MeterValues')).station(values('Sample.Clock')),
);
passes(
  'trigger-answer-late',
  'from before the request',
  triggerMessage,
  open().at(60).csms(trigger('MeterValues')).station(values('Trigger')),
);
passes('trigger-answer-late', 'another kind', triggerMessage, open().csms(trigger('TransactionEvent')).station(values('Trigger')));
passes(
  'trigger-answer-late',
  'those of the request before',
  triggerMessage,
  open()
    .csms(trigger('MeterValues'))
    .station(accepted)
    .csms(call('u', 'TriggerMessage', { requestedMessage: 'MeterValues' }))
    .station(values('Trigger')),
);

trips('trigger-connector-missing', 'no EVSE', triggerMessage, open().csms(trigger('StatusNotification')), {
  party: 'csms',
  requirement: 'F06.FR.13',
});
trips('trigger-connector-missing', 'an EVSE only', triggerMessage, open().csms(trigger('StatusNotification', { evse: { id: 1 } })));
passes(
  'trigger-connector-missing',
  'a connector',
  triggerMessage,
  open().csms(trigger('StatusNotification', { evse: { id: 1, connectorId: 1 } })),
);
passes('trigger-connector-missing', 'another message', triggerMessage, open().csms(trigger('MeterValues', { evse: { id: 1 } })));
passes('trigger-connector-missing', 'wrong on purpose', triggerMessage, open().deliberately().csms(trigger('StatusNotification')));
