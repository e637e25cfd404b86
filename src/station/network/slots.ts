import type { Core } from '../core.ts';

/** The network configuration slots to try one after the other until a connection is made: use case B10. */
export function* slotsToTry({ networkProfiles, persistent, config, variables, faults }: Core): Generator<number> {
  const last = persistent.lastGoodSlot;
  const stubborn = faults.has('never-falls-back');
  for (;;) {
    const usable = networkProfiles.priority.filter((slot) => networkProfiles.get(slot));
    if (usable.length === 0) return;
    const order = faults.has('priority-ignored') ? usable.reverse() : usable;
    const attempts = Math.max(1, variables.integer('OCPPCommCtrlr.NetworkProfileConnectionAttempts'));
    for (const slot of stubborn ? order.slice(0, 1) : order) {
      for (let made = 0; made < attempts; made++) yield slot;
    }
    const fallsBack = config.capabilities.whenAllProfilesFailed === 'lastGoodProfile' && !stubborn;
    while (fallsBack && last !== undefined && networkProfiles.get(last)) yield last;
  }
}
