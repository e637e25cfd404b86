import type { IdTokenType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { sameToken } from './id-token.ts';
import type { Session } from './session.ts';

/** A driver presents a token, to start or to stop: use cases C01, C02, C09, E03 and E07. */
export async function present(core: Core, evse: Evse, idToken: IdTokenType): Promise<void> {
  const session = core.transactions.session(evse);
  if (session.authorized) await stop(core, session, idToken);
  else await start(core, session, idToken);
}

async function start(core: Core, session: Session, idToken: IdTokenType): Promise<void> {
  const { transactions, reservations, authorization } = core;
  const { evse, transaction } = session;
  // Whoever was authorized for a transaction keeps it (C01.FR.23).
  if (transaction?.idToken && !sameToken(transaction.idToken, idToken)) return;
  if (!transactions.isOpen(evse)) return;
  const accepted = await authorization.authorize(evse, idToken);
  if (!accepted || session.authorized || !reservations.admits(evse, idToken, accepted.groupIdToken)) return;
  transactions.authorized(session, { idToken, groupIdToken: accepted.groupIdToken });
}

/** C01.FR.03, C09.FR.03 and C09.FR.05 */
async function stop(core: Core, session: Session, idToken: IdTokenType): Promise<void> {
  const { authorized, evse } = session;
  if (!authorized) return;
  const group = authorized.groupIdToken;
  const sameGroup = (other: IdTokenType | undefined): boolean => group !== undefined && other !== undefined && sameToken(group, other);
  let mayStop = sameToken(authorized.idToken, idToken);
  if (!mayStop) {
    const known = core.authorization.known(idToken);
    mayStop = known?.status === 'Accepted' && sameGroup(known.groupIdToken);
    if (!mayStop) mayStop = sameGroup((await core.authorization.authorize(evse, idToken))?.groupIdToken);
  }
  if (mayStop && session.authorized === authorized) core.transactions.stopped(session, 'StopAuthorized', { idToken });
}

/** The EVSE that a driver means who does not say so. */
export function evseFor(core: Core): Evse {
  const { transactions } = core;
  const of = (evse: Evse) => transactions.session(evse);
  const [first] = core.evses;
  const chosen =
    core.evses.find((evse) => of(evse).transaction && !of(evse).authorized) ??
    core.evses.find((evse) => evse.connected && !of(evse).authorized) ??
    core.evses.find((evse) => !of(evse).authorized && transactions.isOpen(evse)) ??
    first;
  if (!chosen) throw new RangeError('this station has no EVSE');
  return chosen;
}
