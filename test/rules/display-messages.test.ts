import type { Payload } from '../../src/ocpp/frame.ts';
import { displayMessageContent } from '../../src/rules/display-message-content.ts';
import { displayMessages } from '../../src/rules/display-messages.ts';
import { call, error, open, passes, result, type Script, time, trips } from './kit.ts';

const message = (id: number, more: Payload = {}): Payload => ({
  id,
  priority: 'NormalCycle',
  message: { format: 'ASCII', content: `message ${id}` },
  ...more,
});
const set = (script: Script, one: Payload, status = 'Accepted') =>
  script.exchange('csms', `set ${script.trace.entries.length}`, 'SetDisplayMessage', { message: one }, { status });
const clear = (script: Script, id: number, status = 'Accepted') =>
  script.exchange('csms', `clear ${script.trace.entries.length}`, 'ClearDisplayMessage', { id }, { status });
const ask = (script: Script, criteria: Payload = {}, status = 'Accepted') =>
  script.exchange('csms', `get ${script.trace.entries.length}`, 'GetDisplayMessages', { requestId: 7, ...criteria }, { status });
const part = (script: Script, messageInfo: Payload[], tbc = false) =>
  script.exchange('station', `part ${script.trace.entries.length}`, 'NotifyDisplayMessages', {
    requestId: 7,
    tbc,
    ...(messageInfo.length > 0 ? { messageInfo } : {}),
  });
/** Asks for messages, which are reported. */
const list = (script: Script, messages: Payload[], criteria: Payload = {}) => part(ask(script, criteria), messages);
const ended = (script: Script, transactionId: string) =>
  script.exchange('station', 'ended', 'TransactionEvent', {
    eventType: 'Ended',
    timestamp: time(script.clock),
    triggerReason: 'EVCommunicationLost',
    seqNo: 5,
    transactionInfo: { transactionId },
  });

trips('display-message-id', 'a negative id', displayMessageContent, set(open(), message(-1)), { party: 'csms', pointer: '/message/id' });
trips('display-message-id', 'two of a kind', displayMessageContent, list(open(), [message(1), message(2), message(1)]), {
  party: 'station',
  pointer: '/messageInfo/2/id',
});
passes('display-message-id', 'ids of their own, from 0 on', displayMessageContent, list(set(open(), message(0)), [message(0), message(1)]));
passes('display-message-id', 'the same part again', displayMessageContent, part(part(ask(open()), [message(1)]), [message(1)]));

const inLanguage = (language: string) => message(1, { message: { format: 'ASCII', content: 'x', language } });
trips('display-message-language', 'an underscore', displayMessageContent, set(open(), inLanguage('en_US')), {
  party: 'csms',
  requirement: 'O01.FR.17',
});
passes('display-message-language', 'a region', displayMessageContent, set(open(), inLanguage('en-US')));
passes('display-message-language', 'a dialect', displayMessageContent, set(open(), inLanguage('zh-cmn-Hans-CN')));

trips('display-message-refusal', 'no state', displayMessageContent, set(open(), message(1), 'NotSupportedState'), {
  party: 'station',
  requirement: 'O01.FR.02',
});
trips('display-message-refusal', 'no transaction', displayMessageContent, set(open(), message(1), 'UnknownTransaction'), {
  requirement: 'O02.FR.01',
});
passes('display-message-refusal', 'a state', displayMessageContent, set(open(), message(1, { state: 'Idle' }), 'NotSupportedState'));
passes('display-message-refusal', 'a priority', displayMessageContent, set(open(), message(1), 'NotSupportedPriority'));

const STATEFUL = message(1, { state: 'Idle', startDateTime: time(100) });
trips(
  'display-message-changed',
  'another text',
  displayMessages,
  list(set(open(), message(1)), [{ ...message(1), message: { format: 'ASCII', content: 'x' } }]),
  {
    pointer: '/messageInfo/0',
  },
);
trips(
  'display-message-changed',
  'the one before it was replaced',
  displayMessages,
  list(set(set(open(), message(1)), message(1, { priority: 'InFront' })), [message(1)]),
);
trips('display-message-changed', 'no start', displayMessages, list(set(open(), STATEFUL), [{ ...STATEFUL, startDateTime: undefined }]));
passes('display-message-changed', 'as it was set', displayMessages, list(set(open(), STATEFUL), [STATEFUL]));
passes(
  'display-message-changed',
  'a start written otherwise',
  displayMessages,
  list(set(open(), STATEFUL), [{ ...STATEFUL, startDateTime: time(100).replace('.000Z', '+00:00') }]),
);
passes(
  'display-message-changed',
  'a language that was not given',
  displayMessages,
  list(set(open(), message(1)), [{ ...message(1), message: { format: 'ASCII', content: 'message 1', language: 'en' } }]),
);
passes(
  'display-message-changed',
  'replaced while it is reported',
  displayMessages,
  part(set(ask(set(open(), message(1))), message(1, { priority: 'InFront' })), [message(1)]),
);
passes(
  'display-message-changed',
  'nobody knows whether it was replaced',
  displayMessages,
  list(set(open(), message(1)).csms(call('set', 'SetDisplayMessage', { message: message(1, { priority: 'InFront' }) })), [message(1)]),
);

const FRONT = { priority: 'AlwaysFront' };
trips('display-message-kept', 'cleared', displayMessages, list(clear(set(open(), message(1)), 1), [message(1)]), {
  requirement: 'O05.FR.01',
});
trips(
  'display-message-kept',
  'no longer in front',
  displayMessages,
  list(set(set(open(), message(1, FRONT)), message(2, FRONT)), [message(1, FRONT), message(2, FRONT)]),
  { requirement: 'O01.FR.16' },
);
trips('display-message-kept', 'its time is over', displayMessages, list(open().at(200), [message(1, { endDateTime: time(100) })]), {
  requirement: 'O01.FR.07',
});
trips(
  'display-message-kept',
  'its transaction is over',
  displayMessages,
  list(ended(set(open(), message(1, { transactionId: 't' })), 't'), [message(1, { transactionId: 't' })]),
  { requirement: 'O02.FR.02' },
);
passes('display-message-kept', 'set again', displayMessages, list(set(clear(set(open(), message(1)), 1), message(1)), [message(1)]));
passes(
  'display-message-kept',
  'in front on another display',
  displayMessages,
  list(set(set(open(), message(1, { ...FRONT, display: { name: 'Display', instance: 'left' } })), message(2, FRONT)), [
    message(1, FRONT),
    message(2, FRONT),
  ]),
);
passes('display-message-kept', 'its time is up just now', displayMessages, list(open().at(120), [message(1, { endDateTime: time(100) })]));
passes(
  'display-message-kept',
  'its transaction ends while it is reported',
  displayMessages,
  part(ended(ask(open()), 't'), [message(1, { transactionId: 't' })]),
);
passes(
  'display-message-kept',
  'clearing was refused',
  displayMessages,
  list(
    set(open(), message(1))
      .csms(call('clear', 'ClearDisplayMessage', { id: 1 }))
      .station(error('clear', 'InternalError')),
    [message(1)],
  ),
);

trips('display-message-missing', 'nothing is reported', displayMessages, ask(set(open(), message(1)), {}, 'Unknown'), {
  party: 'station',
  requirement: 'O03.FR.02',
});
trips('display-message-missing', 'another one is', displayMessages, list(set(set(open(), message(1)), message(2)), [message(2)]));
trips('display-message-missing', 'asked for by id', displayMessages, ask(set(open(), message(1)), { id: [1] }, 'Unknown'), {
  requirement: 'O04.FR.03',
});
trips(
  'display-message-missing',
  'the power was off',
  displayMessages,
  list(set(open(), message(1)).close('station', 1006).connect().boot(), []),
);
passes(
  'display-message-missing',
  'in the second part',
  displayMessages,
  part(part(ask(set(set(open(), message(1)), message(2))), [message(2)], true), [message(1)]),
);
passes('display-message-missing', 'it was rejected', displayMessages, ask(set(open(), message(1), 'Rejected'), {}, 'Unknown'));
passes('display-message-missing', 'it was cleared', displayMessages, ask(clear(set(open(), message(1)), 1), {}, 'Unknown'));
passes(
  'display-message-missing',
  'its transaction may be over',
  displayMessages,
  ask(set(open(), message(1, { transactionId: 't' })), {}, 'Unknown'),
);
passes(
  'display-message-missing',
  'its time is over',
  displayMessages,
  ask(set(open(), message(1, { endDateTime: time(100) })).at(100), {}, 'Unknown'),
);
passes(
  'display-message-missing',
  'another one is in front',
  displayMessages,
  list(set(set(open(), message(1, FRONT)), message(2, FRONT)), [message(2, FRONT)]),
);
passes(
  'display-message-missing',
  'it has another priority',
  displayMessages,
  ask(set(open(), message(1)), { priority: 'InFront' }, 'Unknown'),
);
passes('display-message-missing', 'it is for any state', displayMessages, ask(set(open(), message(1)), { state: 'Idle' }, 'Unknown'));
passes('display-message-missing', 'it came too late', displayMessages, part(set(ask(open()), message(1)), []));
passes(
  'display-message-missing',
  'nobody knows whether it is still there',
  displayMessages,
  ask(set(open(), message(1)).csms(call('clear', 'ClearDisplayMessage', { id: 1 })), {}, 'Unknown'),
);
passes(
  'display-message-missing',
  'the answer is wrong on purpose',
  displayMessages,
  set(open(), message(1))
    .csms(call('get', 'GetDisplayMessages', { requestId: 7 }))
    .deliberately()
    .station(result('get', { status: 'Unknown' })),
);

passes(
  'display-message-missing',
  'part of the report may have been lost',
  displayMessages,
  part(
    ask(set(set(open(), message(1)), message(2)))
      .close('station', 1006)
      .connect(),
    [message(2)],
  ),
);
passes(
  'display-message-missing',
  'two requests have the same id',
  displayMessages,
  part(ask(ask(set(set(open(), message(1)), message(2)), { id: [2] })), [message(2)]),
);
passes('display-message-unasked', 'two requests have the same id', displayMessages, part(ask(ask(open()), { id: [1] }), [message(2)]));
trips(
  'display-message-unasked',
  'an id of which the report is complete',
  displayMessages,
  list(list(open(), [message(2)]), [message(2)], { id: [1] }),
);
trips('display-message-unasked', 'another id', displayMessages, list(open(), [message(1), message(2)], { id: [1, 3] }), {
  pointer: '/messageInfo/1',
});
trips('display-message-unasked', 'another priority', displayMessages, list(open(), [message(1)], { priority: 'InFront' }));
trips('display-message-unasked', 'another state', displayMessages, list(open(), [message(1, { state: 'Idle' })], { state: 'Charging' }));
passes(
  'display-message-unasked',
  'what was asked for',
  displayMessages,
  list(open(), [message(1, { state: 'Idle' })], { id: [1], priority: 'NormalCycle', state: 'Idle' }),
);
passes('display-message-unasked', 'one for any state', displayMessages, list(open(), [message(1)], { state: 'Idle' }));
