import type { ChargingProfileType } from '../src/ocpp/generated/messages.ts';
import { composite } from '../src/schedule/composite.ts';
import type { Bench } from './bench.ts';
import { median, timed } from './measure.ts';

const [PROFILES, PERIODS, TURNS] = [20, 1024, 31];
const BEGIN = Date.UTC(2026, 0, 1);

/** Every profile with as many periods as a schedule may have, each beginning at another second than those of the others. */
const profiles = Array.from({ length: PROFILES }, (_, index): ChargingProfileType => {
  const purpose = (['TxDefaultProfile', 'TxProfile', 'ChargingStationMaxProfile'] as const)[index % 3] ?? 'TxProfile';
  return {
    id: index,
    stackLevel: index,
    chargingProfilePurpose: purpose,
    chargingProfileKind: 'Absolute',
    chargingSchedule: [
      {
        id: index,
        startSchedule: new Date(BEGIN + index * 1000).toISOString(),
        chargingRateUnit: 'A',
        chargingSchedulePeriod: Array.from({ length: PERIODS }, (_, period) => ({
          startPeriod: period * PROFILES,
          limit: 6 + ((period * 7 + index) % 26),
        })),
      },
    ],
  };
});

/** The composite schedule of full charging profiles. */
export const compositeSchedule: Bench = {
  name: 'composite',
  async run() {
    const window = { from: BEGIN, to: BEGIN + PROFILES * PERIODS * 1000, supply: { phases: 3, voltage: 230 }, ready: BEGIN };
    const calculate = () => composite(profiles, window);
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) times.push(await timed(calculate));
    return [
      {
        what: `composite schedule of ${PROFILES} profiles with ${PERIODS} periods`,
        measured: median(times),
        limit: 10,
        note: `${calculate().length} steps`,
      },
    ];
  },
};
