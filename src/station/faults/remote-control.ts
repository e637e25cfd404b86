import type { Payload } from '../../ocpp/frame.ts';
import type { SampledValueType, TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import type { Interceptor } from '../../wire/rpc.ts';
import { answering, byName, requesting, without } from './fault.ts';

/** Spoils the TransactionEventRequests that a remote start or stop has brought about. */
const afterRemote = (trigger: 'RemoteStart' | 'RemoteStop', spoil: (event: TransactionEventRequest) => object): Interceptor =>
  requesting(['TransactionEvent'], (payload) =>
    payload.triggerReason === trigger ? (spoil(payload as unknown as TransactionEventRequest) as Payload) : payload,
  );

/** Answers a status in place of another one. */
const replacing = (action: string, status: string, by: string): Interceptor =>
  answering([action], (payload) => (payload.status === status ? { status: by } : payload));

/** Spoils what is told about nothing going on. */
const inPlaceOfIdle = (action: string, status: string): Interceptor =>
  requesting([action], (payload) => (payload.status === 'Idle' ? { status, requestId: 1 } : payload));

/** Takes its time over an answer, so that whatever else is to be sent goes out first. */
const late = (action: string): Interceptor => ({
  reply: async (call, reply) => {
    if (call.action === action) for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    return reply;
  },
});

const isTriggered = ({ context }: SampledValueType): boolean => context === 'Trigger';

export const REMOTE_CONTROL_FAULTS = byName(
  {
    name: 'remote-start-never-authorizes',
    requirement: 'F02.FR.09',
    about: 'Starts remotely without asking about the token, whatever AuthorizeRemoteStart says.',
    killedBy: 'TC_F_02_CS',
  },
  {
    name: 'remote-start-always-authorizes',
    requirement: 'F02.FR.10',
    about: 'Asks about the token before it starts remotely, whatever AuthorizeRemoteStart says.',
    killedBy: 'TC_F_03_CS',
  },
  {
    name: 'remote-start-id-omitted',
    requirement: 'F02.FR.01',
    about: 'Does not say which remote start a transaction belongs to.',
    killedBy: 'remote-start-id',
    interceptor: afterRemote('RemoteStart', (event) => ({ ...event, transactionInfo: without(event.transactionInfo, 'remoteStartId') })),
  },
  {
    name: 'remote-start-id-wrong',
    requirement: 'F02.FR.21',
    about: 'Names another remote start than the one a transaction belongs to.',
    killedBy: 'TC_F_03_CS',
    interceptor: afterRemote('RemoteStart', ({ transactionInfo, ...event }) => ({
      ...event,
      transactionInfo: { ...transactionInfo, remoteStartId: (transactionInfo.remoteStartId ?? 0) + 1 },
    })),
  },
  {
    name: 'remote-start-without-transaction-id',
    requirement: 'F01.FR.13',
    about: 'Does not say which transaction a remote start is for that came after the cable.',
    killedBy: 'TC_F_01_CS',
    interceptor: answering(['RequestStartTransaction'], (payload) => without(payload, 'transactionId')),
  },
  {
    name: 'remote-start-reported-as-local',
    requirement: 'F01.FR.19',
    about: 'Tells about a remote start as if someone had presented a token.',
    killedBy: 'TC_F_01_CS',
    interceptor: afterRemote('RemoteStart', (event) => ({ ...event, triggerReason: 'Authorized' })),
  },
  {
    name: 'remote-start-without-token',
    requirement: 'F01.FR.04',
    about: 'Does not say who was authorized by a remote start.',
    killedBy: 'TC_F_01_CS',
    interceptor: afterRemote('RemoteStart', (event) => without(event, 'idToken')),
  },
  {
    name: 'timed-out-remote-start-not-ended',
    requirement: 'F02.FR.07',
    about: 'Does not end a transaction that was started remotely when nobody plugs in.',
    killedBy: 'TC_F_04_CS',
    interceptor: requesting(['TransactionEvent'], ({ transactionInfo, ...payload }) => {
      const info = transactionInfo as TransactionEventRequest['transactionInfo'];
      if (payload.triggerReason !== 'EVConnectTimeout') return { ...payload, transactionInfo };
      return { ...payload, eventType: 'Updated', transactionInfo: without(info, 'stoppedReason') };
    }),
  },
  {
    name: 'remote-stop-does-nothing',
    requirement: 'F03.FR.02',
    about: 'Accepts to stop a transaction and goes on.',
    killedBy: 'TC_F_08_CS',
  },
  {
    name: 'remote-stop-keeps-charging',
    requirement: 'F03.FR.02',
    about: 'Says that a transaction was stopped remotely, and goes on to deliver energy.',
    killedBy: 'TC_F_08_CS',
  },
  {
    name: 'remote-stop-reported-as-local',
    requirement: 'F03.FR.09',
    about: 'Tells about a remote stop as if someone had presented a token.',
    killedBy: 'TC_F_08_CS',
    interceptor: afterRemote('RemoteStop', (event) => ({ ...event, triggerReason: 'StopAuthorized' })),
  },
  {
    name: 'remote-stop-of-unknown-accepted',
    requirement: 'F03.FR.08',
    about: 'Accepts to stop a transaction that it does not have.',
    killedBy: 'TC_F_09_CS',
    interceptor: replacing('RequestStopTransaction', 'Rejected', 'Accepted'),
  },
  {
    name: 'remote-stop-of-unknown-stops-another',
    requirement: 'F03.FR.08',
    about: 'Rejects to stop a transaction that it does not have, and stops the one that it has.',
    killedBy: 'TC_F_09_CS',
  },
  {
    name: 'unlock-stops-transaction',
    requirement: 'F05.FR.02',
    about: 'Stops a transaction for a request to unlock its connector.',
    killedBy: 'TC_F_05_CS',
  },
  {
    name: 'unlocks-during-transaction',
    requirement: 'F05.FR.02',
    about: 'Unlocks a connector through which someone charges.',
    killedBy: 'TC_F_05_CS',
    interceptor: replacing('UnlockConnector', 'OngoingAuthorizedTransaction', 'Unlocked'),
  },
  {
    name: 'unlock-needs-a-cable',
    requirement: 'F05.FR.06',
    about: 'Does not try to unlock a connector without a cable.',
    killedBy: 'TC_F_07_CS',
  },
  {
    name: 'unlocks-unknown-connector',
    requirement: 'F05.FR.03',
    about: 'Says that it has unlocked a connector that it does not have.',
    killedBy: 'TC_F_10_CS',
    interceptor: replacing('UnlockConnector', 'UnknownConnector', 'Unlocked'),
  },
  {
    name: 'trigger-accepted-but-not-sent',
    requirement: 'F06.FR.10',
    about: 'Accepts to send a message and does not send it.',
    killedBy: 'TC_F_20_CS',
  },
  {
    name: 'triggered-message-before-answer',
    requirement: 'F06.FR.04',
    about: 'Sends the message that it was asked for before it answers.',
    killedBy: 'trigger-answer-late',
    interceptor: late('TriggerMessage'),
  },
  {
    name: 'trigger-for-all-reaches-first',
    requirement: 'F06.FR.11',
    about: 'Sends a message about its first EVSE only, where it should send one about each.',
    killedBy: 'TC_F_12_CS',
  },
  {
    name: 'trigger-reaches-other-evse',
    requirement: 'F06.FR.02',
    about: 'Sends a message about another EVSE than it was asked for.',
    killedBy: 'TC_F_11_CS',
  },
  {
    name: 'triggered-meter-values-as-periodic',
    requirement: 'F06.FR.06',
    about: 'Gives readings that it was asked for the context of periodic ones.',
    killedBy: 'TC_F_11_CS',
    interceptor: requesting(['MeterValues'], (payload) => ({
      ...payload,
      meterValue: (payload.meterValue as { sampledValue: SampledValueType[] }[]).map((value) => ({
        ...value,
        sampledValue: value.sampledValue.map((sampled) => (isTriggered(sampled) ? without(sampled, 'context') : sampled)),
      })),
    })),
  },
  {
    name: 'triggered-transaction-without-readings',
    requirement: 'F06.FR.07',
    about: 'Leaves the readings out of a TransactionEventRequest that it was asked for.',
    killedBy: 'TC_F_13_CS',
    interceptor: requesting(['TransactionEvent'], (payload) =>
      payload.triggerReason === 'Trigger' ? without(payload, 'meterValue') : payload,
    ),
  },
  {
    name: 'triggered-log-status-idle',
    requirement: 'F06.FR.14',
    about: 'Says that no log is uploaded while one is.',
    killedBy: 'TC_F_16_CS',
  },
  {
    name: 'triggered-log-status-uploaded',
    requirement: 'F06.FR.15',
    about: 'Says that a log was uploaded where it should say that none is.',
    killedBy: 'TC_F_15_CS',
    interceptor: inPlaceOfIdle('LogStatusNotification', 'Uploaded'),
  },
  {
    name: 'triggered-firmware-status-idle',
    requirement: 'L01.FR.26',
    about: 'Says that no firmware is updated while it is downloaded.',
    killedBy: 'TC_F_19_CS',
  },
  {
    name: 'triggered-firmware-status-installed',
    requirement: 'F06.FR.16',
    about: 'Says that firmware was installed where it should say that none is.',
    killedBy: 'TC_F_18_CS',
    interceptor: inPlaceOfIdle('FirmwareStatusNotification', 'Installed'),
  },
  {
    name: 'trigger-with-irrelevant-evse-rejected',
    requirement: 'F06.FR.03',
    about: 'Refuses to send a message because the request names an EVSE that does not matter for it.',
    killedBy: 'TC_F_17_CS',
  },
  {
    name: 'trigger-of-boot-accepted',
    requirement: 'F06.FR.17',
    about: 'Accepts to send BootNotification although it has been accepted.',
    killedBy: 'TC_F_26_CS',
  },
  {
    name: 'trigger-not-implemented-rejected',
    requirement: 'F06.FR.08',
    about: 'Rejects a message that it has not implemented.',
    killedBy: 'TC_F_27_CS',
    interceptor: replacing('TriggerMessage', 'NotImplemented', 'Rejected'),
  },
  {
    name: 'triggered-status-always-available',
    requirement: 'F06.FR.09',
    about: 'Reports every connector as Available when it is asked for its status.',
    killedBy: 'TC_F_24_CS',
  },
);
