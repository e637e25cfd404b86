import type { ChargingProfileType } from '../../ocpp/generated/messages.ts';
import { timestamp } from '../../time/clock.ts';
import type { Context } from '../context.ts';

type Wanted = Partial<ChargingProfileType>;

/** A minimal profile of the purpose and kind that an operator wants, with the id of the one whose place it takes (K01.FR.05). */
export function profileFor(context: Context, evseId: number, partial: Wanted, transactionId?: string): ChargingProfileType {
  const { clock, nextId, station } = context;
  const { chargingProfilePurpose = 'TxDefaultProfile', stackLevel = 0, chargingProfileKind = 'Absolute' } = partial;
  // K01.FR.03
  const transaction = chargingProfilePurpose === 'TxProfile' ? (partial.transactionId ?? transactionId) : undefined;
  const place = { evseId, chargingProfilePurpose, stackLevel, ...(transaction === undefined ? {} : { transactionId: transaction }) };
  const id = station.chargingProfiles.at(place)?.id ?? nextId();
  return {
    id,
    stackLevel,
    chargingProfilePurpose,
    chargingProfileKind,
    // K01.FR.60
    ...(chargingProfileKind === 'Recurring' ? { recurrencyKind: 'Daily' } : {}),
    ...(transaction === undefined ? {} : { transactionId: transaction }),
    chargingSchedule: [
      {
        id,
        // K01.FR.40, K01.FR.41
        ...(chargingProfileKind === 'Relative' ? {} : { startSchedule: timestamp(clock) }),
        chargingRateUnit: 'A',
        chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }],
      },
    ],
  };
}
