import type { ChargingNeedsType } from '../../ocpp/generated/messages.ts';
import { SECOND, wait } from '../../time/clock.ts';
import type { Handler } from '../context.ts';
import { provideSchedule } from './provide-schedule.ts';

/** Gives the EV what it asks for, in one period (K15.FR.07, K15.FR.18, K17.FR.07). */
export const notifyEVChargingNeeds: Handler<'NotifyEVChargingNeeds'> = ({ evseId, chargingNeeds }, context) => {
  const transaction = context.station.transactions.current(evseId);
  // A TxProfile needs a transaction (K01.FR.03); without one there is no schedule to provide (K15.FR.04).
  if (!transaction?.ongoing || context.faulty('charging-needs-refused')) return { payload: { status: 'Rejected' } };
  const known = context.station.chargingProfiles.ofTransaction(transaction.transactionId) !== undefined;
  return {
    payload: { status: 'Accepted' },
    afterwards({ status }) {
      if (status === 'Rejected' || context.faulty('schedule-never-provided')) return;
      if (known && context.faulty('needs-regarded-once')) return;
      context.begin(async () => {
        // It takes a moment to work out.
        await wait(context.clock, SECOND);
        await provideSchedule(context, evseId, transaction.transactionId, {
          ...durationUntil(chargingNeeds.departureTime, context.clock.now()),
          ...limitFor(chargingNeeds),
        });
      });
    },
  };
};

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
