import { vi } from 'vitest';
import { defaultStationConfig, networkProfile } from '../../src/station/config.ts';
import { Station } from '../../src/station/station.ts';
import { RealClock } from '../../src/time/real-clock.ts';
import { ocppspecWith, type Said } from './in-process.ts';

export const PASSWORD = 'a-password-of-the-lab';

export type Choices = NonNullable<Parameters<typeof defaultStationConfig>[0]>;

/** Looks at a simulated station, which connects as soon as it is waited for. */
export async function probeSimulatedStation(
  choices: Choices = {},
  args: string[] = [],
): Promise<Said & { station: Station; before: Record<string, string> }> {
  let station: Station | undefined;
  let before: Record<string, string> = {};
  vi.stubEnv('OCPPSPEC_PASSWORD', PASSWORD);
  const said = await ocppspecWith(['probe', '--listen', '127.0.0.1:0', ...args], (text) => {
    const [, url] = /at (ws:\S+)\/CS001/.exec(text) ?? [];
    if (!url) return;
    const profiles = { 1: networkProfile(url, 1, 30) };
    const config = defaultStationConfig({
      identity: 'CS001',
      password: PASSWORD,
      networkProfiles: profiles,
      durations: { boot: 0.05 },
      ...choices,
    });
    station = new Station({ config, clock: new RealClock() });
    before = settings(station);
    station.powerOn();
  }).finally(() => vi.unstubAllEnvs());
  if (!station) throw new Error(`nobody waited for a station: ${said.err}`);
  station.powerOff();
  return { ...said, station, before };
}

/** Everything about a station that only others change, by path. */
export const settings = ({ variables }: Station): Record<string, string> =>
  Object.fromEntries(
    variables.all().flatMap(({ component, variable, attributes }) => {
      const [actual] = attributes.filter(({ persistent }) => persistent);
      return actual ? [[[component.name, variable.name, variable.instance ?? ''].join(' ').trim(), actual.value]] : [];
    }),
  );
