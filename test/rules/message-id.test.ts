import { messageId } from '../../src/rules/message-id.ts';
import { BOOT, call, error, now, open, passes, result, trips } from './kit.ts';

const beat = (id: string) => call(id, 'Heartbeat');

trips(
  'message-id-reused',
  'for another action',
  messageId,
  open()
    .station(beat('1'))
    .csms(result('1', now(0)))
    .station(call('1', 'BootNotification', BOOT)),
  { party: 'station', entries: [3, 1] },
);
trips(
  'message-id-reused',
  'on another connection',
  messageId,
  open().boot().exchange('station', '2', 'Heartbeat', {}, now(0)).close('csms').connect().boot(),
);
trips(
  'message-id-reused',
  'for the next heartbeat, long after the answer to the first',
  messageId,
  open().exchange('station', '1', 'Heartbeat', {}, now(0)).at(60).station(beat('1')),
);
trips(
  'message-id-reused',
  'for another payload right after the answer',
  messageId,
  open()
    .exchange('csms', '1', 'GetBaseReport', { requestId: 1, reportBase: 'FullInventory' }, { status: 'Accepted' })
    .csms(call('1', 'GetBaseReport', { requestId: 2, reportBase: 'FullInventory' })),
  { party: 'csms' },
);
passes('message-id-reused', 'a retry of a CALL without an answer', messageId, open().station(beat('1')).at(30).station(beat('1')));
passes(
  'message-id-reused',
  'a retry on the next connection',
  messageId,
  open()
    .station(beat('1'))
    .csms(result('1', now(0)))
    .close('csms')
    .connect()
    .station(beat('1')),
);
passes(
  'message-id-reused',
  'a retry after an error',
  messageId,
  open().station(beat('1')).csms(error('1', 'InternalError')).at(60).station(beat('1')),
);
passes('message-id-reused', 'both parties count from 1', messageId, open().station(beat('1')).csms(call('1', 'ClearCache')));
passes(
  'message-id-reused',
  'two stations count from 1',
  messageId,
  open()
    .station(beat('1'))
    .connect({ identity: 'CS2' })
    .station(call('1', 'BootNotification', BOOT)),
);
passes(
  'message-id-reused',
  'on purpose',
  messageId,
  open()
    .station(beat('1'))
    .deliberately()
    .station(call('1', 'BootNotification', BOOT)),
);
