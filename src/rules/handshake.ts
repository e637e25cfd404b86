import type { UpgradeFacts } from '../ocpp/handshake.ts';
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
