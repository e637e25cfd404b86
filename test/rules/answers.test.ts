import { answerMissing } from '../../src/rules/answer-missing.ts';
import { answers } from '../../src/rules/answers.ts';
import { call, error, now, open, passes, result, Script, trips } from './kit.ts';

const beat = (id: string) => call(id, 'Heartbeat');
const asked = () => open().station(beat('1'));

trips('answer-unexpected', 'for an id that nobody used', answers, asked().csms(result('2')), { party: 'csms', severity: 'violation' });
trips(
  'answer-unexpected',
  'for a CALL on another connection',
  answers,
  asked()
    .close('csms')
    .connect()
    .csms(result('1', now(0))),
  { severity: 'warning' },
);
trips('answer-unexpected', 'a CALLERROR about a response', answers, asked().csms(result('1', {})).station(error('1', 'FormatViolation')), {
  party: 'station',
  severity: 'warning',
});
passes('answer-unexpected', 'for the CALL', answers, asked().csms(result('1', now(0))));
passes(
  'answer-unexpected',
  'for a CALL with a payload of the wrong kind',
  answers,
  open().station('[2,"1","Heartbeat",[]]').csms(error('1', 'FormatViolation')),
);
passes(
  'answer-unexpected',
  'soon after the trace joined the connection',
  answers,
  open({}, { carried: { accepted: true } })
    .at(29)
    .csms(result('0')),
);
passes(
  'answer-unexpected',
  'soon after the trace began on an unseen connection',
  answers,
  new Script().on(4).ping('csms').at(3).csms(result('0')),
);

trips(
  'answer-duplicate',
  'a second CALLRESULT',
  answers,
  asked()
    .csms(result('1', now(0)))
    .csms(result('1', now(0))),
  { party: 'csms', entries: [3, 2] },
);
passes(
  'answer-duplicate',
  'one for the CALL and one for its retry',
  answers,
  asked()
    .at(40)
    .station(beat('1'))
    .csms(result('1', now(0)))
    .csms(result('1', now(0))),
);
passes(
  'answer-duplicate',
  'to both parties who use the same id',
  answers,
  asked()
    .csms(call('1', 'ClearCache'))
    .csms(result('1', now(0)))
    .station(result('1')),
);

trips('answer-id-unreadable', '"-1" for a CALL with an id', answers, asked().csms(error('-1', 'RpcFrameworkError')), { party: 'csms' });
trips(
  'answer-id-unreadable',
  'an invented id for garbage',
  answers,
  open().deliberately().station('garbage').csms(error('42', 'RpcFrameworkError')),
);
passes('answer-id-unreadable', '"-1" for garbage', answers, open().station('garbage').csms(error('-1', 'RpcFrameworkError')));
passes(
  'answer-id-unreadable',
  'an id that can be made out in broken JSON',
  answers,
  open().station('[2,"42","Heartbeat",{').csms(error('42', 'RpcFrameworkError')),
);
passes(
  'answer-id-unreadable',
  '"-1" for a binary message',
  answers,
  open().append({ kind: 'binary', connection: 1, from: 'station', bytes: 1 }).csms(error('-1', 'RpcFrameworkError')),
);
passes(
  'answer-id-unreadable',
  'an id that is too long',
  answers,
  open()
    .station(beat('x'.repeat(40)))
    .csms(error('-1', 'RpcFrameworkError')),
);

trips('answer-missing', 'the CSMS goes on without answering', answerMissing, asked().at(31).csms(call('2', 'ClearCache')), {
  party: 'csms',
  entries: [1],
});
trips(
  'answer-missing',
  'it comes too late',
  answerMissing,
  asked()
    .at(35)
    .csms(result('1', now(35))),
  { party: 'csms' },
);
trips('answer-missing', 'nothing more until the end of the trace', answerMissing, asked().at(40), { party: 'csms' });
trips(
  'answer-missing',
  'the party closes the connection properly, later',
  answerMissing,
  open().csms(call('1', 'ClearCache')).at(50).close('station', 1001),
  { party: 'station' },
);
passes(
  'answer-missing',
  'in time',
  answerMissing,
  asked()
    .at(30)
    .csms(result('1', now(30)))
    .at(100),
);
passes(
  'answer-missing',
  'the connection is lost in time',
  answerMissing,
  asked().at(20).close('csms', 1006).at(100).connect().station(beat('2')),
);
passes(
  'answer-missing',
  'the party may have lost power',
  answerMissing,
  open().csms(call('1', 'ClearCache')).at(50).close('station', 1006, 'timeout'),
);
passes(
  'answer-missing',
  'an invalid request may be dropped',
  answerMissing,
  open().csms(call('1', 'GetVariables')).at(60).station(beat('1')),
);
passes('answer-missing', 'an unknown action may be dropped', answerMissing, open().csms(call('1', 'Dance')).at(60).station(beat('1')));
passes('answer-missing', 'the trace ends first', answerMissing, asked().at(30));
