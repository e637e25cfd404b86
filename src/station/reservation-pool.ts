import type { ReserveNowRequest } from '../ocpp/generated/messages.ts';
import type { Evse } from './evses.ts';

/** Whether a reservation can be honoured at an EVSE: the one that it names, or any with its connector type. */
export function fits({ evseId, connectorType }: ReserveNowRequest, evse: Evse): boolean {
  if (evseId !== undefined && evseId !== evse.id) return false;
  return connectorType === undefined || evse.connectors.some(({ config }) => config.type === connectorType);
}

/** Whether each of the reservations can have an EVSE of its own. */
export function canHonour([first, ...others]: readonly ReserveNowRequest[], free: readonly Evse[]): boolean {
  if (!first) return true;
  return free.some(
    (evse) =>
      fits(first, evse) &&
      canHonour(
        others,
        free.filter((other) => other !== evse),
      ),
  );
}

/** Whether nobody else may have that EVSE, because the others are not enough (H01.FR.07, H01.FR.09, H01.FR.20, H01.FR.24). */
export function isNeeded(evse: Evse, pool: readonly ReserveNowRequest[], free: readonly Evse[]): boolean {
  if (!free.includes(evse) || !pool.some((reservation) => fits(reservation, evse))) return false;
  return !canHonour(
    pool,
    free.filter((other) => other !== evse),
  );
}
