import type { ChargingNeedsType } from '../../ocpp/generated/messages.ts';
import { SECOND } from '../../time/clock.ts';
import type { Context, Handler } from '../context.ts';

/** Gives the EV what it asks for, in one period (K15.FR.07, K15.FR.18, K17.FR.07). */
export const notifyEVChargingNeeds: Handler<'NotifyEVChargingNeeds'> = ({ evseId, chargingNeeds }, context) => {
  const transaction = context.station.transactions.current(evseId);
  // A TxProfile needs a transaction (K01.FR.03); without one there is no schedule to provide (K15.FR.04).
  if (!transaction?.ongoing) return { payload: { status: 'Rejected' } };
  return {
    payload: { status: 'Accepted' },
    afterwards({ status }) {
      if (status === 'Rejected') return;
      const chargingProfile = profileFor(chargingNeeds, transaction.transactionId, context);
      context.begin(() => context.send('SetChargingProfile', { evseId, chargingProfile }));
    },
  };
};

function profileFor(needs: ChargingNeedsType, transactionId: string, { station, clock, nextId }: Context) {
  // The same id each time: a new id at the same stack level is not allowed (K01.FR.39).
  const id = station.txProfiles.get(transactionId)?.id ?? nextId();
  const { chargingRateUnit, limit } = limitFor(needs);
  return {
    id,
    stackLevel: 0,
    chargingProfilePurpose: 'TxProfile',
    chargingProfileKind: 'Absolute',
    transactionId,
    chargingSchedule: [
      {
        id,
        startSchedule: new Date(clock.now()).toISOString(),
        ...durationUntil(needs.departureTime, clock.now()),
        chargingRateUnit,
        chargingSchedulePeriod: [{ startPeriod: 0, limit }],
      },
    ],
  };
}

/** What the EV can take; 16 A where it does not say. */
function limitFor({ acChargingParameters: ac, dcChargingParameters: dc }: ChargingNeedsType): {
  chargingRateUnit: 'A' | 'W';
  limit: number;
} {
  if (dc) return { chargingRateUnit: 'W', limit: Math.min(dc.evMaxPower ?? Number.POSITIVE_INFINITY, dc.evMaxCurrent * dc.evMaxVoltage) };
  return { chargingRateUnit: 'A', limit: ac?.evMaxCurrent ?? 16 };
}

function durationUntil(departureTime: string | undefined, now: number): { duration?: number } {
  const seconds = departureTime === undefined ? 0 : Math.floor((Date.parse(departureTime) - now) / SECOND);
  return seconds > 0 ? { duration: seconds } : {};
}
