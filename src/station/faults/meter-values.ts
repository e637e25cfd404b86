import type { Payload } from '../../ocpp/frame.ts';
import type { MeterValueType, SampledValueType } from '../../ocpp/generated/messages.ts';
import { byName, eachOf, requesting, without } from './fault.ts';

/** Spoils the readings that are sent, of transactions and others. */
const readings = (spoil: (reading: MeterValueType, payload: Payload) => MeterValueType) =>
  requesting(['MeterValues', 'TransactionEvent'], (payload) =>
    payload.meterValue ? eachOf<MeterValueType>('meterValue', (reading) => spoil(reading, payload))(payload) : payload,
  );

const values = (spoil: (value: SampledValueType, payload: Payload) => SampledValueType) =>
  readings((reading, payload) => ({
    ...reading,
    sampledValue: reading.sampledValue.map((value) => spoil(value, payload)) as MeterValueType['sampledValue'],
  }));

/** Spoils the events of transactions. */
const events = (spoil: (payload: Payload) => Payload) => requesting(['TransactionEvent'], spoil);

const SHIFT = 20_000;

export const METER_VALUE_FAULTS = byName(
  {
    name: 'aligned-data-off-the-clock',
    requirement: 'J01.FR.14',
    about: 'Reads its meters 20 s past the times of the clock.',
    killedBy: 'TC_J_01_CS',
    interceptor: readings(({ timestamp, ...rest }) => ({ timestamp: new Date(Date.parse(timestamp) - SHIFT).toISOString(), ...rest })),
  },
  {
    name: 'aligned-data-missing-in-transaction',
    requirement: 'J01.FR.22',
    about: 'Does not read a meter on the clock while somebody charges.',
    killedBy: 'TC_J_02_CS',
  },
  {
    name: 'aligned-data-missing-at-end',
    requirement: 'E06.FR.11',
    about: 'Leaves what was read on the clock out of the last event of a transaction.',
    killedBy: 'TC_J_03_CS',
  },
  {
    name: 'aligned-data-unsigned',
    requirement: 'J01.FR.21',
    about: 'Does not sign what it reads on the clock.',
    killedBy: 'TC_J_04_CS',
  },
  {
    name: 'aligned-data-while-charging',
    requirement: 'J01.FR.20',
    about: 'Reads meters on the clock while somebody charges although it should do so during idle only.',
    killedBy: 'TC_J_06_CS',
  },
  {
    name: 'aligned-data-called-periodic',
    requirement: 'J01.FR.08',
    about: 'Gives Sample.Periodic as the context of what it reads on the clock.',
    killedBy: 'TC_J_01_CS',
    interceptor: values((value) => (value.context === 'Sample.Clock' ? { ...value, context: 'Sample.Periodic' } : value)),
  },
  {
    name: 'meter-not-read-at-start',
    requirement: 'E01.FR.09',
    about: 'Does not say what the meter shows when a transaction starts.',
    killedBy: 'TC_J_07_CS',
    interceptor: events((payload) => (payload.eventType === 'Started' ? without(payload, 'meterValue') : payload)),
  },
  {
    name: 'begin-called-periodic',
    requirement: 'J02.FR.04',
    about: 'Gives Sample.Periodic as the context of what the meter shows when a transaction starts.',
    killedBy: 'TC_J_08_CS',
    interceptor: values((value) => (value.context === 'Transaction.Begin' ? { ...value, context: 'Sample.Periodic' } : value)),
  },
  {
    name: 'sampled-interval-doubled',
    requirement: 'J02.FR.11',
    about: 'Reads the meter at twice the interval during a transaction.',
    killedBy: 'TC_J_09_CS',
  },
  {
    name: 'values-of-the-ev',
    requirement: 'J02.FR.22',
    about: 'Sends what the EV has measured.',
    killedBy: 'TC_J_09_CS',
    interceptor: values((value) => ({ ...value, location: 'EV' })),
  },
  {
    name: 'meter-not-read-at-end',
    requirement: 'E06.FR.11',
    about: 'Does not say what the meter shows when a transaction ends.',
    killedBy: 'TC_J_10_CS',
    interceptor: events((payload) =>
      payload.eventType === 'Ended' && payload.meterValue
        ? {
            ...payload,
            meterValue: (payload.meterValue as MeterValueType[]).filter(
              ({ sampledValue: [first] }) => first?.context !== 'Transaction.End',
            ),
          }
        : payload,
    ),
  },
  {
    name: 'end-read-at-start',
    requirement: 'J02.FR.04',
    about: 'Gives Transaction.End as the context of what the meter shows when a transaction starts.',
    killedBy: 'meter-context',
    interceptor: values((value, { eventType }) => (eventType === 'Started' ? { ...value, context: 'Transaction.End' } : value)),
  },
  {
    name: 'periodic-called-clock',
    requirement: 'J02.FR.11',
    about: 'Says that the clock was the reason for what it reads at intervals.',
    killedBy: 'meter-context',
    interceptor: events((payload) =>
      payload.triggerReason === 'MeterValuePeriodic' ? { ...payload, triggerReason: 'MeterValueClock' } : payload,
    ),
  },
  {
    name: 'register-runs-backwards',
    requirement: 'J02.FR.16',
    about: 'Sends a register that falls while energy is delivered.',
    killedBy: 'meter-register',
    interceptor: values((value) =>
      value.measurand === 'Energy.Active.Import.Register' ? { ...value, value: 1_000_000 - value.value } : value,
    ),
  },
);
