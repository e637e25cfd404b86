import { SECOND, wait } from '../../time/clock.ts';
import { milliseconds, parseExpression } from '../expression.ts';
import { payloadOf } from '../payload.ts';
import { authorized, type State } from './charging.ts';
import type { Event, Session } from './session.ts';

/** Nobody plugs in for EVConnectionTimeOut after somebody has been authorized: C01.FR.26, E03.FR.05 and E03.FR.15. */
export const connectionTimedOut: State = async (passage, session, options) => {
  if (!session.conditions.authorized) await authorized(passage, session, options);
  const { dialogue } = passage;
  const { clock, settings } = dialogue.environment;
  const timeout = parseExpression(options.parameters.timeout ?? '<EV connection timeout>');
  // The station has begun to count when somebody was authorized, which it may have told later.
  const noSooner = parseExpression(`${options.parameters.timeout ?? '<EV connection timeout>'} - ${settings.tolerance} s`);
  const cells = { triggerReason: 'EVConnectTimeout', ...endOf(session) };
  const told = session.ongoing ? await passage.station('TransactionEvent', cells, { noSooner }) : undefined;
  if (!session.ongoing) await dialogue.flow(wait(clock, milliseconds(timeout, dialogue.scope) + settings.tolerance * SECOND));
  session.end({ authorized: false });
  session.untold = undefined;
  // It may have had the choice.
  if (told) session.sent(payloadOf(told).eventType as Event);
  await passage.settle();
};

/** A transaction may end where nothing says that it has to; while the EV is in the bay that keeps it, it must not. */
function endOf({ stopPoints, by }: Session): Record<string, string> {
  // F02.FR.07 leaves no choice where E03.FR.05 does.
  const hasToEnd = by === 'remote' && !stopPoints.includes('ParkingBayOccupancy');
  if (hasToEnd || stopPoints.includes('Authorized')) return { eventType: 'Ended', 'transactionInfo.stoppedReason': 'Timeout' };
  if (stopPoints.includes('ParkingBayOccupancy') && !stopPoints.includes('PowerPathClosed')) return { eventType: 'Updated' };
  return { eventType: 'Ended or Updated', 'transactionInfo.stoppedReason': 'Timeout or absent' };
}
