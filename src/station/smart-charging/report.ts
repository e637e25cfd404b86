import type { Core } from '../core.ts';
import { CSO, type InstalledProfile } from './profiles.ts';

/** Reports charging profiles, those of each EVSE and of each source in a message of their own (K09.FR.01, K09.FR.02). */
export async function reportProfiles({ faults, messages }: Core, requestId: number, profiles: readonly InstalledProfile[]): Promise<void> {
  const parts = [...Map.groupBy(profiles, ({ evseId, source = CSO }) => `${evseId} ${source}`).values()];
  if (faults.has('only-one-part-of-profiles')) parts.splice(1);
  for (const [index, part] of parts.entries()) {
    const [{ evseId, source = CSO }] = part as [InstalledProfile];
    const { kind } = await messages.call('ReportChargingProfiles', {
      requestId,
      chargingLimitSource: source,
      evseId,
      chargingProfile: part.map(({ profile }) => profile) as never,
      tbc: index < parts.length - 1,
    });
    if (kind === 'closed') return;
  }
}
