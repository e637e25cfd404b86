import type { MeterValueType, ReadingContextEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { MainMeter } from './main-meter.ts';
import type { Meter } from './meter.ts';
import type { Transaction } from './session.ts';
import { signed, signs } from './signed-data.ts';

/** What is read, as a variable of SampledDataCtrlr or AlignedDataCtrlr lists it, when and why. */
export interface Wanted {
  controller: 'SampledDataCtrlr' | 'AlignedDataCtrlr';
  /** The variable with the measurands. */
  list: string;
  context: ReadingContextEnumType;
  timestamp: string;
  transaction?: Transaction | undefined;
}

/** What a meter shows at one moment; empty if it can measure none of what is wanted. */
export function readingsOf(core: Core, meter: Meter | MainMeter, wanted: Wanted): MeterValueType[] {
  const { variables, faults } = core;
  const { controller, list, context, timestamp, transaction } = wanted;
  const registerPhases = variables.isOff('SampledDataCtrlr.RegisterValuesWithoutPhases');
  const measurands = variables.members(`${controller}.${list}`);
  const [first, ...more] = meter.read(measurands, context, { registerPhases });
  if (!first) return [];
  const reading: MeterValueType = { timestamp, sampledValue: [first, ...more] };
  const unsigned = faults.has('signature-missing') || (controller === 'AlignedDataCtrlr' && faults.has('aligned-data-unsigned'));
  return signs(core, controller) && !unsigned ? [signed(core, reading, transaction)] : [reading];
}
