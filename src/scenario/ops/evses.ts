import type { Dialogue } from '../dialogue.ts';
import { type Line, tableOf } from '../script.ts';
import { FeatureError } from '../table.ts';

/** Where a state is to be reached: at one EVSE, at each, at each but the one that cases use, or at that one if undefined. */
export type Evses = number | 'every' | 'other' | undefined;

export function evseIds({ environment: { settings } }: Dialogue, evses: Evses): (number | undefined)[] {
  if (evses !== 'every' && evses !== 'other') return [evses];
  return settings.evses.map(({ id }) => id).filter((id) => evses === 'every' || id !== settings.evseId);
}

/** The table of a state names what it is to use, in words of its own: `| idToken | <second valid idToken> |`. */
export const parametersOf = (line: Line): Record<string, string> =>
  Object.fromEntries(
    tableOf(line).map(({ cells: [name, text], source }) => {
      if (!name || !text) throw new FeatureError(source, 'a row of a state is | what | value |');
      return [name, text];
    }),
  );
