import type { IdTokenType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import type { Accepted } from './authorization.ts';
import { sameToken } from './id-token.ts';
import type { Authorized, Session } from './session.ts';

/** A driver presents a token, to start or to stop: use cases C01, C02, C09, C16, E03 and E07. */
export async function present(core: Core, evse: Evse, idToken: IdTokenType): Promise<void> {
  const session = core.transactions.session(evse);
  if (!session.authorized && releases(core, session, idToken)) return;
  if (session.authorized) await stop(core, session, idToken);
  else await start(core, session, idToken);
}

async function start(core: Core, session: Session, idToken: IdTokenType): Promise<void> {
  const { transactions, reservations, authorization } = core;
  const { evse, transaction } = session;
  // Whoever was authorized for a transaction keeps it (C01.FR.23).
  if (transaction?.idToken && !sameToken(transaction.idToken, idToken)) return;
  if (!transactions.isOpen(evse)) return;
  if (core.faults.has('charges-before-asking')) {
    transactions.authorized(session, { idToken, told: true });
    await core.transactionQueue.settled();
  }
  const accepted = groupOf(core, evse) ?? (await authorization.authorize(evse, idToken));
  if (!accepted || session.authorized) return;
  const { groupIdToken, personalMessage }: Accepted = accepted;
  if (authorization.isMasterPass(groupIdToken) && !core.faults.has('master-pass-charges')) return core.masterPass.present(idToken);
  if (reservations.admits(evse, idToken, groupIdToken)) transactions.authorized(session, { idToken, groupIdToken, personalMessage });
}

/** A faulty station does not ask who belongs to the group of a reservation (H03.FR.08). */
function groupOf({ faults, reservations }: Core, evse: Evse): Pick<Authorized, 'groupIdToken'> | undefined {
  const groupIdToken = faults.has('reserved-group-not-asked-about') ? reservations.of(evse)?.groupIdToken : undefined;
  return groupIdToken && { groupIdToken };
}

/**
 * Whoever comes for the cable that was kept gets it (E05.FR.11, E09.FR.03).
 * @returns whether the token is of no other use now, as there is nothing to charge
 */
function releases({ authorization, faults }: Core, session: Session, idToken: IdTokenType): boolean {
  const { keptFor, evse } = session;
  if (!keptFor) return false;
  const known = authorization.known(idToken)?.groupIdToken;
  const sameGroup = known && keptFor.groupIdToken && sameToken(known, keptFor.groupIdToken);
  if (sameToken(keptFor.idToken, idToken) || sameGroup) {
    if (!faults.has('cable-kept-from-its-owner')) session.unlock();
  }
  return evse.connected === undefined;
}

/** C01.FR.03, C09.FR.03 and C09.FR.05 */
async function stop(core: Core, session: Session, idToken: IdTokenType): Promise<void> {
  const { authorized, evse } = session;
  if (!authorized) return;
  if (core.faults.has('asks-before-stop')) await core.messages.call('Authorize', { idToken });
  const group = sameToken(authorized.idToken, idToken) ? 'same token' : await stoppingGroup(core, evse, authorized, idToken);
  if (group === 'master pass') core.masterPass.present(idToken);
  else if (group && session.authorized === authorized) core.transactions.stopped(session, 'Local', { idToken });
}

/** What gives another token the right to stop a transaction; the CSMS is asked only if the station does not know by itself. */
async function stoppingGroup(
  { authorization, faults, messages }: Core,
  evse: Evse,
  { groupIdToken }: Authorized,
  idToken: IdTokenType,
): Promise<'same group' | 'master pass' | undefined> {
  const right = (other: IdTokenType | undefined) => {
    if (authorization.isMasterPass(other)) return 'master pass';
    if (faults.has('group-does-not-stop')) return undefined;
    return groupIdToken && other && sameToken(groupIdToken, other) ? 'same group' : undefined;
  };
  const known = authorization.known(idToken);
  if (known && faults.has('asks-about-known-group')) await messages.call('Authorize', { idToken });
  const counts = known?.status === 'Accepted' || faults.has('known-group-member-not-judged');
  const locally = counts ? right(known?.groupIdToken) : undefined;
  if (locally) return locally;
  const accepted = await authorization.authorize(evse, idToken);
  return right(accepted?.groupIdToken) ?? (accepted && faults.has('any-token-stops') ? 'same group' : undefined);
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
