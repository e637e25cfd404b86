import type { Payload } from '../../ocpp/frame.ts';
import type { Reply } from '../../wire/rpc.ts';
import { answering, byName, requesting, without } from './fault.ts';

/** Spoils messages about transactions. */
const events = (spoil: (payload: Payload) => Payload) => requesting(['TransactionEvent'], spoil);

/** Changes a field of transactionInfo. */
const info = (change: (transactionInfo: Payload) => Payload) =>
  events((payload) => ({ ...payload, transactionInfo: change((payload.transactionInfo ?? {}) as Payload) }));

const instead = (field: string, from: string, to: string) => info((one) => (one[field] === from ? { ...one, [field]: to } : one));

/** Triggers that tell of an authorization or of its end. */
const TOKEN_TRIGGERS: readonly unknown[] = ['Authorized', 'RemoteStart', 'StopAuthorized', 'RemoteStop'];

const PERIODIC: readonly unknown[] = ['MeterValuePeriodic', 'MeterValueClock'];

const status = (spoil: (payload: Payload) => Payload) => answering(['GetTransactionStatus'], spoil);

/** Faults in what is told of transactions, when, and how often. */
export const TRANSACTION_EVENT_FAULTS = byName(
  {
    name: 'transaction-trigger-always-state',
    requirement: 'E01.FR.15',
    about: 'Gives ChargingStateChanged as the reason of every message about a transaction.',
    killedBy: 'TC_E_03_CS',
    interceptor: events((payload) =>
      PERIODIC.includes(payload.triggerReason) ? payload : { ...payload, triggerReason: 'ChargingStateChanged' },
    ),
  },
  {
    name: 'transaction-starts-with-its-end',
    requirement: 'E01.FR.15',
    about: 'Says that a transaction started because somebody stopped it.',
    killedBy: 'transaction-trigger',
    interceptor: events((payload) => (payload.eventType === 'Started' ? { ...payload, triggerReason: 'StopAuthorized' } : payload)),
  },
  {
    name: 'transaction-without-token',
    requirement: 'E01.FR.10',
    about: 'Does not say whose transaction it is.',
    killedBy: 'TC_E_04_CS',
    interceptor: events((payload) => without(payload, 'idToken')),
  },
  {
    name: 'token-only-with-its-trigger',
    requirement: 'E03.FR.01',
    about: 'Does not say whose transaction it is where another trigger tells of it than the authorization.',
    killedBy: 'TC_E_01_CS',
    interceptor: events((payload) => (TOKEN_TRIGGERS.includes(payload.triggerReason) ? payload : without(payload, 'idToken'))),
  },
  {
    name: 'transaction-ends-without-energy',
    requirement: 'E06.FR.02',
    about: 'Ends a transaction as soon as no energy flows any more, whatever TxStopPoint says.',
    killedBy: 'TC_F_08_CS',
    interceptor: events((payload) => {
      const told = payload.transactionInfo as Payload;
      if (payload.triggerReason !== 'ChargingStateChanged' || told.chargingState !== 'EVConnected') return payload;
      return { ...payload, eventType: 'Ended', transactionInfo: { ...told, stoppedReason: 'Remote' } };
    }),
  },
  {
    name: 'authorized-event-without-token',
    requirement: 'E02.FR.20',
    about: 'Says that somebody was authorized, and not who.',
    killedBy: 'transaction-token-missing',
    interceptor: events((payload) => without(payload, 'idToken')),
  },
  {
    name: 'transaction-without-connector',
    requirement: 'E01.FR.16',
    about: 'Does not say to which connector the EV is connected.',
    killedBy: 'transaction-connector-missing',
    interceptor: events((payload) => ({ ...payload, ...(payload.evse ? { evse: without(payload.evse as Payload, 'connectorId') } : {}) })),
  },
  {
    name: 'transaction-without-state',
    requirement: 'E01.FR.18',
    about: 'Does not tell charging states.',
    killedBy: 'TC_E_04_CS',
    interceptor: info((one) => without(one, 'chargingState')),
  },
  {
    name: 'waiting-ev-called-charging',
    requirement: 'E01.FR.18',
    about: 'Says that an EV is charging which takes no energy.',
    killedBy: 'TC_E_38_CS',
    interceptor: instead('chargingState', 'SuspendedEV', 'Charging'),
  },
  {
    name: 'disconnected-ev-called-connected',
    requirement: 'E01.FR.18',
    about: 'Says that an EV is connected which was unplugged.',
    killedBy: 'TC_E_20_CS',
    interceptor: instead('chargingState', 'Idle', 'EVConnected'),
  },
  {
    name: 'stopped-by-ev-called-local',
    requirement: 'E06.FR.08',
    about: 'Gives Local as the reason where the EV ended the transaction.',
    killedBy: 'TC_E_22_CS',
    interceptor: instead('stoppedReason', 'StoppedByEV', 'Local'),
  },
  {
    name: 'disconnection-called-local',
    requirement: 'E06.FR.08',
    about: 'Gives Local as the reason where unplugging ended the transaction.',
    killedBy: 'TC_E_54_CS',
    interceptor: instead('stoppedReason', 'EVDisconnected', 'Local'),
  },
  {
    name: 'deauthorization-called-local',
    requirement: 'E05.FR.10',
    about: 'Gives Local as the reason where a token was not accepted.',
    killedBy: 'TC_E_16_CS',
    interceptor: instead('stoppedReason', 'DeAuthorized', 'Local'),
  },
  {
    name: 'timeout-called-local',
    requirement: 'E03.FR.05',
    about: 'Gives Local as the reason where nobody plugged in in time.',
    killedBy: 'TC_E_05_CS',
    interceptor: instead('stoppedReason', 'Timeout', 'Local'),
  },
  {
    name: 'transaction-ends-without-reason',
    requirement: 'E06.FR.08',
    about: 'Gives no reason for the end of a transaction.',
    killedBy: 'transaction-reason-missing',
    interceptor: info((one) => without(one, 'stoppedReason')),
  },
  {
    name: 'remote-stop-called-local',
    requirement: 'E06.FR.08',
    about: 'Gives Local as the reason where the CSMS stopped the transaction.',
    killedBy: 'TC_E_35_CS',
    interceptor: instead('stoppedReason', 'Remote', 'Local'),
  },
  {
    name: 'signature-missing',
    requirement: 'E02.FR.14',
    about: 'Does not sign meter values, whatever SignReadings says.',
    killedBy: 'TC_E_11_CS',
  },
  {
    name: 'transaction-id-always-the-same',
    requirement: 'E01.FR.08',
    about: 'Gives the same id to all transactions.',
    killedBy: 'transaction-id-reused',
    interceptor: info((one) => ({ ...one, transactionId: 'transaction' })),
  },
  {
    name: 'transaction-starts-in-the-middle',
    requirement: 'E01.FR.07',
    about: 'Counts the start of a transaction later than what follows.',
    killedBy: 'transaction-before-start',
    interceptor: events((payload) => (payload.eventType === 'Started' ? { ...payload, seqNo: 1000 } : payload)),
  },
  {
    name: 'transaction-goes-on-after-end',
    requirement: 'E06.FR.03',
    about: 'Says that a transaction has ended as soon as it is stopped, and goes on to tell about it.',
    killedBy: 'transaction-after-end',
    interceptor: events((payload) => (payload.triggerReason === 'StopAuthorized' ? { ...payload, eventType: 'Ended' } : payload)),
  },
  {
    name: 'periodic-event-without-values',
    requirement: 'J02.FR.11',
    about: 'Sends messages about meter values without any.',
    killedBy: 'TC_E_40_CS',
    interceptor: events((payload) => (PERIODIC.includes(payload.triggerReason) ? without(payload, 'meterValue') : payload)),
  },
  {
    name: 'offline-events-lost',
    requirement: 'E11.FR.01',
    about: 'Forgets what happens in a transaction while there is no connection.',
    killedBy: 'TC_E_40_CS',
  },
  {
    name: 'offline-readings-not-repeated',
    requirement: 'E11.FR.01',
    about: 'Reads the meter once only while there is no connection.',
    killedBy: 'TC_E_40_CS',
  },
  {
    name: 'offline-end-lost',
    requirement: 'E08.FR.05',
    about: 'Forgets the end of a transaction that ends while there is no connection.',
    killedBy: 'TC_E_44_CS',
  },
  {
    name: 'offline-start-lost',
    requirement: 'E12.FR.01',
    about: 'Forgets the start of a transaction that begins while there is no connection.',
    killedBy: 'TC_E_43_CS',
  },
  {
    name: 'offline-not-told',
    requirement: 'E12.FR.02',
    about: 'Does not say of anything that it happened while there was no connection.',
    killedBy: 'transaction-offline-untold',
    interceptor: events((payload) => without(payload, 'offline')),
  },
  {
    name: 'offline-always-told',
    requirement: 'E04.FR.03',
    about: 'Says once a transaction goes on that whatever happens happened while there was no connection.',
    killedBy: 'transaction-offline-wrong',
    interceptor: events((payload) => (payload.eventType === 'Started' ? payload : { ...payload, offline: true })),
  },
  {
    name: 'failed-event-not-repeated',
    requirement: 'E13.FR.02',
    about: 'Gives up a message about a transaction at the first failure.',
    killedBy: 'TC_E_42_CS',
  },
  {
    name: 'failed-event-repeated-for-ever',
    requirement: 'E13.FR.04',
    about: 'Repeats a message about a transaction more often than configured.',
    killedBy: 'TC_E_41_CS',
  },
  {
    name: 'failed-event-repeated-regularly',
    requirement: 'E13.FR.03',
    about: 'Waits equally long before each repetition of a message about a transaction.',
    killedBy: 'TC_E_50_CS',
  },
  {
    name: 'accepted-event-repeated',
    requirement: 'E13.FR.02',
    about: 'Repeats a message about a transaction once more although it was accepted at last.',
    killedBy: 'TC_E_51_CS',
  },
  {
    name: 'status-always-ongoing',
    requirement: 'E14.FR.03',
    about: 'Says of every transaction that it is going on.',
    killedBy: 'TC_E_32_CS',
    interceptor: status((payload) => ('ongoingIndicator' in payload ? { ...payload, ongoingIndicator: true } : payload)),
  },
  {
    name: 'status-never-ongoing',
    requirement: 'E14.FR.02',
    about: 'Says of every transaction that it has ended.',
    killedBy: 'TC_E_30_CS',
    interceptor: status((payload) => ('ongoingIndicator' in payload ? { ...payload, ongoingIndicator: false } : payload)),
  },
  {
    name: 'status-always-queued',
    requirement: 'E14.FR.08',
    about: 'Says that there is always something left to tell.',
    killedBy: 'TC_E_34_CS',
    interceptor: status((payload) => ({ ...payload, messagesInQueue: true })),
  },
  {
    name: 'status-never-queued',
    requirement: 'E14.FR.04',
    about: 'Says that there is never anything left to tell.',
    killedBy: 'TC_E_29_CS',
    interceptor: status((payload) => ({ ...payload, messagesInQueue: false })),
  },
  {
    name: 'status-of-nothing-ongoing',
    requirement: 'E14.FR.06',
    about: 'Tells about a transaction where none was asked about.',
    killedBy: 'TC_E_33_CS',
    interceptor: status((payload) => ({ ongoingIndicator: true, ...payload })),
  },
  {
    name: 'status-of-ended-still-ongoing',
    requirement: 'E14.FR.03',
    about: 'Says of a transaction that it is going on as long as there is something left to tell.',
    killedBy: 'TC_E_31_CS',
    interceptor: status((payload) => (payload.messagesInQueue ? { ...payload, ongoingIndicator: true } : payload)),
  },
  {
    name: 'status-of-unknown-refused',
    requirement: 'E14.FR.01',
    about: 'Refuses to tell about a transaction that it does not know.',
    killedBy: 'TC_E_28_CS',
    interceptor: {
      reply: ({ action }, reply): Reply =>
        action === 'GetTransactionStatus' && 'payload' in reply && reply.payload.ongoingIndicator === false
          ? { error: 'PropertyConstraintViolation', description: 'there is no such transaction' }
          : reply,
    },
  },
);
