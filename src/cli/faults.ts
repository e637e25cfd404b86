import { CSMS_FAULTS } from '../csms/faults/index.ts';
import type { Party } from '../ocpp/party.ts';
import type { PlantedFault } from '../run/assess.ts';
import { nearest } from '../scenario/nearest.ts';
import { STATION_FAULTS } from '../station/faults/index.ts';
import { type OptionValues, UsageError } from './command.ts';
import { listOf } from './options.ts';

/** Every fault that a simulator can commit. */
export const plantedFaults = (): PlantedFault[] => [...planted('station', STATION_FAULTS), ...planted('csms', CSMS_FAULTS)];

const planted = (party: Party, faults: Readonly<Record<string, Omit<PlantedFault, 'party'>>>): PlantedFault[] =>
  Object.values(faults).map(({ name, about, requirement, killedBy }) => ({ party, name, about, requirement, killedBy }));

/** The faults that a simulator is to commit. @throws UsageError naming one that there is not, and what is near it */
export function faultsOf(party: Party, option: OptionValues[string]): string[] {
  const known = Object.keys(party === 'station' ? STATION_FAULTS : CSMS_FAULTS);
  const names = listOf(option);
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new UsageError(`there is no fault "${strange}" of the ${party}${nearest(strange, known)}; see \`ocppspec list --faults\``);
  return names;
}
