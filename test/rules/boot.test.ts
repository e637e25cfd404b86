import { bootReconnect } from '../../src/rules/boot-reconnect.ts';
import { bootRetry } from '../../src/rules/boot-retry.ts';
import { BOOT, call, now, open, passes, result, trips } from './kit.ts';

const pending = () => open().boot('Pending', 60);
const trigger = { requestedMessage: 'BootNotification' };

trips('boot-retry-early', 'while pending', bootRetry, pending().at(30).boot('Accepted', 60, '2'), {
  party: 'station',
  severity: 'violation',
  entries: [3, 2],
});
trips(
  'boot-retry-early',
  'while rejected, on the next connection',
  bootRetry,
  open().boot('Rejected', 60).close('station').connect().at(20).boot('Accepted', 60, '2'),
  {
    severity: 'warning',
  },
);
passes('boot-retry-early', 'on time', bootRetry, pending().at(60).boot('Accepted', 60, '2'));
passes('boot-retry-early', 'a trifle early', bootRetry, pending().at(58).boot('Accepted', 60, '2'));
passes(
  'boot-retry-early',
  'triggered',
  bootRetry,
  pending().exchange('csms', '1', 'TriggerMessage', trigger, { status: 'Accepted' }).at(5).boot('Accepted', 60, '2'),
);
passes(
  'boot-retry-early',
  'restarted',
  bootRetry,
  pending()
    .exchange('csms', '1', 'Reset', { type: 'OnIdle' }, { status: 'Accepted' })
    .close('station')
    .connect()
    .at(20)
    .boot('Accepted', 60, '2'),
);
passes('boot-retry-early', 'no interval given', bootRetry, open().boot('Pending', 0).at(1).boot('Accepted', 60, '2'));

trips('boot-retry-late', 'much later', bootRetry, pending().at(90).boot('Accepted', 60, '2'), { party: 'station', entries: [2] });
trips('boot-retry-late', 'never', bootRetry, pending().at(300));
trips(
  'boot-retry-late',
  'the station does something else',
  bootRetry,
  pending()
    .at(70)
    .station(call('1', 'Heartbeat'))
    .at(80)
    .csms(result('1', now(80)))
    .at(200),
);
passes('boot-retry-late', 'a tenth of the interval and the tolerance later', bootRetry, pending().at(71).boot('Accepted', 60, '2'));
passes('boot-retry-late', 'the connection is gone', bootRetry, open().boot('Rejected', 60).at(10).close('station').at(300));
passes('boot-retry-late', 'the station may have lost power', bootRetry, pending().at(300).close('station', 1006));
passes('boot-retry-late', 'the trace ends first', bootRetry, pending().at(50));
passes(
  'boot-retry-late',
  'a CALL of the station has to time out first',
  bootRetry,
  pending().at(55).station(call('1', 'Heartbeat')).at(85).boot('Accepted', 60, '2'),
);

const dismissed = () => open().boot().at(10).close('csms', 1001).at(15);
trips('boot-on-reconnect', 'the CSMS had closed the connection', bootReconnect, dismissed().connect().boot('Accepted', 300, '2'), {
  party: 'station',
  severity: 'warning',
});
trips(
  'boot-on-reconnect',
  'for no known reason',
  bootReconnect,
  dismissed()
    .connect()
    .station(call('2', 'BootNotification', { ...BOOT, reason: 'Unknown' })),
);
passes(
  'boot-on-reconnect',
  'without BootNotification',
  bootReconnect,
  dismissed().connect().exchange('station', '1', 'Heartbeat', {}, now(15)),
);
passes(
  'boot-on-reconnect',
  'the station may have restarted',
  bootReconnect,
  open().boot().close('station').connect().boot('Accepted', 300, '2'),
);
passes(
  'boot-on-reconnect',
  'something has changed',
  bootReconnect,
  dismissed()
    .connect()
    .station(call('2', 'BootNotification', { reason: 'Watchdog', chargingStation: { model: 'M', vendorName: 'V' } })),
);
passes('boot-on-reconnect', 'another endpoint', bootReconnect, dismissed().connect({}, { endpoint: 'second' }).boot('Accepted', 300, '2'));
passes('boot-on-reconnect', 'switched off and on', bootReconnect, dismissed().stimulus('power-cycle').connect().boot('Accepted', 300, '2'));
passes(
  'boot-on-reconnect',
  'not accepted yet',
  bootReconnect,
  open().boot('Rejected', 10).close('csms').connect().boot('Accepted', 300, '2'),
);
