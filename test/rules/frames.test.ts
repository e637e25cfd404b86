import { binary } from '../../src/rules/binary.ts';
import { flood, MOST_PER_SECOND } from '../../src/rules/flood.ts';
import { frameShape } from '../../src/rules/frame-shape.ts';
import { webSocket } from '../../src/rules/web-socket.ts';
import { call, error, open, passes, type Script, trips } from './kit.ts';

const LONG_ID = 'x'.repeat(37);

trips('frame-not-json', 'text that is no JSON', frameShape, open().station('[2,"1","Heartbeat",{]'), { party: 'station', entries: [1] });
passes('frame-not-json', 'a proper CALL', frameShape, open().station('[2,"1","Heartbeat",{}]'));
passes('frame-not-json', 'on purpose', frameShape, open().deliberately().csms('{'));

trips('frame-not-array', 'an object', frameShape, open().csms('{"messageTypeId":2}'), { party: 'csms' });
passes('frame-not-array', 'an array', frameShape, open().csms('[2,"1","ClearCache",{}]'));

trips('frame-message-type', 'a number that OCPP 2.0.1 does not know', frameShape, open().station('[6,"1","Heartbeat",{}]'));
trips('frame-message-type', 'a string', frameShape, open().station('["2","1","Heartbeat",{}]'));
passes('frame-message-type', 'a CALLERROR', frameShape, open().station('[4,"1","NotSupported","",{}]'));

trips('frame-message-id', 'a number as id', frameShape, open().station('[2,1,"Heartbeat",{}]'));
passes('frame-message-id', 'digits in a string', frameShape, open().station('[2,"1","Heartbeat",{}]'));
passes(
  'frame-message-id',
  'a number that repeats that of the CALL',
  frameShape,
  open().deliberately().csms('[2,1,"ClearCache",{}]').station('[4,1,"RpcFrameworkError","",{}]'),
);
trips('frame-message-id', 'a number in an answer to a proper CALL', frameShape, open().csms('[2,"1","ClearCache",{}]').station('[3,1,{}]'));

trips('frame-message-id-length', '37 characters', frameShape, open().csms(call(LONG_ID, 'ClearCache')));
passes('frame-message-id-length', '36 characters', frameShape, open().csms(call(LONG_ID.slice(1), 'ClearCache')));

passes(
  'frame-message-id-length',
  'the answer repeats what it answers',
  frameShape,
  open().deliberately().csms(call(LONG_ID, 'ClearCache')).station(error(LONG_ID, 'RpcFrameworkError')),
);

trips('frame-elements', 'a CALL without payload', frameShape, open().station('[2,"1","Heartbeat"]'));
trips('frame-elements', 'a CALLRESULT with an action', frameShape, open().csms('[3,"1","Heartbeat",{}]'));
trips('frame-elements', 'a CALLERROR without description and details', frameShape, open().csms('[4,"1","NotSupported"]'));
passes('frame-elements', 'a CALLRESULT', frameShape, open().csms('[3,"1",{}]'));

trips('frame-action', 'a number as action', frameShape, open().station('[2,"1",7,{}]'));
passes('frame-action', 'a string', frameShape, open().station('[2,"1","7",{}]'));

trips('frame-payload', 'an array', frameShape, open().station('[2,"1","Heartbeat",[]]'), { severity: 'violation' });
trips('frame-payload', 'null', frameShape, open().station('[2,"1","Heartbeat",null]'), { severity: 'warning' });
trips('frame-payload', 'null in a CALLRESULT', frameShape, open().csms('[3,"1",null]'), { severity: 'warning' });
passes('frame-payload', 'an empty object', frameShape, open().csms('[3,"1",{}]'));

trips('frame-error-fields', 'a long description', frameShape, open().csms(error('1', 'GenericError', 'x'.repeat(256))));
trips('frame-error-fields', 'details that are no object', frameShape, open().csms('[4,"1","GenericError","",null]'));
trips('frame-error-fields', 'a code that is no string', frameShape, open().csms('[4,"1",17,"",{}]'));
passes('frame-error-fields', '255 characters', frameShape, open().csms(error('1', 'GenericError', 'x'.repeat(255))));

trips('frame-binary', 'a binary message', binary, open().append({ kind: 'binary', connection: 1, from: 'station', bytes: 3 }), {
  party: 'station',
});
passes('frame-binary', 'a text message and a ping', binary, open().station('[2,"1","Heartbeat",{}]').ping('station'));

const broken = (error?: string) =>
  open().append({ kind: 'closed', connection: 1, by: 'station', code: 1006, reason: '', ...(error ? { error } : {}) });
trips('frame-websocket', 'text that is not UTF-8', webSocket, broken('Invalid WebSocket frame: invalid UTF-8 sequence'), {
  party: 'station',
});
passes('frame-websocket', 'a connection that is lost', webSocket, broken('read ECONNRESET'));
passes('frame-websocket', 'more than we read, which is our limit', webSocket, broken('Max payload size exceeded'));

function burst(count: number, script: Script = open()): Script {
  for (let i = 0; i < count; i++) script.station('[');
  return script;
}
trips('frame-flood', 'more messages in a second than allowed', flood, burst(MOST_PER_SECOND + 50), { party: 'station' });
passes('frame-flood', 'twice as many in two seconds', flood, burst(MOST_PER_SECOND, burst(MOST_PER_SECOND).at(1)));
