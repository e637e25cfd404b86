import type {
  ChargingProfileType,
  ChargingSchedulePeriodType,
  ChargingScheduleType,
  GetCompositeScheduleResponse,
} from '../../src/ocpp/generated/messages.ts';
import { act, present } from './charging.ts';
import type { Csms, Scene } from './kit.ts';

/** `start: limit` in a row, such as `limits(0, 6, 100, 8)`. */
export const limits = (...numbers: number[]): ChargingSchedulePeriodType[] =>
  numbers.flatMap((startPeriod, index) => (index % 2 === 0 ? [{ startPeriod, limit: numbers[index + 1] as number }] : []));

export type Overrides = Partial<Omit<ChargingProfileType, 'chargingSchedule'>> & { schedule?: Partial<ChargingScheduleType> };

/** A default for transactions that begins with the test: 6 A. */
export function profile({ schedule, ...overrides }: Overrides = {}): ChargingProfileType {
  const relative = overrides.chargingProfileKind === 'Relative';
  return {
    id: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    ...overrides,
    chargingSchedule: [
      {
        id: 1,
        ...(relative ? {} : { startSchedule: '2026-01-01T00:00:00Z' }),
        chargingRateUnit: 'A',
        chargingSchedulePeriod: limits(0, 6),
        ...schedule,
      },
    ],
  };
}

/** The id of the transaction that is charging at EVSE 1 afterwards. */
export async function charge(all: Scene): Promise<string> {
  await act(all, 'plug-in', present());
  return transactionId(all);
}

export const transactionId = (all: Scene): string => all.station.state().evses[0]?.transaction?.id ?? 'none';

/** @returns the status, with the reason if it was refused */
export async function set(csms: Csms, evseId: number, chargingProfile: ChargingProfileType): Promise<string> {
  const { status, statusInfo } = await csms.ask('SetChargingProfile', { evseId, chargingProfile });
  return statusInfo ? `${status} ${statusInfo.reasonCode}` : status;
}

export const composite = async (csms: Csms, duration: number, unit: 'A' | 'W' = 'A', evseId = 1): Promise<GetCompositeScheduleResponse> =>
  csms.ask('GetCompositeSchedule', { evseId, duration, chargingRateUnit: unit });

/** The periods of a composite schedule as `start: limit`. */
export async function periods(...parameters: Parameters<typeof composite>): Promise<string> {
  const { schedule } = await composite(...parameters);
  return schedule?.chargingSchedulePeriod.map(({ startPeriod, limit }) => `${startPeriod}: ${limit}`).join(', ') ?? 'none';
}
