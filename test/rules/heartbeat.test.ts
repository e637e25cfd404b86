import { heartbeat } from '../../src/rules/heartbeat.ts';
import { call, now, open, passes, type Script, trips } from './kit.ts';

const accepted = (interval = 60) => open().boot('Accepted', interval);
const beats = (script: Script, ...at: number[]): Script => {
  for (const second of at) script.at(second).exchange('station', `h${second}`, 'Heartbeat', {}, now(second));
  return script;
};
const INTERVAL = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' } };
const set = (script: Script, value: string, attributeStatus = 'Accepted') =>
  script.exchange(
    'csms',
    `s${value}`,
    'SetVariables',
    { setVariableData: [{ ...INTERVAL, attributeValue: value }] },
    { setVariableResult: [{ ...INTERVAL, attributeStatus }] },
  );
const STATUS = { timestamp: now(0).currentTime, connectorStatus: 'Available', evseId: 1, connectorId: 1 };

trips('heartbeat-missing', 'the next comes late', heartbeat, beats(accepted(), 60, 180), { party: 'station' });
trips('heartbeat-missing', 'none at all', heartbeat, accepted().at(100), { entries: [2] });
trips('heartbeat-missing', 'the interval was made shorter', heartbeat, beats(set(beats(accepted(), 60), '10'), 120, 150));
trips(
  'heartbeat-missing',
  'carried over from before the trace',
  heartbeat,
  open({}, { carried: { accepted: true, heartbeatInterval: 20 } }).at(60),
);
passes('heartbeat-missing', 'at the interval', heartbeat, beats(accepted(), 60, 120, 185));
passes(
  'heartbeat-missing',
  'other messages instead',
  heartbeat,
  beats(accepted(), 60).at(110).exchange('station', '1', 'StatusNotification', STATUS).at(170),
);
passes('heartbeat-missing', 'pings instead', heartbeat, beats(accepted(), 60).at(110).ping('station').at(170));
passes('heartbeat-missing', 'the interval was made longer', heartbeat, beats(set(beats(accepted(), 60), '600'), 600));
passes('heartbeat-missing', 'no interval given', heartbeat, accepted(0).at(1000));
passes('heartbeat-missing', 'not accepted', heartbeat, open().boot('Pending', 60).at(1000));
passes('heartbeat-missing', 'set up but not accepted', heartbeat, set(open().boot('Pending', 60), '10').at(1000));
passes('heartbeat-missing', 'not connected', heartbeat, accepted().at(10).close('station').at(1000));
passes('heartbeat-missing', 'connection lost some time ago', heartbeat, accepted().at(200).close('station', 1006).at(1000));
passes(
  'heartbeat-missing',
  'behind a CALL that has to time out',
  heartbeat,
  accepted()
    .at(50)
    .station(call('1', 'StatusNotification', STATUS))
    .at(140)
    .station(call('2', 'Heartbeat')),
);

trips('heartbeat-frequent', 'three times in a row', heartbeat, beats(accepted(), 10, 20, 30, 40), {
  party: 'station',
  severity: 'warning',
});
passes('heartbeat-frequent', 'only after boot', heartbeat, beats(accepted(), 1, 2, 62, 122));
passes('heartbeat-frequent', 'somewhat early', heartbeat, beats(accepted(), 50, 100, 150, 200));
passes(
  'heartbeat-frequent',
  'triggered',
  heartbeat,
  [10, 20, 30, 40, 50].reduce(
    (script, at) =>
      beats(script.at(at).exchange('csms', `t${at}`, 'TriggerMessage', { requestedMessage: 'Heartbeat' }, { status: 'Accepted' }), at),
    accepted(),
  ),
);
passes('heartbeat-frequent', 'the interval was made shorter', heartbeat, beats(set(accepted(), '10'), 10, 20, 30, 40));
passes('heartbeat-frequent', 'a change that the station refused', heartbeat, beats(set(accepted(), '600', 'Rejected'), 60, 120, 180, 240));
