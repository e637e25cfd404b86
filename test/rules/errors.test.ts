import type { Payload } from '../../src/ocpp/frame.ts';
import { errorCode } from '../../src/rules/error-code.ts';
import { invalidAccepted } from '../../src/rules/invalid-accepted.ts';
import { call, error, open, passes, result, trips } from './kit.ts';

/** A CALL of the CSMS and the error code with which the station answers. */
const refused = (code: string, action: string, payload: Payload = {}) =>
  open()
    .csms(call('1', action, payload))
    .station(error('1', code));
const VARIABLE = { component: { name: 'C' }, variable: { name: 'V' } };
const ITEMS = { component: { name: 'DeviceDataCtrlr' }, variable: { name: 'ItemsPerMessage', instance: 'GetVariables' } };
const BYTES = { component: { name: 'DeviceDataCtrlr' }, variable: { name: 'BytesPerMessage', instance: 'GetVariables' } };
const got = (what: Payload, attributeValue: string) => ({ getVariableResult: [{ ...what, attributeStatus: 'Accepted', attributeValue }] });
/** The station has said how much of GetVariables it takes, and then refuses one with two variables. */
const limited = (code: string, items: string, bytes: string) =>
  open()
    .exchange('csms', 'a', 'GetVariables', { getVariableData: [ITEMS] }, got(ITEMS, items))
    .exchange('csms', 'b', 'GetVariables', { getVariableData: [BYTES] }, got(BYTES, bytes))
    .csms(call('c', 'GetVariables', { getVariableData: [VARIABLE, VARIABLE] }))
    .station(error('c', code));

trips('error-code-unknown', 'a code of nobody', errorCode, refused('Oops', 'ClearCache'), { party: 'station', entries: [2] });
trips('error-code-unknown', 'the name of something else', errorCode, refused('constructor', 'ClearCache'));
passes('error-code-unknown', 'a code from the list', errorCode, refused('SecurityError', 'ClearCache'));

trips('error-code-outdated', 'a former spelling', errorCode, refused('FormationViolation', 'GetVariables'), { severity: 'warning' });
trips(
  'error-code-outdated',
  'an answer to an unknown message type',
  errorCode,
  open().csms('[6,"1",{}]').station(error('1', 'MessageTypeNotSupported')),
);
passes('error-code-outdated', 'the spelling of today', errorCode, refused('FormatViolation', 'GetVariables'));

trips('error-code-mismatch', 'an unknown action', errorCode, refused('OccurrenceConstraintViolation', 'Dance'), { severity: 'violation' });
trips('error-code-mismatch', 'an unknown action that is merely not supported', errorCode, refused('NotSupported', 'Dance'), {
  severity: 'warning',
});
passes('error-code-mismatch', 'an unknown action', errorCode, refused('NotImplemented', 'Dance'));
passes('error-code-mismatch', 'an action that only stations request', errorCode, refused('NotSupported', 'Heartbeat'));
trips('error-code-mismatch', 'an invalid payload, not named', errorCode, refused('GenericError', 'GetVariables'), {
  severity: 'violation',
});
trips('error-code-mismatch', 'an invalid payload, or a mishap', errorCode, refused('InternalError', 'GetVariables'), {
  severity: 'warning',
});
trips('error-code-mismatch', 'a field missing, not of the wrong type', errorCode, refused('TypeConstraintViolation', 'GetVariables'), {
  severity: 'warning',
});
trips('error-code-mismatch', 'a CALL is a known message type', errorCode, refused('MessageTypeNotSupported', 'ClearCache'), {
  severity: 'violation',
});
passes('error-code-mismatch', 'a field missing', errorCode, refused('OccurrenceConstraintViolation', 'GetVariables'));
passes('error-code-mismatch', 'a request that the station does not support', errorCode, refused('NotSupported', 'ClearCache'));
trips('error-code-mismatch', 'a valid payload', errorCode, refused('FormatViolation', 'ClearCache'), {
  severity: 'violation',
  entries: [2, 1],
});
trips('error-code-mismatch', 'a request within the limits of the station', errorCode, limited('OccurrenceConstraintViolation', '2', '500'));
passes('error-code-mismatch', 'more variables than the station takes', errorCode, limited('OccurrenceConstraintViolation', '1', '500'));
passes('error-code-mismatch', 'more bytes than the station takes', errorCode, limited('FormatViolation', '2', '50'));
passes(
  'error-code-mismatch',
  'limits that nobody knows',
  errorCode,
  refused('OccurrenceConstraintViolation', 'GetVariables', { getVariableData: [VARIABLE] }),
);
passes(
  'error-code-mismatch',
  'wrong in a way that no schema tells',
  errorCode,
  refused('PropertyConstraintViolation', 'UnlockConnector', { evseId: 0, connectorId: 1 }),
);
passes(
  'error-code-mismatch',
  'a valid payload, sent on purpose',
  errorCode,
  open().deliberately().csms(call('1', 'ClearCache')).station(error('1', 'FormatViolation')),
);
trips('error-code-mismatch', 'garbage', errorCode, open().csms('garbage').station(error('-1', 'NotSupported')), { severity: 'warning' });
passes('error-code-mismatch', 'garbage', errorCode, open().csms('garbage').station(error('-1', 'RpcFrameworkError')));

trips('error-for-valid-request', 'the receiver gives up', errorCode, refused('InternalError', 'ClearCache'), { severity: 'warning' });
passes('error-for-valid-request', 'an unknown action', errorCode, refused('NotImplemented', 'ClearCache'));

const accepted = (action: string, payload: Payload = {}) =>
  open()
    .deliberately()
    .csms(call('1', action, payload))
    .station(result('1', { status: 'Accepted' }));
trips('invalid-request-accepted', 'a required field is missing', invalidAccepted, accepted('Reset'), {
  party: 'station',
  severity: 'violation',
  entries: [2, 1],
});
trips('invalid-request-accepted', 'a field of the wrong type', invalidAccepted, accepted('Reset', { type: 'OnIdle', evseId: '1' }), {
  severity: 'violation',
});
trips('invalid-request-accepted', 'an unknown action', invalidAccepted, accepted('Dance'), { severity: 'violation' });
trips('invalid-request-accepted', 'a request that goes the other way', invalidAccepted, accepted('Heartbeat'), { severity: 'warning' });
trips('invalid-request-accepted', 'a field too many', invalidAccepted, accepted('ClearCache', { all: true }), { severity: 'warning' });
trips(
  'invalid-request-accepted',
  'an element too many',
  invalidAccepted,
  open()
    .csms('[2,"1","ClearCache",{},0]')
    .station(result('1', { status: 'Accepted' })),
  {
    severity: 'warning',
  },
);
passes('invalid-request-accepted', 'a valid request', invalidAccepted, accepted('ClearCache'));
passes(
  'invalid-request-accepted',
  'a string that is only too long',
  invalidAccepted,
  accepted('DataTransfer', { vendorId: 'x'.repeat(300) }),
);
