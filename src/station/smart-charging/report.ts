import type { Core } from '../core.ts';
import type { InstalledProfile } from './profiles.ts';

/** All that it holds has been set by the CSMS. */
export const SOURCE = 'CSO';

/** Reports charging profiles, those of each EVSE in a message of their own (K09.FR.01, K09.FR.02). */
export async function reportProfiles({ messages }: Core, requestId: number, profiles: readonly InstalledProfile[]): Promise<void> {
  const evseIds = [...new Set(profiles.map(({ evseId }) => evseId))];
  for (const [index, evseId] of evseIds.entries()) {
    const chargingProfile = profiles.filter((installed) => installed.evseId === evseId).map(({ profile }) => profile);
    const tbc = index < evseIds.length - 1;
    const { kind } = await messages.call('ReportChargingProfiles', {
      requestId,
      chargingLimitSource: SOURCE,
      evseId,
      chargingProfile,
      tbc,
    });
    if (kind === 'closed') return;
  }
}
