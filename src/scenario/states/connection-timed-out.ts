import { wait } from '../../time/clock.ts';
import { milliseconds, parseExpression } from '../expression.ts';
import { authorized, type State } from './charging.ts';
import type { Session } from './session.ts';

/** Nobody plugs in for EVConnectionTimeOut after somebody has been authorized: C01.FR.26, E03.FR.05 and E03.FR.15. */
export const connectionTimedOut: State = async (passage, session, options) => {
  if (!session.conditions.authorized) await authorized(passage, session, options);
  const { dialogue } = passage;
  const timeout = parseExpression(options.parameters.timeout ?? '<EV connection timeout>');
  if (session.ongoing)
    await passage.station('TransactionEvent', { triggerReason: 'EVConnectTimeout', ...endOf(session) }, { noSooner: timeout });
  else await dialogue.flow(wait(dialogue.environment.clock, milliseconds(timeout, dialogue.scope)));
  session.end({ authorized: false });
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
