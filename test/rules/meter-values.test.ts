import type { Payload } from '../../src/ocpp/frame.ts';
import { meterRegister } from '../../src/rules/meter-register.ts';
import { meterContext } from '../../src/rules/meter-values.ts';
import { open, passes, type Script, time, trips } from './kit.ts';

let ids = 0;
const reading = (value: number, at: number, more: Payload = {}): Payload => ({ timestamp: time(at), sampledValue: [{ value, ...more }] });

function event(script: Script, meterValue: Payload[], more: Payload = {}, transactionId = 'T1'): Script {
  const usual = { eventType: 'Updated', timestamp: time(0), triggerReason: 'MeterValuePeriodic', seqNo: 1 };
  return script.exchange('station', `e${ids++}`, 'TransactionEvent', { ...usual, transactionInfo: { transactionId }, meterValue, ...more });
}
const values = (script: Script, meterValue: Payload[], evseId = 0): Script =>
  script.exchange('station', `m${ids++}`, 'MeterValues', { evseId, meterValue });
const context = (name: string) => [reading(1, 1, { context: name })];

trips('meter-context', 'no periodic value although that is the reason', meterContext, event(open(), context('Sample.Clock')), {
  party: 'station',
  requirement: 'J02.FR.11',
  pointer: '/meterValue',
});
trips(
  'meter-context',
  'no value on the clock although that is the reason',
  meterContext,
  event(open(), context('Sample.Periodic'), { triggerReason: 'MeterValueClock' }),
  { requirement: 'J01.FR.22' },
);
trips('meter-context', 'no value at all although that is the reason', meterContext, event(open(), [], { meterValue: undefined }), {
  severity: 'warning',
  requirement: 'J02.FR.11',
});
passes('meter-context', 'a context that is left out is a periodic one', meterContext, event(open(), [reading(1, 1)]));
passes('meter-context', 'another value beside it', meterContext, event(open(), [...context('Transaction.Begin'), reading(2, 2)]));
passes('meter-context', 'another reason', meterContext, event(open(), context('Trigger'), { triggerReason: 'Trigger' }));
trips(
  'meter-context',
  'the end at the start',
  meterContext,
  event(open(), context('Transaction.End'), { eventType: 'Started', triggerReason: 'Authorized' }),
  { severity: 'violation', pointer: '/meterValue/0/sampledValue/0/context' },
);
trips(
  'meter-context',
  'the end before the last event',
  meterContext,
  event(open(), context('Transaction.End'), { triggerReason: 'StopAuthorized' }),
  { severity: 'warning' },
);
passes(
  'meter-context',
  'begin, samples and end in the last event',
  meterContext,
  event(open(), ['Transaction.Begin', 'Sample.Clock', 'Sample.Periodic', 'Transaction.End'].flatMap(context), {
    eventType: 'Ended',
    triggerReason: 'EVCommunicationLost',
  }),
);
trips('meter-context', 'the start of a transaction in MeterValues', meterContext, values(open(), context('Transaction.Begin')), {
  severity: 'warning',
});
passes('meter-context', 'the clock in MeterValues', meterContext, values(open(), context('Sample.Clock')));

trips('meter-register', 'a fall within a transaction', meterRegister, event(event(open(), [reading(10, 1)]), [reading(9, 2)]), {
  party: 'station',
  requirement: 'J02.FR.16',
  severity: 'violation',
  pointer: '/meterValue/0/sampledValue/0/value',
});
trips('meter-register', 'a fall within one event', meterRegister, event(open(), [reading(10, 1), reading(9, 2)]));
trips('meter-register', 'a fall of the main meter', meterRegister, values(values(open(), [reading(10, 1)]), [reading(9, 2)]), {
  severity: 'violation',
});
trips('meter-register', 'a fall at an EVSE', meterRegister, values(values(open(), [reading(10, 1)], 1), [reading(9, 2)], 1), {
  severity: 'warning',
  requirement: 'J02.FR.17',
});
passes('meter-register', 'it stays', meterRegister, event(event(open(), [reading(10, 1)]), [reading(10, 2)]));
passes('meter-register', 'older readings that come later', meterRegister, event(event(open(), [reading(10, 5)]), [reading(9, 2)]));
passes(
  'meter-register',
  'a clock that was set back',
  meterRegister,
  event(event(open(), [reading(10, 5)]), [reading(11, 2), reading(12, 3)]),
);
passes('meter-register', 'another transaction', meterRegister, event(event(open(), [reading(10, 1)]), [reading(0, 2)], {}, 'T2'));
passes(
  'meter-register',
  'another unit, phase or place',
  meterRegister,
  event(event(open(), [reading(10, 1)]), [
    reading(9, 2, { unitOfMeasure: { unit: 'kWh' } }),
    reading(3, 2, { phase: 'L1' }),
    reading(2, 2, { location: 'Inlet' }),
  ]),
);
passes(
  'meter-register',
  'power',
  meterRegister,
  event(open(), [reading(10, 1, { measurand: 'Power.Active.Import' }), reading(9, 2, { measurand: 'Power.Active.Import' })]),
);
