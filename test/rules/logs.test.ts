import type { Payload } from '../../src/ocpp/frame.ts';
import { logStatus } from '../../src/rules/log-status.ts';
import { call, open, passes, type Script, trips } from './kit.ts';

const SINK = 'http://127.0.0.1:8000';
const server = (script: Script = open()) => script.append({ kind: 'upload-server', connection: 0, url: SINK });
const asked = (script: Script, more: Payload = {}, response: Payload = {}) => {
  const requestId = more.requestId ?? 7;
  const request = { requestId, logType: 'DiagnosticsLog', log: { remoteLocation: `${SINK}/logs/` }, ...more };
  return script.exchange('csms', `ask-${requestId}`, 'GetLog', request, { status: 'Accepted', filename: 'a b.log', ...response });
};
let count = 0;
const told = (script: Script, status: string, requestId: number | undefined = 7) =>
  script.exchange('station', `t${count++}`, 'LogStatusNotification', { status, ...(requestId === -1 ? {} : { requestId }) });
const uploaded = (script: Script, more: object = {}) =>
  script.append({ kind: 'upload', connection: 0, url: `${SINK}/logs/a%20b.log`, method: 'PUT', status: 201, bytes: 9, ...more });
const done = (script: Script) => told(uploaded(told(script, 'Uploading')), 'Uploaded');

trips('log-status-request', 'no id', logStatus, told(asked(open()), 'Uploading', -1), { requirement: 'N01.FR.13', pointer: '/requestId' });
trips('log-status-request', 'an id that nobody has given', logStatus, told(asked(open().boot()), 'Uploading', 8), {
  requirement: 'N01.FR.07',
});
passes('log-status-request', 'nothing is uploaded', logStatus, told(open().boot(), 'Idle', -1));
passes('log-status-request', 'an upload that was perhaps asked for before the trace began', logStatus, told(open(), 'Uploading', 8));
passes(
  'log-status-request',
  'triggered while something else is there to tell',
  logStatus,
  told(
    open().exchange('csms', 'x', 'TriggerMessage', { requestedMessage: 'LogStatusNotification' }, { status: 'Accepted' }),
    'Uploaded',
    -1,
  ),
);
passes(
  'log-status-request',
  'the response comes later',
  logStatus,
  told(
    open()
      .boot()
      .csms(call('x', 'GetLog', { requestId: 8, logType: 'SecurityLog', log: { remoteLocation: 'ftp://a' } })),
    'Uploading',
    8,
  ),
);
passes(
  'log-status-request',
  'on purpose',
  logStatus,
  open()
    .deliberately()
    .station(call('x', 'LogStatusNotification', { status: 'Uploading' })),
);

trips('log-status-order', 'over without having begun', logStatus, told(uploaded(asked(open())), 'Uploaded'), { pointer: '/status' });
trips('log-status-order', 'fails after it has succeeded', logStatus, told(done(asked(open())), 'UploadFailure'));
trips('log-status-order', 'goes on after it was cancelled', logStatus, told(told(asked(open()), 'AcceptedCanceled'), 'Uploading'));
passes('log-status-order', 'again after a failure', logStatus, done(told(told(asked(open()), 'Uploading'), 'UploadFailure')));
passes('log-status-order', 'the same once more', logStatus, told(done(asked(open())), 'Uploaded'));
passes('log-status-order', 'a new request with the same id', logStatus, done(asked(done(asked(open())), { requestId: 7 })));

const retried = { retries: 3, retryInterval: 10 };
const failing = (at: readonly number[], end: number, each = false) => {
  const script = told(asked(open(), retried), 'Uploading');
  for (const [index, second] of at.entries()) {
    if (each && index > 0) told(script, 'Uploading');
    told(script.at(second), 'UploadFailure');
  }
  return script.at(end);
};
const beginning = (times: number) => {
  const script = asked(open(), retried);
  for (let index = 0; index < times; index++) told(script.at(index * 10), 'Uploading');
  return told(script, 'UploadFailure').at(200);
};
trips('log-retries', 'gives up at once', logStatus, failing([2], 60), { requirement: 'Part 2, GetLogRequest' });
trips('log-retries', 'tells of each attempt, one too few', logStatus, failing([2, 12, 22], 90, true));
passes('log-retries', 'tells of each attempt', logStatus, failing([2, 12, 22, 32], 120, true));
passes('log-retries', 'tells of the last one', logStatus, failing([32], 120));
passes('log-retries', 'tells of the beginnings and the end', logStatus, beginning(4));
trips('log-retries', 'begins once more than it may', logStatus, beginning(5));
trips('log-retries', 'fails once more than it may', logStatus, failing([2, 12, 22, 32, 42], 120, true));
passes(
  'log-retries',
  'tells what it does because the CSMS asks',
  logStatus,
  told(
    told(asked(open(), retried), 'Uploading').exchange(
      'csms',
      'x',
      'TriggerMessage',
      { requestedMessage: 'LogStatusNotification' },
      { status: 'Accepted' },
    ),
    'Uploading',
  )
    .at(31)
    .exchange('station', 'last', 'LogStatusNotification', { status: 'UploadFailure', requestId: 7 })
    .at(200),
);
passes('log-retries', 'there may be more to come', logStatus, failing([2], 40));
passes('log-retries', 'the connection is lost', logStatus, failing([2], 20).close('csms').at(200));
passes('log-retries', 'as it likes', logStatus, told(told(asked(open()), 'Uploading'), 'UploadFailure').at(500));

trips('log-not-received', 'nothing came', logStatus, told(told(asked(server()), 'Uploading'), 'Uploaded'));
trips(
  'log-not-received',
  'what came was refused',
  logStatus,
  told(uploaded(told(asked(server()), 'Uploading'), { status: 404 }), 'Uploaded'),
);
passes('log-not-received', 'it came', logStatus, done(asked(server())));
passes(
  'log-not-received',
  'it went somewhere else',
  logStatus,
  told(told(asked(server(), { log: { remoteLocation: 'ftp://elsewhere/' } }), 'Uploading'), 'Uploaded'),
);

trips('log-location', 'without the name', logStatus, uploaded(asked(server()), { url: `${SINK}/logs/` }), { severity: 'violation' });
trips(
  'log-location',
  'a form without the name',
  logStatus,
  uploaded(asked(server()), { url: `${SINK}/logs/`, method: 'POST', contentType: 'multipart/form-data', fileName: 'a b.log' }),
  { severity: 'warning' },
);
passes('log-location', 'with the name, however it is written', logStatus, uploaded(asked(server()), { url: `${SINK}/logs/a b.log` }));
passes('log-location', 'no name was given', logStatus, uploaded(asked(server(), {}, { filename: undefined }), { url: `${SINK}/logs/x` }));
passes('log-location', 'one of two', logStatus, uploaded(asked(asked(server()), { requestId: 8 }, { filename: 'c' })));

const POST = { method: 'POST', contentType: 'application/octet-stream', fileName: 'a b.log' };
trips('log-post-headers', 'no name', logStatus, uploaded(asked(server()), { ...POST, fileName: undefined }));
trips('log-post-headers', 'no type', logStatus, uploaded(asked(server()), { ...POST, contentType: undefined }));
passes('log-post-headers', 'both', logStatus, uploaded(asked(server()), POST));
