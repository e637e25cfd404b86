import { registration } from '../../src/rules/registration.ts';
import { BOOT, call, error, now, open, passes, result, Script, trips } from './kit.ts';

const STATUS = { timestamp: now(0).currentTime, connectorStatus: 'Available', evseId: 1, connectorId: 1 };
const REPORT = { requestId: 1, generatedAt: now(0).currentTime, seqNo: 0 };
const START = { remoteStartId: 1, idToken: { idToken: 'T', type: 'Central' } };
const status = (id: string) => call(id, 'StatusNotification', STATUS);
const pending = (interval = 60) => open().boot('Pending', interval);
/** The station connects again, reports a connector, and sends BootNotification. */
const anew = (script: Script) => script.close('station', 1006).connect().station(status('1')).csms(result('1')).boot('Accepted', 300, '2');
const rejected = () => open().boot('Rejected', 60);

trips(
  'call-before-accepted',
  'BootNotification is not answered yet',
  registration,
  open()
    .station(call('0', 'BootNotification', BOOT))
    .station(status('1')),
  {
    party: 'station',
    requirement: 'B01.FR.08',
    entries: [2, 1],
  },
);
trips('call-before-accepted', 'while pending', registration, pending().station(status('1')), { requirement: 'B02.FR.02', entries: [3, 2] });
trips(
  'call-before-accepted',
  'while rejected, on the next connection',
  registration,
  rejected().close('station').connect().station(status('1')),
  {
    requirement: 'B03.FR.02',
  },
);
trips(
  'call-before-accepted',
  'after a reset',
  registration,
  open()
    .boot()
    .exchange('csms', '1', 'Reset', { type: 'Immediate' }, { status: 'Accepted' })
    .close('station')
    .connect()
    .station(status('2')),
  { requirement: 'B01.FR.08' },
);
trips(
  'call-before-accepted',
  'first thing after a restart that only BootNotification tells of',
  registration,
  anew(open().boot().stimulus('power-cycle')),
  { requirement: 'B01.FR.08', severity: 'violation', entries: [6, 8] },
);
trips(
  'call-before-accepted',
  'the first thing that is seen, after a restart',
  registration,
  new Script().stimulus('power-cycle').connect().station(status('1')).csms(result('1')).boot(),
  { severity: 'violation' },
);
trips(
  'call-before-accepted',
  'first thing after a restart of which people tell afterwards',
  registration,
  anew(open().boot()).stimulus('power-cycle'),
  { severity: 'violation' },
);
trips('call-before-accepted', 'perhaps with the reason of an earlier boot', registration, anew(open().boot()), { severity: 'warning' });
trips(
  'call-before-accepted',
  'restarted only later',
  registration,
  anew(open().boot()).close('station').connect().stimulus('power-cycle'),
  {
    severity: 'warning',
  },
);
passes(
  'call-before-accepted',
  'on reconnecting; then the CSMS asks for BootNotification',
  registration,
  open()
    .boot()
    .close('station')
    .connect()
    .station(status('1'))
    .csms(result('1'))
    .exchange('station', '2', 'BootNotification', { ...BOOT, reason: 'Triggered' }, { ...now(0), interval: 300, status: 'Accepted' }),
);
passes(
  'call-before-accepted',
  'on a connection that is older than the trace',
  registration,
  open({}, { carried: { accepted: true } })
    .station(status('1'))
    .csms(result('1'))
    .boot('Accepted', 300, '2'),
);
trips(
  'call-before-accepted',
  'a log status after GetLog',
  registration,
  pending()
    .csms(call('1', 'GetLog'))
    .station(call('2', 'LogStatusNotification', { status: 'Uploading' })),
  {
    severity: 'warning',
  },
);
trips(
  'call-before-accepted',
  'another message than the triggered one',
  registration,
  pending().exchange('csms', '1', 'TriggerMessage', { requestedMessage: 'Heartbeat' }, { status: 'Accepted' }).station(status('2')),
);
passes('call-before-accepted', 'when accepted', registration, open().boot().station(status('1')));
passes('call-before-accepted', 'the trace does not begin with the boot', registration, open().station(status('1')));
passes(
  'call-before-accepted',
  'accepted before the trace began',
  registration,
  open({}, { carried: { accepted: true } }).station(status('1')),
);
passes(
  'call-before-accepted',
  'registration survives a reconnect',
  registration,
  open().boot().close('csms').connect().station(status('1')),
);
passes(
  'call-before-accepted',
  'a reset of an EVSE is no restart',
  registration,
  open()
    .boot()
    .exchange('csms', '1', 'Reset', { type: 'OnIdle', evseId: 1 }, { status: 'Accepted' })
    .close('csms')
    .connect()
    .station(status('2')),
);
passes(
  'call-before-accepted',
  'a triggered message',
  registration,
  pending()
    .exchange('csms', '1', 'TriggerMessage', { requestedMessage: 'SignChargingStationCertificate' }, { status: 'Accepted' })
    .station(call('2', 'SignCertificate', { csr: 'x' })),
);
passes(
  'call-before-accepted',
  'a report that the CSMS asked for',
  registration,
  pending()
    .exchange('csms', '1', 'GetBaseReport', { requestId: 1, reportBase: 'FullInventory' }, { status: 'Accepted' })
    .exchange('station', '2', 'NotifyReport', REPORT),
);
passes('call-before-accepted', 'another BootNotification', registration, pending().at(60).boot('Accepted', 60, '2').station(status('3')));
passes(
  'call-before-accepted',
  'a response without status tells nothing',
  registration,
  open().exchange('station', '0', 'BootNotification', BOOT, {}).station(status('1')),
);

passes(
  'call-before-accepted',
  'a triggered message before the first answer',
  registration,
  open()
    .station(call('0', 'BootNotification', BOOT))
    .csms(call('1', 'TriggerMessage', { requestedMessage: 'Heartbeat' }))
    .station(call('2', 'Heartbeat')),
);

trips('call-while-rejected', 'any request', registration, rejected().csms(call('1', 'ClearCache')), { party: 'csms', entries: [3, 2] });
passes('call-while-rejected', 'while pending', registration, pending().csms(call('1', 'ClearCache')));
passes('call-while-rejected', 'on purpose', registration, rejected().deliberately().csms(call('1', 'ClearCache')));

const forbidden = () => pending().deliberately().station(status('1'));
trips('security-error-missing', 'a CALLRESULT for a pending station', registration, forbidden().csms(result('1')), {
  party: 'csms',
  requirement: 'B02.FR.09',
  entries: [4, 3],
});
trips(
  'security-error-missing',
  'another error for a rejected station',
  registration,
  rejected().deliberately().station(status('1')).csms(error('1', 'GenericError')),
  {
    requirement: 'B03.FR.07',
  },
);
trips(
  'security-error-missing',
  'from a rejected station',
  registration,
  rejected()
    .deliberately()
    .csms(call('1', 'ClearCache'))
    .station(result('1', { status: 'Accepted' })),
  {
    party: 'station',
    requirement: 'B03.FR.08',
  },
);
passes('security-error-missing', 'SecurityError', registration, forbidden().csms(error('1', 'SecurityError')));
passes(
  'security-error-missing',
  'the request is also invalid',
  registration,
  pending().deliberately().station(call('1', 'StatusNotification')).csms(error('1', 'FormatViolation')),
);

trips('closed-while-pending', 'by the station', registration, pending().close('station'), { party: 'station' });
trips('closed-while-pending', 'by the CSMS', registration, pending().close('csms', 1001), { party: 'csms' });
passes('closed-while-pending', 'by a party that was told to', registration, open({}, { seenBy: 'csms' }).boot('Pending', 60).close('csms'));
passes('closed-while-pending', 'while rejected', registration, rejected().close('csms'));
passes('closed-while-pending', 'the connection was lost', registration, pending().close('station', 1006));
passes('closed-while-pending', 'because of what the peer sent', registration, pending().close('csms', 1009));
passes('closed-while-pending', 'an older connection', registration, pending().connect().on(1).close('csms'));
passes(
  'closed-while-pending',
  'to restart',
  registration,
  pending().exchange('csms', '1', 'Reset', { type: 'OnIdle' }, { status: 'Accepted' }).close('station'),
);
passes(
  'closed-while-pending',
  'to use a new password',
  registration,
  pending()
    .csms(
      call('1', 'SetVariables', {
        setVariableData: [{ attributeValue: 'x', component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } }],
      }),
    )
    .close('station'),
);
passes('closed-while-pending', 'switched off', registration, pending().stimulus('power-cycle').close('station'));

trips(
  'remote-request-while-pending',
  'accepted',
  registration,
  pending().exchange('csms', '1', 'RequestStartTransaction', START, { status: 'Accepted' }),
  { party: 'station' },
);
passes(
  'remote-request-while-pending',
  'rejected',
  registration,
  pending().exchange('csms', '1', 'RequestStartTransaction', START, { status: 'Rejected' }),
);
passes(
  'remote-request-while-pending',
  'when accepted',
  registration,
  open().boot().exchange('csms', '1', 'RequestStartTransaction', START, { status: 'Accepted' }),
);
