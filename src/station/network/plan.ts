import type { Core } from '../core.ts';

/** A connection attempt to be made. */
export interface Attempt {
  slot: number;
  /** Trusts the roots that are kept as a fallback in place of the regular ones. */
  fallback: boolean;
}

/** The attempts to make one after the other until one succeeds: use case B10. */
export function* attempts({ networkProfiles, persistent, config, variables, faults }: Core): Generator<Attempt> {
  for (;;) {
    const priority = networkProfiles.priority.filter((slot) => networkProfiles.get(slot));
    if (priority.length === 0) return;
    const count = Math.max(1, variables.integer('OCPPCommCtrlr.NetworkProfileConnectionAttempts'));
    const order = faults.has('priority-ignored') ? [...priority].reverse() : priority;
    for (const slot of faults.has('never-falls-back') ? order.slice(0, 1) : order) {
      for (let made = 0; made < count; made++) yield { slot, fallback: false };
    }
    const last = persistent.lastGoodSlot;
    const fallsBack = config.capabilities.whenAllProfilesFailed === 'lastGoodProfile' && !faults.has('never-falls-back');
    while (fallsBack && last !== undefined && networkProfiles.get(last)) yield { slot: last, fallback: false };
  }
}
