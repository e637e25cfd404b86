import { action } from '../../src/rules/action.ts';
import { schema } from '../../src/rules/schema.ts';
import { call, now, open, passes, result, trips } from './kit.ts';

trips('action-unknown', 'an action of nobody', action, open().station(call('1', 'Dance')), { party: 'station' });
trips('action-unknown', 'another spelling', action, open().csms(call('1', 'getVariables')), { party: 'csms' });
passes('action-unknown', 'a signed message', action, open().station(call('1', 'Heartbeat-Signed')));

trips('action-direction', 'the station asks for variables', action, open().station(call('1', 'GetVariables')), { party: 'station' });
trips('action-direction', 'the CSMS sends a heartbeat', action, open().csms(call('1', 'Heartbeat')), { party: 'csms' });
passes(
  'action-direction',
  'DataTransfer goes both ways',
  action,
  open().csms(call('1', 'DataTransfer')).station(call('1', 'DataTransfer')),
);

trips('request-schema', 'a required field is missing', schema, open().csms(call('1', 'GetBaseReport', { requestId: 1 })), {
  party: 'csms',
  pointer: '/reportBase',
  actual: 'nothing',
});
trips('request-schema', 'a value that is not in the list', schema, open().csms(call('1', 'Reset', { type: 'Soft' })), {
  pointer: '/type',
  actual: '"Soft"',
});
trips(
  'request-schema',
  'a time without zone',
  schema,
  open().station(call('1', 'SecurityEventNotification', { type: 'x', timestamp: '2026-03-01T12:00:00' })),
);
passes('request-schema', 'customData', schema, open().csms(call('1', 'Reset', { type: 'OnIdle', customData: { vendorId: 'x', y: [1] } })));
passes(
  'request-schema',
  'on purpose',
  schema,
  open()
    .deliberately()
    .csms(call('1', 'Reset', {})),
);

trips('response-schema', 'a required field is missing', schema, open().station(call('1', 'Heartbeat')).csms(result('1', {})), {
  party: 'csms',
  pointer: '/currentTime',
  entries: [2, 1],
});
trips('response-schema', 'a field too many', schema, open().exchange('csms', '1', 'ClearCache', {}, { status: 'Accepted', extra: 1 }), {
  pointer: '/extra',
});
passes('response-schema', 'a valid response', schema, open().exchange('station', '1', 'Heartbeat', {}, now(0)));

const exi = { status: 'Accepted', exiResponse: 'A'.repeat(9000) };
const certificate = { iso15118SchemaVersion: 'urn', action: 'Install', exiRequest: 'A' };
const longer = {
  attributeStatus: 'Accepted',
  attributeType: 'Actual',
  attributeValue: '9000',
  component: { name: 'OCPPCommCtrlr' },
  variable: { name: 'FieldLength', instance: 'Get15118EVCertificateResponse.exiResponse' },
};
trips('response-schema', 'a string that is too long', schema, open().exchange('station', '1', 'Get15118EVCertificate', certificate, exi), {
  pointer: '/exiResponse',
});
passes(
  'response-schema',
  'a long string where the station has said that it takes it',
  schema,
  open()
    .exchange(
      'csms',
      '1',
      'GetVariables',
      { getVariableData: [{ component: longer.component, variable: longer.variable }] },
      { getVariableResult: [longer] },
    )
    .exchange('station', '2', 'Get15118EVCertificate', certificate, exi),
);
