import type { ChargingSchedulePeriodType } from '../ocpp/generated/messages.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { requestIn, responseIn } from './violations.ts';

interface Found {
  pointer: string;
  periods: readonly ChargingSchedulePeriodType[];
}

/**
 * The periods of a schedule begin at 0 and go on in the order of time, and name the phase to use only where it is one.
 * What a station reports of the profiles that the CSMS has set is for the CSMS to answer for.
 */
export const chargingSchedules: Rule = (report) => ({
  messages: ['SetChargingProfile', 'RequestStartTransaction', 'GetCompositeSchedule', 'NotifyChargingLimit', 'NotifyEVChargingSchedule'],
  see(entry) {
    if (entry.kind !== 'frame' || entry.deliberate) return;
    for (const found of schedulesIn(entry)) {
      const unordered = disorderIn(found, entry);
      if (unordered) report(unordered);
      const phases = wrongPhaseIn(found, entry);
      if (phases) report(phases);
    }
  },
});

function schedulesIn(entry: Entry): Found[] {
  const { chargingProfile } = requestIn(entry, 'SetChargingProfile') ?? requestIn(entry, 'RequestStartTransaction') ?? {};
  const { schedule } = responseIn(entry, 'GetCompositeSchedule') ?? {};
  const limited = requestIn(entry, 'NotifyChargingLimit')?.chargingSchedule ?? [];
  const ofEv = requestIn(entry, 'NotifyEVChargingSchedule')?.chargingSchedule;
  const several = (path: string, schedules: readonly { chargingSchedulePeriod: ChargingSchedulePeriodType[] }[]): Found[] =>
    schedules.map(({ chargingSchedulePeriod }, index) => ({
      pointer: `${path}/${index}/chargingSchedulePeriod`,
      periods: chargingSchedulePeriod,
    }));
  return [
    ...several('/chargingProfile/chargingSchedule', chargingProfile?.chargingSchedule ?? []),
    ...several('/chargingSchedule', limited),
    ...(schedule ? [{ pointer: '/schedule/chargingSchedulePeriod', periods: schedule.chargingSchedulePeriod }] : []),
    ...(ofEv ? [{ pointer: '/chargingSchedule/chargingSchedulePeriod', periods: ofEv.chargingSchedulePeriod }] : []),
  ];
}

/** K01.FR.31, K01.FR.35 */
function disorderIn({ pointer, periods }: Found, entry: FrameEntry) {
  const index = periods.findIndex(({ startPeriod }, place) =>
    place === 0 ? startPeriod !== 0 : startPeriod <= (periods[place - 1]?.startPeriod ?? 0),
  );
  if (index < 0) return undefined;
  return finding('schedule-periods', {
    party: entry.from,
    requirement: index === 0 ? 'K01.FR.31' : 'K01.FR.35',
    expected: index === 0 ? 'a first period from 0 on' : `a period that begins after ${periods[index - 1]?.startPeriod} s`,
    actual: `one that begins after ${periods[index]?.startPeriod} s`,
    pointer: `${pointer}/${index}/startPeriod`,
    entries: [entry],
  });
}

/** K01.FR.19 */
function wrongPhaseIn({ pointer, periods }: Found, entry: FrameEntry) {
  const index = periods.findIndex(({ numberPhases, phaseToUse }) => phaseToUse !== undefined && numberPhases !== 1);
  const period = periods[index];
  if (!period) return undefined;
  return finding('phase-to-use', {
    party: entry.from,
    expected: 'phaseToUse only where numberPhases is 1',
    actual: `phaseToUse ${period.phaseToUse} of ${period.numberPhases ?? 'three'} phases`,
    pointer: `${pointer}/${index}/phaseToUse`,
    entries: [entry],
  });
}
