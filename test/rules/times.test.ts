import { expect, test } from 'vitest';
import { ACTIONS } from '../../src/ocpp/action.ts';
import { messageSchema } from '../../src/ocpp/schema.ts';
import { STAMPED_LISTS, TIMES, WITH_TIMES } from '../../src/rules/message-times.ts';
import { statusNotification } from '../../src/rules/status-notification.ts';
import { timestamps } from '../../src/rules/timestamps.ts';
import { call, now, open, passes, time, trips } from './kit.ts';

const status = (evseId: number, connectorId: number, timestamp = time(0)) =>
  call('1', 'StatusNotification', { timestamp, connectorStatus: 'Available', evseId, connectorId });
const meterValues = (timestamp: string) =>
  call('1', 'MeterValues', { evseId: 0, meterValue: [{ timestamp, sampledValue: [{ value: 1 }] }] });

trips('status-notification-target', 'connector 0', statusNotification, open().station(status(1, 0)), {
  party: 'station',
  pointer: '/connectorId',
});
trips('status-notification-target', 'EVSE 0', statusNotification, open().station(status(0, 1)), { pointer: '/evseId' });
passes('status-notification-target', 'connector 1 of EVSE 1', statusNotification, open().station(status(1, 1)));

trips('timestamp-fraction', 'microseconds', timestamps, open().station(status(1, 1, '2026-03-01T12:00:00.123456Z')), {
  pointer: '/timestamp',
});
trips('timestamp-fraction', 'microseconds of a meter value', timestamps, open().station(meterValues('2026-03-01T12:00:00.1234+00:00')), {
  pointer: '/meterValue/0/timestamp',
});
passes('timestamp-fraction', 'milliseconds', timestamps, open().station(status(1, 1, '2026-03-01T12:00:00.123Z')));
passes(
  'timestamp-fraction',
  'not a time of OCPP',
  timestamps,
  open().station(call('1', 'DataTransfer', { vendorId: 'x', data: '2026-03-01T12:00:00.123456Z' })),
);

trips('timestamp-future', 'a minute', timestamps, open().station(status(1, 1, time(60))), { party: 'station', severity: 'warning' });
passes('timestamp-future', 'within the tolerance', timestamps, open().station(status(1, 1, time(4))));
passes(
  'timestamp-future',
  'long ago, in another zone',
  timestamps,
  open()
    .at(100)
    .station(status(1, 1, '2026-03-01T13:00:00+01:00')),
);
const fast = () => open().exchange('station', '0', 'Heartbeat', {}, now(60));
trips('csms-time', 'a minute ahead', timestamps, fast(), { party: 'csms', severity: 'warning' });
trips('csms-time', 'a minute ahead, which the station follows', timestamps, fast().station(status(1, 1, time(61))));
trips('csms-time', 'an hour behind', timestamps, open().exchange('station', '0', 'Heartbeat', {}, now(-3600)), { severity: 'violation' });
passes('csms-time', 'within the tolerance', timestamps, open().exchange('station', '0', 'Heartbeat', {}, now(4)));

test('every message with a time in it is looked at', () => {
  const messages = ACTIONS.flatMap((action) => [`${action}Request`, `${action}Response`]);
  const fields: readonly string[] = [...TIMES, ...STAMPED_LISTS];
  const timed = messages.filter((message) => fields.some((field) => field in (messageSchema(message).properties ?? {})));
  expect(timed).toEqual(WITH_TIMES);
});
