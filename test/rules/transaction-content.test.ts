import type { Payload } from '../../src/ocpp/frame.ts';
import { transactionContent } from '../../src/rules/transaction-content.ts';
import { open, passes, type Script, time, trips } from './kit.ts';

let messages = 0;

function event(script: Script, seqNo: number, eventType: string, triggerReason: string, more: Payload = {}, info: Payload = {}): Script {
  return script.exchange('station', `m${messages++}`, 'TransactionEvent', {
    eventType,
    timestamp: time(seqNo),
    triggerReason,
    seqNo,
    transactionInfo: { transactionId: 'T1', ...info },
    ...more,
  });
}
const TOKEN = { idToken: 'A1', type: 'ISO14443' };
const authorize = (status = 'Accepted') =>
  open().exchange('station', `m${messages++}`, 'Authorize', { idToken: TOKEN }, { idTokenInfo: { status } });

trips('transaction-trigger', 'a start by a stop', transactionContent, event(open(), 0, 'Started', 'StopAuthorized'), {
  party: 'station',
  requirement: 'E01.FR.15',
  pointer: '/triggerReason',
});
trips('transaction-trigger', 'an end by a start', transactionContent, event(open(), 9, 'Ended', 'CablePluggedIn'));
passes('transaction-trigger', 'a start', transactionContent, event(open(), 0, 'Started', 'ChargingStateChanged'));
passes('transaction-trigger', 'the last signed value', transactionContent, event(open(), 9, 'Ended', 'SignedDataReceived'));
passes('transaction-trigger', 'an end', transactionContent, event(open(), 9, 'Ended', 'EVDeparted'));

trips('transaction-reason-missing', 'a remote stop', transactionContent, event(open(), 9, 'Ended', 'RemoteStop'), {
  requirement: 'E06.FR.08',
});
passes('transaction-reason-missing', 'a local stop (E06.FR.09)', transactionContent, event(open(), 9, 'Ended', 'StopAuthorized'));
passes(
  'transaction-reason-missing',
  'a remote stop that says so',
  transactionContent,
  event(open(), 9, 'Ended', 'RemoteStop', {}, { stoppedReason: 'Remote' }),
);
passes('transaction-reason-missing', 'a stop that ends nothing', transactionContent, event(open(), 9, 'Updated', 'RemoteStop'));

const charging = (eventType: string, trigger: string, chargingState: string) => event(open(), 9, eventType, trigger, {}, { chargingState });
trips('transaction-state-unfit', 'charging at the end', transactionContent, charging('Ended', 'StopAuthorized', 'Charging'), {
  severity: 'warning',
});
trips('transaction-state-unfit', 'plugged in and not connected', transactionContent, charging('Updated', 'CablePluggedIn', 'Idle'));
trips('transaction-state-unfit', 'unplugged and charging', transactionContent, charging('Updated', 'EVCommunicationLost', 'Charging'));
passes('transaction-state-unfit', 'connected at the end', transactionContent, charging('Ended', 'StopAuthorized', 'EVConnected'));
passes('transaction-state-unfit', 'plugged in and charging', transactionContent, charging('Updated', 'CablePluggedIn', 'Charging'));

trips('transaction-token-missing', 'after the CSMS was asked', transactionContent, event(authorize(), 0, 'Started', 'Authorized'), {
  requirement: 'E02.FR.20',
});
passes('transaction-token-missing', 'it is there', transactionContent, event(authorize(), 0, 'Started', 'Authorized', { idToken: TOKEN }));
passes(
  'transaction-token-missing',
  'it is there before',
  transactionContent,
  [1, 2].reduce((script, seqNo) => event(script, seqNo, 'Updated', 'Authorized', seqNo === 1 ? { idToken: TOKEN } : {}), authorize()),
);
passes(
  'transaction-token-missing',
  'a transaction from before the trace',
  transactionContent,
  event(authorize(), 4, 'Updated', 'Authorized'),
);
passes(
  'transaction-token-missing',
  'somebody was authorized before',
  transactionContent,
  event(
    event(open(), 0, 'Started', 'Authorized', { idToken: TOKEN }).exchange(
      'station',
      'again',
      'Authorize',
      { idToken: TOKEN },
      { idTokenInfo: { status: 'Accepted' } },
    ),
    1,
    'Updated',
    'Authorized',
  ),
);
passes('transaction-token-missing', 'nobody was asked about', transactionContent, event(open(), 0, 'Started', 'Authorized'));
passes('transaction-token-missing', 'nobody was accepted', transactionContent, event(authorize('Invalid'), 0, 'Started', 'Authorized'));
passes('transaction-token-missing', 'long ago', transactionContent, event(authorize().at(60), 0, 'Started', 'Authorized'));
passes(
  'transaction-token-missing',
  'somebody was asked about who stopped',
  transactionContent,
  event(event(authorize(), 3, 'Updated', 'StopAuthorized'), 4, 'Updated', 'Authorized'),
);

const connected = { chargingState: 'EVConnected' };
trips(
  'transaction-connector-missing',
  'an EVSE alone',
  transactionContent,
  event(open(), 0, 'Started', 'CablePluggedIn', { evse: { id: 1 } }, connected),
  { requirement: 'E01.FR.16', pointer: '/evse' },
);
trips(
  'transaction-connector-missing',
  'once is enough to say so',
  transactionContent,
  event(
    event(event(open(), 0, 'Started', 'Authorized'), 1, 'Updated', 'CablePluggedIn', {}, connected),
    2,
    'Updated',
    'Trigger',
    {},
    connected,
  ),
);
passes(
  'transaction-connector-missing',
  'told before',
  transactionContent,
  event(
    event(open(), 0, 'Started', 'CablePluggedIn', { evse: { id: 1, connectorId: 1 } }, connected),
    1,
    'Updated',
    'Trigger',
    {},
    connected,
  ),
);
passes(
  'transaction-connector-missing',
  'no EV',
  transactionContent,
  event(open(), 0, 'Started', 'Authorized', { evse: { id: 1 } }, { chargingState: 'Idle' }),
);
passes(
  'transaction-connector-missing',
  'a message in between has not come yet',
  transactionContent,
  event(event(open(), 0, 'Started', 'Authorized'), 2, 'Updated', 'ChargingStateChanged', {}, { chargingState: 'Charging' }),
);
