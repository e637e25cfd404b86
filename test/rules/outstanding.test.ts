import { outstanding } from '../../src/rules/outstanding.ts';
import { call, error, now, open, passes, result, trips } from './kit.ts';

const beat = (id: string) => call(id, 'Heartbeat');

trips('call-concurrent', 'two CALLs at once', outstanding, open().station(beat('1')).at(1).station(beat('2')), {
  party: 'station',
  entries: [2, 1],
});
trips(
  'call-concurrent',
  'with the answer to the first in between too late',
  outstanding,
  open().csms(call('1', 'ClearCache')).csms(call('2', 'ClearCache')).station(result('1')),
);
passes(
  'call-concurrent',
  'one after the other',
  outstanding,
  open()
    .station(beat('1'))
    .csms(result('1', now(0)))
    .station(beat('2')),
);
passes('call-concurrent', 'after an error', outstanding, open().station(beat('1')).csms(error('1', 'InternalError')).station(beat('2')));
passes(
  'call-concurrent',
  'after an error about a message that could not be read',
  outstanding,
  open().station(beat('1')).csms(error('-1', 'RpcFrameworkError')).station(beat('2')),
);
trips('call-concurrent', 'perhaps after a timeout of its own', outstanding, open().station(beat('1')).at(10).station(beat('2')), {
  severity: 'warning',
});
trips('call-concurrent', 'sooner than anybody gives up', outstanding, open().station(beat('1')).at(9).station(beat('2')), {
  severity: 'violation',
});
passes('call-concurrent', 'after the timeout', outstanding, open().station(beat('1')).at(26).station(beat('2')));
passes('call-concurrent', 'CALLs that cross', outstanding, open().station(beat('1')).csms(call('2', 'ClearCache')));
passes('call-concurrent', 'on two connections', outstanding, open().station(beat('1')).connect().station(beat('2')));
passes(
  'call-concurrent',
  'the first was put on the wire by a scenario',
  outstanding,
  open().deliberately().csms(call('1', 'ClearCache')).csms(call('2', 'ClearCache')),
);
