import type { ChargingSchedulePeriodType, ChargingScheduleType } from '../../ocpp/generated/messages.ts';
import { SECOND, wait } from '../../time/clock.ts';
import type { Handler } from '../context.ts';
import { provideSchedule } from './provide-schedule.ts';

const VOLTAGE = 230;
const PHASES = 3;

/** K15.FR.11 to FR.13, K16.FR.06 to FR.08: whether the EV stays within what the CSMS has set. */
export const notifyEVChargingSchedule: Handler<'NotifyEVChargingSchedule'> = ({ evseId, chargingSchedule }, context) => {
  const { progress, transactions } = context.station;
  const transactionId = transactions.current(evseId)?.transactionId;
  const key = `EV schedule ${transactionId}`;
  const profile = transactionId === undefined ? undefined : context.station.chargingProfiles.ofTransaction(transactionId);
  const schedules = profile?.chargingSchedule ?? [];
  const within = schedules.length === 0 || schedules.some((set) => isWithin(chargingSchedule, set));
  const late = progress.has(key) && context.faulty('second-ev-schedule-rejected');
  if (late || context.faulty('fitting-ev-schedule-rejected')) return { payload: { status: 'Rejected' } };
  const accepted = within || context.faulty('excessive-ev-schedule-accepted');
  const [set] = schedules;
  return {
    payload: { status: accepted ? 'Accepted' : 'Rejected' },
    afterwards({ status }) {
      progress.set(key, status);
      if (transactionId === undefined || !set) return;
      const renegotiates = status === 'Accepted' ? context.faulty('renegotiates-for-no-reason') : !context.faulty('no-renegotiation');
      if (!renegotiates) return;
      const { chargingRateUnit, duration } = set;
      const limit = Math.min(...set.chargingSchedulePeriod.map((period) => period.limit));
      context.begin(async () => {
        await wait(context.clock, A_WHILE);
        await provideSchedule(context, evseId, transactionId, { chargingRateUnit, limit, ...(duration === undefined ? {} : { duration }) });
      });
    },
  };
};

/** Until a renegotiation begins, in milliseconds. */
const A_WHILE = 5 * SECOND;

/** Whether each period of an EV allows no more than each one of the CSMS with which it shares time. */
function isWithin(ev: ChargingScheduleType, set: ChargingScheduleType): boolean {
  return ev.chargingSchedulePeriod.every((period, index) => {
    const end = ev.chargingSchedulePeriod[index + 1]?.startPeriod ?? Number.POSITIVE_INFINITY;
    const meanwhile = set.chargingSchedulePeriod.filter(
      ({ startPeriod }, place) =>
        startPeriod < end && (set.chargingSchedulePeriod[place + 1]?.startPeriod ?? Number.POSITIVE_INFINITY) > period.startPeriod,
    );
    return meanwhile.every((limit) => amperes(period, ev) <= amperes(limit, set) + 1e-6);
  });
}

const amperes = ({ limit, numberPhases = PHASES }: ChargingSchedulePeriodType, { chargingRateUnit }: ChargingScheduleType): number =>
  chargingRateUnit === 'A' ? limit : limit / (VOLTAGE * numberPhases);
