import type { UpgradeFacts } from '../ocpp/handshake.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import type { Entry } from '../trace/entry.ts';

/**
 * What an opening handshake showed, established or refused. Nothing of connections that were made before the trace
 * began: they were judged then.
 */
export function handshakeIn(entry: Entry): UpgradeFacts | undefined {
  if (entry.kind === 'connected') return entry.carried ? undefined : entry.upgrade;
  return entry.kind === 'refused' ? entry.refusal.upgrade : undefined;
}

/** Whether somebody saw the handshake itself, so that what is not among the facts was not there. */
export const isWitnessed = (entry: Entry): boolean =>
  entry.kind === 'refused' || (entry.kind === 'connected' && entry.upgrade.status !== undefined);

/**
 * Whether what a party did in a handshake may be held against it: not where the facts come from its own end, which
 * ocppspec plays and a scenario may have told to do so, nor of a refused attempt that may be of that kind.
 */
export const isJudged = (entry: Entry, party: Party): boolean =>
  (entry.kind === 'connected' && entry.seenBy !== party) || (entry.kind === 'refused' && entry.seenBy === otherParty(party));
