import type { Payload } from '../../ocpp/frame.ts';
import type { Reply } from '../../wire/rpc.ts';
import { changing, type FaultDescription } from './fault.ts';

/** Does not take messages about transactions that are like that. */
const refusing = (strange: (request: Payload) => boolean) => () => ({
  reply: ({ action, payload }: { action: string; payload: Payload }, reply: Reply): Reply =>
    action === 'TransactionEvent' && strange(payload) ? { error: 'InternalError', description: 'this cannot be' } : reply,
});

const stateOf = ({ transactionInfo }: Payload): unknown => (transactionInfo as Payload | undefined)?.chargingState;

/** Faults about transactions that stations tell of. */
export const TRANSACTION_FAULTS = {
  'power-path-start-refused': {
    requirement: 'E01.FR.05',
    about: 'Does not take a transaction in which no energy flows at the start.',
    killedBy: 'TC_E_01_CSMS',
    interceptor: refusing((request) => request.eventType === 'Started' && stateOf(request) === 'SuspendedEVSE'),
  },
  'energy-start-refused': {
    requirement: 'E01.FR.06',
    about: 'Does not take a transaction in which energy flows at the start already.',
    killedBy: 'TC_E_02_CSMS',
    interceptor: refusing((request) => request.eventType === 'Started' && stateOf(request) === 'Charging'),
  },
  'anonymous-start-refused': {
    requirement: 'E01.FR.02',
    about: 'Does not take a transaction without a token at the start.',
    killedBy: 'TC_E_09_CSMS',
    interceptor: refusing(({ eventType, idToken }) => eventType === 'Started' && idToken === undefined),
  },
  'start-without-cable-refused': {
    requirement: 'E01.FR.03',
    about: 'Does not take a transaction that starts before the EV is connected.',
    killedBy: 'TC_E_10_CSMS',
    interceptor: refusing(({ eventType, triggerReason }) => eventType === 'Started' && triggerReason === 'Authorized'),
  },
  'signed-start-refused': {
    requirement: 'E01.FR.04',
    about: 'Does not take signed meter values.',
    killedBy: 'TC_E_11_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'SignedDataReceived'),
  },
  'parking-start-refused': {
    requirement: 'E01.FR.01',
    about: 'Does not take a transaction that starts when an EV enters the bay.',
    killedBy: 'TC_E_12_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'EVDetected'),
  },
  'parking-end-refused': {
    requirement: 'E06.FR.01',
    about: 'Does not take a transaction that ends when the EV leaves the bay.',
    killedBy: 'TC_E_19_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'EVDeparted'),
  },
  'late-authorization-refused': {
    requirement: 'E02.FR.02',
    about: 'Does not take a token in the middle of a transaction.',
    killedBy: 'TC_E_03_CSMS',
    interceptor: refusing(({ eventType, triggerReason }) => eventType === 'Updated' && triggerReason === 'Authorized'),
  },
  'late-cable-refused': {
    requirement: 'E03.FR.02',
    about: 'Does not take a cable in the middle of a transaction.',
    killedBy: 'TC_E_04_CSMS',
    interceptor: refusing(({ eventType, triggerReason }) => eventType === 'Updated' && triggerReason === 'CablePluggedIn'),
  },
  'cable-back-refused': {
    requirement: 'E10.FR.01',
    about: 'Does not take a transaction that goes on without an EV.',
    killedBy: 'TC_E_26_CSMS',
    interceptor: refusing((request) => request.eventType === 'Updated' && stateOf(request) === 'Idle'),
  },
  'waiting-ev-refused': {
    requirement: 'E01.FR.18',
    about: 'Does not take a transaction whose EV takes no energy.',
    killedBy: 'TC_E_38_CSMS',
    interceptor: refusing((request) => stateOf(request) === 'SuspendedEV'),
  },
  'end-by-ev-refused': {
    requirement: 'E06.FR.07',
    about: 'Does not take a transaction that the EV ended.',
    killedBy: 'TC_E_22_CSMS',
    interceptor: refusing(({ transactionInfo }) => (transactionInfo as Payload).stoppedReason === 'StoppedByEV'),
  },
  'end-by-disconnection-refused': {
    requirement: 'E06.FR.02',
    about: 'Does not take a transaction that ended because the EV was unplugged.',
    killedBy: 'TC_E_20_CSMS',
    interceptor: refusing(({ transactionInfo }) => (transactionInfo as Payload).stoppedReason === 'EVDisconnected'),
  },
  'end-by-driver-refused': {
    requirement: 'E06.FR.03',
    about: 'Does not take a transaction that the driver ended.',
    killedBy: 'TC_E_15_CSMS',
    interceptor: refusing(({ eventType, triggerReason }) => eventType === 'Ended' && triggerReason === 'StopAuthorized'),
  },
  'end-of-energy-refused': {
    requirement: 'E06.FR.07',
    about: 'Does not take a transaction that ended because no energy flows any more.',
    killedBy: 'TC_E_08_CSMS',
    interceptor: refusing(({ eventType, triggerReason }) => eventType === 'Ended' && triggerReason === 'ChargingStateChanged'),
  },
  'end-of-communication-refused': {
    requirement: 'E06.FR.02',
    about: 'Does not take the end of a transaction that was stopped before.',
    killedBy: 'TC_E_14_CSMS',
    interceptor: refusing(({ eventType, triggerReason }) => eventType === 'Ended' && triggerReason === 'EVCommunicationLost'),
  },
  'end-by-timeout-refused': {
    requirement: 'E03.FR.05',
    about: 'Does not take a transaction to which no EV came.',
    killedBy: 'TC_E_39_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'EVConnectTimeout'),
  },
  'end-by-reset-refused': {
    requirement: 'E07.FR.03',
    about: 'Does not take the end of a transaction that a reset has brought about.',
    killedBy: 'TC_B_27_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'ResetCommand'),
  },
  'remote-end-refused': {
    requirement: 'E06.FR.03',
    about: 'Does not take the end of a transaction that it has stopped itself.',
    killedBy: 'TC_E_21_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'RemoteStop'),
  },
  'deauthorized-end-refused': {
    requirement: 'E06.FR.04',
    about: 'Does not take the end of a transaction whose token it did not accept.',
    killedBy: 'TC_E_16_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'Deauthorized'),
  },
  'offline-event-refused': {
    requirement: 'E11.FR.02',
    about: 'Does not take what happened while there was no connection.',
    killedBy: 'TC_E_29_CSMS',
    interceptor: refusing(({ offline }) => offline === true),
  },
  'second-transaction-refused': {
    requirement: 'E01.FR.07',
    about: 'Wants seqNo to go on from one transaction to the next.',
    killedBy: 'TC_E_53_CSMS',
  },
  'late-event-refused': {
    requirement: 'E14.FR.03',
    about: 'Does not take what led to the end of a transaction after the end.',
    killedBy: 'TC_E_31_CSMS',
  },
  'status-of-all-transactions-only': {
    requirement: 'E14.FR.02',
    about: 'Asks whether anything is left to be told without saying of which transaction.',
    killedBy: 'TC_E_30_CSMS',
    interceptor: changing('GetTransactionStatus', ({ transactionId: _, ...rest }) => rest),
  },
  'status-of-one-transaction-only': {
    requirement: 'E14.FR.06',
    about: 'Names a transaction where it is to ask about all of them.',
    killedBy: 'TC_E_34_CSMS',
    interceptor: changing('GetTransactionStatus', (payload) => ({ transactionId: 'the-last-one', ...payload })),
  },
  'status-after-a-time-of-one-only': {
    requirement: 'E14.FR.07',
    about: 'Names another transaction than the one that it is to ask about.',
    killedBy: 'TC_E_33_CSMS',
    interceptor: changing('GetTransactionStatus', (payload) => ({ ...payload, transactionId: 'another-one' })),
  },
} as const satisfies Record<string, FaultDescription>;
