import type { MessageInfoType, MessageStateEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';

type Parts = Pick<Core, 'availability' | 'evses' | 'transactions'>;

const isCharging = ({ transactions }: Parts): boolean => transactions.all.some(({ chargingState }) => chargingState === 'Charging');

/** Whether the station as a whole is in the state that a message is for. */
export const IN_STATE: Readonly<Record<MessageStateEnumType, (core: Parts) => boolean>> = {
  Charging: isCharging,
  Faulted: ({ evses }) => evses.some(({ faulted }) => faulted),
  Unavailable: ({ availability }) => availability.statusOfStation() === 'Unavailable',
  Idle: (core) => !isCharging(core) && !IN_STATE.Faulted(core) && !IN_STATE.Unavailable(core),
};

/** Whether a fault makes the station forget a message because it is not in the state that the message is for. */
export function isForgotten(core: Core, { state }: MessageInfoType): boolean {
  if (state === 'Idle') return core.faults.has('idle-message-forgotten-while-charging') && !IN_STATE.Idle(core);
  return state === 'Unavailable' && core.faults.has('unavailable-message-forgotten-while-available') && !IN_STATE.Unavailable(core);
}
