import type { ChargingNeedsType, NotifyEVChargingNeedsRequest, NotifyEVChargingScheduleRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import type { Changes } from '../merge.ts';

/** What an EV at that EVSE might need, with the parameters of either kind of current (K15.FR.06). */
export function composeChargingNeeds(core: Core, changes: Changes): NotifyEVChargingNeedsRequest {
  const evse = evseFor(core, changes);
  const chosen = (changes.chargingNeeds ?? {}) as { acChargingParameters?: unknown; dcChargingParameters?: unknown };
  const direct = chosen.acChargingParameters === undefined && (chosen.dcChargingParameters !== undefined || evse?.config.phases === 0);
  return { evseId: evse?.id ?? 1, chargingNeeds: needs(direct ? 0 : (evse?.config.phases ?? 3)) };
}

/** What an EV at that EVSE needs. */
export const chargingNeedsOf = ({ config: { phases } }: Evse): ChargingNeedsType => needs(phases);

const needs = (phases: number): ChargingNeedsType =>
  phases === 0
    ? { requestedEnergyTransfer: 'DC', dcChargingParameters: { evMaxCurrent: 125, evMaxVoltage: 400 } }
    : {
        requestedEnergyTransfer: phases === 1 ? 'AC_single_phase' : 'AC_three_phase',
        acChargingParameters: { energyAmount: 20000, evMinCurrent: 6, evMaxCurrent: 16, evMaxVoltage: 400 },
      };

/** The schedule that the CSMS has set for the transaction, as an EV that agrees repeats it (K17.FR.16). */
export function composeChargingSchedule(core: Core, changes: Changes): NotifyEVChargingScheduleRequest {
  const evse = evseFor(core, changes);
  // A script that brings a schedule brings all of it.
  const agreed = changes.chargingSchedule === undefined && evse ? core.smartCharging.txSchedule(evse) : undefined;
  return {
    timeBase: core.time.timestamp(),
    evseId: evse?.id ?? 1,
    chargingSchedule: agreed ?? { id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] },
  };
}

/** The one that is meant, or one with a transaction. */
function evseFor({ evses, transactions }: Core, { evseId }: Changes): Evse | undefined {
  return evses.find(({ id }) => id === evseId) ?? evses.find((evse) => transactions.ongoing(evse)) ?? evses[0];
}
