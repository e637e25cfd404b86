import type { Call, Payload } from '../../ocpp/frame.ts';
import type { MeterValueType } from '../../ocpp/generated/messages.ts';
import type { Reply } from '../../wire/rpc.ts';
import type { FaultDescription } from './fault.ts';

const refusing = (when: (payload: Payload) => boolean, actions: readonly string[]) => () => ({
  reply: ({ action, payload }: Call, reply: Reply): Reply =>
    actions.includes(action) && when(payload) ? { error: 'GenericError', description: 'the readings cannot be stored' } : reply,
});

const readings = ({ meterValue }: Payload): MeterValueType[] => (Array.isArray(meterValue) ? (meterValue as MeterValueType[]) : []);
const values = (payload: Payload) => readings(payload).flatMap(({ sampledValue }) => sampledValue);
const EVENT = ['TransactionEvent'];

/** Faults about meter values and what follows from them: blocks I and J. */
export const METER_VALUE_FAULTS = {
  'meter-values-refused': {
    requirement: 'J01.FR.18',
    about: 'Answers MeterValues with an error.',
    killedBy: 'TC_J_01_CSMS',
    interceptor: refusing(() => true, ['MeterValues']),
  },
  'clock-events-refused': {
    requirement: 'J02.FR.19',
    about: 'Answers events with what was read on the clock with an error.',
    killedBy: 'TC_J_02_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'MeterValueClock', EVENT),
  },
  'clock-readings-at-end-refused': {
    requirement: 'J02.FR.19',
    about: 'Refuses a last event that brings what was read on the clock.',
    killedBy: 'TC_J_03_CSMS',
    interceptor: refusing(
      (payload) => payload.eventType === 'Ended' && values(payload).some(({ context }) => context === 'Sample.Clock'),
      EVENT,
    ),
  },
  'signed-readings-refused': {
    requirement: 'J02.FR.19',
    about: 'Refuses a last event whose values have signatures.',
    killedBy: 'TC_J_04_CSMS',
    interceptor: refusing(
      (payload) => payload.eventType === 'Ended' && values(payload).some(({ signedMeterValue }) => signedMeterValue),
      EVENT,
    ),
  },
  'begin-readings-refused': {
    requirement: 'J02.FR.19',
    about: 'Refuses events that say what the meter showed at the start.',
    killedBy: 'TC_J_07_CSMS',
    interceptor: refusing((payload) => values(payload).some(({ context }) => context === 'Transaction.Begin'), EVENT),
  },
  'late-begin-readings-refused': {
    requirement: 'J02.FR.19',
    about: 'Refuses what the meter showed at the start if it comes with a later event.',
    killedBy: 'TC_J_08_CSMS',
    interceptor: refusing(
      (payload) => payload.eventType === 'Updated' && values(payload).some(({ context }) => context === 'Transaction.Begin'),
      EVENT,
    ),
  },
  'sampled-events-refused': {
    requirement: 'J02.FR.19',
    about: 'Answers events with what was read at intervals with an error.',
    killedBy: 'TC_J_09_CSMS',
    interceptor: refusing(({ triggerReason }) => triggerReason === 'MeterValuePeriodic', EVENT),
  },
  'many-readings-at-end-refused': {
    requirement: 'J02.FR.19',
    about: 'Refuses a last event with more than two readings.',
    killedBy: 'TC_J_10_CSMS',
    interceptor: refusing((payload) => payload.eventType === 'Ended' && readings(payload).length > 2, EVENT),
  },
  'running-cost-not-told': {
    requirement: 'I02.FR.01',
    about: 'Tells the cost of a transaction only at its end.',
    killedBy: 'TC_I_01_CSMS',
  },
  'final-cost-not-told': {
    requirement: 'I03.FR.02',
    about: 'Does not tell the cost of a transaction at its end.',
    killedBy: 'TC_I_02_CSMS',
  },
} as const satisfies Record<string, FaultDescription>;
