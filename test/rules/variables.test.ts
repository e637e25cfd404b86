import type { Payload } from '../../src/ocpp/frame.ts';
import { itemsPerMessage, variableRepeated } from '../../src/rules/variable-requests.ts';
import { variableResults } from '../../src/rules/variable-results.ts';
import { call, open, passes, type Script, time, trips } from './kit.ts';

const named = (name: string, more: Payload = {}) => ({ component: { name: 'C' }, variable: { name }, ...more });
const asked = (name: string, attributeType?: string) => named(name, attributeType ? { attributeType } : {});
const got = (name: string, more: Payload = {}) =>
  named(name, { attributeStatus: 'Accepted', attributeType: 'Actual', attributeValue: '1', ...more });
const get = (getVariableData: Payload[], getVariableResult: Payload[]) =>
  open().exchange('csms', '1', 'GetVariables', { getVariableData }, { getVariableResult });
const set = (setVariableData: Payload[], setVariableResult: Payload[]) =>
  open().exchange('csms', '1', 'SetVariables', { setVariableData }, { setVariableResult });

trips('variables-count', 'a result is missing', variableResults, get([asked('A'), asked('B')], [got('A')]), {
  party: 'station',
  requirement: 'B06.FR.01',
  entries: [2, 1],
});
trips(
  'variables-count',
  'a result of SetVariables is missing',
  variableResults,
  set(
    [named('A', { attributeValue: '1' }), named('B', { attributeValue: '1' })],
    [named('A', { attributeStatus: 'Accepted', attributeType: 'Actual' })],
  ),
  {
    requirement: 'B05.FR.01',
  },
);
passes('variables-count', 'as many, in another order', variableResults, get([asked('A'), asked('B')], [got('B'), got('A')]));

trips('variables-unasked', 'another variable', variableResults, get([asked('A')], [got('B')]), {
  pointer: '/getVariableResult/0',
  requirement: 'B06.FR.02',
});
trips('variables-unasked', 'the same twice', variableResults, get([asked('A'), asked('B')], [got('A'), got('A')]), {
  pointer: '/getVariableResult/1',
});
trips(
  'variables-unasked',
  'another EVSE',
  variableResults,
  get([{ component: { name: 'C', evse: { id: 1 } }, variable: { name: 'A' } }], [got('A')]),
);
passes(
  'variables-unasked',
  'names in another case, an empty instance',
  variableResults,
  get([{ component: { name: 'c', instance: '' }, variable: { name: 'a' } }], [got('A')]),
);

trips('variables-attribute-type', 'another type', variableResults, get([asked('A', 'Target')], [got('A')]), { requirement: 'B06.FR.03' });
trips(
  'variables-attribute-type',
  'none where none was named',
  variableResults,
  get([asked('A')], [named('A', { attributeStatus: 'Accepted', attributeValue: '1' })]),
  { requirement: 'B06.FR.11' },
);
passes(
  'variables-attribute-type',
  'both types, in another order',
  variableResults,
  get([asked('A', 'Target'), asked('A')], [got('A'), got('A', { attributeType: 'Target' })]),
);

trips(
  'variables-value-missing',
  'accepted',
  variableResults,
  get([asked('A')], [named('A', { attributeStatus: 'Accepted', attributeType: 'Actual' })]),
);
passes('variables-value-missing', 'an empty value', variableResults, get([asked('A')], [got('A', { attributeValue: '' })]));
passes(
  'variables-value-missing',
  'rejected',
  variableResults,
  get([asked('A')], [named('A', { attributeStatus: 'Rejected', attributeType: 'Actual' })]),
);
trips(
  'variables-value-unexpected',
  'an unknown variable',
  variableResults,
  get([asked('A')], [got('A', { attributeStatus: 'UnknownVariable' })]),
  { requirement: 'B06.FR.07' },
);
passes(
  'variables-value-unexpected',
  'an unknown variable without value',
  variableResults,
  get([asked('A')], [named('A', { attributeStatus: 'UnknownVariable', attributeType: 'Actual' })]),
);

const setting = (...data: Payload[]) =>
  open().csms(call('1', 'SetVariables', { setVariableData: data.map((one) => ({ attributeValue: '1', ...one })) }));
trips('variables-repeated', 'named once with and once without type', variableRepeated, setting(asked('A'), asked('a', 'Actual')), {
  party: 'csms',
  pointer: '/setVariableData/1',
});
passes('variables-repeated', 'two types', variableRepeated, setting(asked('A'), asked('A', 'Target')));

const LIMIT = { component: { name: 'DeviceDataCtrlr' }, variable: { name: 'ItemsPerMessage', instance: 'GetVariables' } };
const report = { ...LIMIT, variableAttribute: [{ value: '2' }] };
const reported = () =>
  open().exchange('station', 'r', 'NotifyReport', { requestId: 1, generatedAt: time(0), seqNo: 0, reportData: [report] });
const getting = (script: Script, count: number) =>
  script.csms(call('1', 'GetVariables', { getVariableData: Array.from({ length: count }, () => asked('A')) }));
trips('items-per-message', 'more than reported', itemsPerMessage, getting(reported(), 3), {
  party: 'csms',
  requirement: 'B06.FR.05',
  pointer: '/getVariableData',
});
trips(
  'items-per-message',
  'more than in the answer to GetVariables',
  itemsPerMessage,
  getting(
    open().exchange(
      'csms',
      '0',
      'GetVariables',
      { getVariableData: [LIMIT] },
      { getVariableResult: [{ ...LIMIT, attributeStatus: 'Accepted', attributeValue: '1' }] },
    ),
    2,
  ),
);
passes('items-per-message', 'as many as reported', itemsPerMessage, getting(reported(), 2));
passes('items-per-message', 'of another station', itemsPerMessage, getting(reported().connect({ identity: 'CS2' }), 3));
passes('items-per-message', 'nothing is reported', itemsPerMessage, getting(open(), 30));
