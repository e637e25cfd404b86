import { timestamp } from '../../time/clock.ts';
import type { Context } from '../context.ts';

/** Sets a limit for a transaction, in place of the one that was set before (K15.FR.07, K16.FR.06). */
export function provideSchedule(
  context: Context,
  evseId: number,
  transactionId: string,
  { limit, ...schedule }: { chargingRateUnit: 'A' | 'W'; limit: number; duration?: number },
): Promise<unknown> {
  if (!context.station.connection) return Promise.resolve();
  return context.send('SetChargingProfile', {
    evseId,
    chargingProfile: {
      chargingProfilePurpose: 'TxProfile',
      chargingProfileKind: 'Absolute',
      transactionId,
      chargingSchedule: [{ startSchedule: timestamp(context.clock), ...schedule, chargingSchedulePeriod: [{ startPeriod: 0, limit }] }],
    },
  });
}
