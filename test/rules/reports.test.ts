import type { Payload } from '../../src/ocpp/frame.ts';
import { reportContent } from '../../src/rules/report-content.ts';
import { reportSequence } from '../../src/rules/report-sequence.ts';
import { call, error, open, passes, type Script, time, trips } from './kit.ts';

const FULL = { requestId: 7, reportBase: 'FullInventory' };
const asked = (status = 'Accepted', script = open()) => script.exchange('csms', 'ask', 'GetBaseReport', FULL, { status });
const payload = (seqNo: number, tbc: boolean) => ({ requestId: 7, generatedAt: time(0), seqNo, tbc });
const part = (script: Script, seqNo: number, tbc: boolean, id = `p${seqNo}`) =>
  script.exchange('station', id, 'NotifyReport', payload(seqNo, tbc));

trips('report-unrequested', 'not supported', reportSequence, part(asked('NotSupported'), 0, false), {
  party: 'station',
  requirement: 'B07.FR.05',
});
trips('report-unrequested', 'an empty result', reportSequence, part(asked('EmptyResultSet'), 0, false));
trips('report-unrequested', 'nobody asked', reportSequence, part(open().boot(), 0, false));
passes('report-unrequested', 'accepted', reportSequence, part(asked(), 0, false));
passes('report-unrequested', 'perhaps somebody asked before the trace began', reportSequence, part(part(open(), 4, true), 5, false));

trips(
  'report-before-answer',
  'the report is faster than the response',
  reportSequence,
  part(open().csms(call('ask', 'GetBaseReport', FULL)), 0, false),
  {
    severity: 'warning',
  },
);
passes('report-before-answer', 'the response comes first', reportSequence, part(asked(), 0, false));

trips('report-seqno', 'begins with 1', reportSequence, part(asked(), 1, false), { pointer: '/seqNo', requirement: 'B07.FR.10' });
trips('report-seqno', 'a gap', reportSequence, part(part(part(asked(), 0, true), 2, true), 3, false));
trips('report-seqno', 'the same again although confirmed', reportSequence, part(part(asked(), 0, true), 0, false, 'again'));
trips(
  'report-seqno',
  'a gap in a monitoring report',
  reportSequence,
  open()
    .exchange('csms', 'ask', 'GetMonitoringReport', { requestId: 7 }, { status: 'Accepted' })
    .exchange('station', '1', 'NotifyMonitoringReport', payload(1, false)),
  { requirement: 'N02.FR.09' },
);
passes('report-seqno', 'gapless', reportSequence, part(part(part(asked(), 0, true), 1, true), 2, false));
passes(
  'report-seqno',
  'a retry after an error',
  reportSequence,
  part(
    part(asked(), 0, true)
      .station(call('x', 'NotifyReport', payload(1, false)))
      .csms(error('x', 'InternalError')),
    1,
    false,
  ),
);
passes(
  'report-seqno',
  'a retry on the next connection',
  reportSequence,
  part(part(asked(), 0, true).close('csms').connect(), 0, true, 'again'),
);
passes(
  'report-seqno',
  'a part that was lost with its connection',
  reportSequence,
  part(part(asked(), 0, true).close('csms', 1006).connect(), 2, false),
);
trips(
  'report-seqno',
  'anew on the next connection',
  reportSequence,
  part(
    part(part(asked(), 0, true), 1, true)
      .close('csms')
      .connect(),
    0,
    true,
    'again',
  ),
);
passes(
  'report-seqno',
  'a new request with the same id',
  reportSequence,
  part(asked('Accepted', part(asked(), 0, false)), 0, false, 'again'),
);
passes(
  'report-seqno',
  'on purpose',
  reportSequence,
  asked()
    .deliberately()
    .station(call('x', 'NotifyReport', payload(3, false))),
);

trips('report-after-end', 'another part', reportSequence, part(part(asked(), 0, false), 1, false), { entries: [5, 3] });
trips(
  'report-after-end',
  'another display message',
  reportSequence,
  open()
    .exchange('csms', 'ask', 'GetDisplayMessages', { requestId: 7 }, { status: 'Accepted' })
    .exchange('station', '1', 'NotifyDisplayMessages', { requestId: 7 })
    .exchange('station', '2', 'NotifyDisplayMessages', { requestId: 7 }),
  { requirement: 'O03.FR.04' },
);
passes('report-after-end', 'two parts', reportSequence, part(part(asked(), 0, true), 1, false));

const CHARACTERISTICS = { dataType: 'OptionList', supportsMonitoring: false, valuesList: 'Available, Occupied' };
const variable = (attribute: Payload, variableCharacteristics?: Payload) => ({
  component: { name: 'EVSE' },
  variable: { name: 'AvailabilityState' },
  variableAttribute: [attribute],
  ...(variableCharacteristics ? { variableCharacteristics } : {}),
});
const reported = (data: Payload, script = asked()) =>
  script.station(call('1', 'NotifyReport', { ...payload(0, false), reportData: [data] }));
const inList = (value: string, dataType = 'OptionList') => reported(variable({ value }, { ...CHARACTERISTICS, dataType }));

trips(
  'report-writeonly-value',
  'a password',
  reportContent,
  reported(variable({ value: 'secret', mutability: 'WriteOnly' }, { ...CHARACTERISTICS, dataType: 'string' })),
  {
    pointer: '/reportData/0/variableAttribute/0/value',
  },
);
passes(
  'report-writeonly-value',
  'nothing',
  reportContent,
  reported(variable({ mutability: 'WriteOnly' }, { ...CHARACTERISTICS, dataType: 'string' })),
);

trips('report-characteristics', 'none in a full inventory', reportContent, reported(variable({ value: 'x' })), {
  requirement: 'B07.FR.08',
});
trips(
  'report-characteristics',
  'none in a custom report',
  reportContent,
  reported(variable({ value: 'x' }), open().csms(call('ask', 'GetReport', { requestId: 7 }))),
  { requirement: 'B08.FR.12' },
);
passes(
  'report-characteristics',
  'none in a summary',
  reportContent,
  reported(variable({ value: 'x' }), open().csms(call('ask', 'GetBaseReport', { ...FULL, reportBase: 'SummaryInventory' }))),
);
passes('report-characteristics', 'given', reportContent, inList('Available'));

trips(
  'report-values-list',
  'none',
  reportContent,
  reported(variable({ value: 'x' }, { dataType: 'SequenceList', supportsMonitoring: false })),
);
trips('report-values-list', 'an empty one', reportContent, reported(variable({ value: 'x' }, { ...CHARACTERISTICS, valuesList: '' })));
passes(
  'report-values-list',
  'not needed for a string',
  reportContent,
  reported(variable({ value: 'x' }, { dataType: 'string', supportsMonitoring: false })),
);

trips('report-value-outside-list', 'an option that does not exist', reportContent, inList('Broken'), {
  actual: '"Broken" for EVSE.AvailabilityState',
});
trips('report-value-outside-list', 'two options', reportContent, inList('Available,Occupied'));
trips('report-value-outside-list', 'a member that does not exist', reportContent, inList('Occupied,Broken', 'MemberList'));
passes('report-value-outside-list', 'an option', reportContent, inList('Occupied'));
passes('report-value-outside-list', 'two members', reportContent, inList('Occupied, available', 'MemberList'));
passes('report-value-outside-list', 'no value yet', reportContent, inList('', 'SequenceList'));
passes(
  'report-value-outside-list',
  'a limit is no option',
  reportContent,
  reported(variable({ type: 'MaxSet', value: '9' }, CHARACTERISTICS)),
);
