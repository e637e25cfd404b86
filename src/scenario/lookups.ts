import type { Dialogue } from './dialogue.ts';
import { issued } from './issued.ts';
import type { Line } from './script.ts';
import { parseVariableName, readVariable } from './variables.ts';
import { Inconclusive } from './verdict.ts';

type Lookup = (dialogue: Dialogue) => Promise<unknown>;

/** Names whose value only the station under test knows; read over OCPP when a line first mentions them. */
export const LOOKUPS: Readonly<Record<string, Lookup>> = {
  'active slot': (dialogue) => activeSlot(dialogue),
  'other slot': async (dialogue) => {
    const active = await activeSlot(dialogue);
    const other = (dialogue.scope.configured('slots') as number[]).find((slot) => slot !== active);
    if (other === undefined) throw new Inconclusive('the configured network profile slots are all in use');
    return other;
  },
  'unsupported charging rate unit': async (dialogue) => {
    const supported = (await readText(dialogue, 'SmartChargingCtrlr.RateUnit')).split(',').map((unit) => unit.trim());
    const other = ['A', 'W'].find((unit) => !supported.includes(unit));
    if (other === undefined) throw new Inconclusive('the station supports every unit of limits');
    return other;
  },
};

/** Names that stand for something that not every system has, and what is to be said where it is missing. */
const LACKING: Readonly<Record<string, string>> = { 'other EVSE': 'the case needs two EVSEs, and evses names one' };

const activeSlot = async (dialogue: Dialogue): Promise<number> => Number(await readText(dialogue, 'OCPPCommCtrlr.ActiveNetworkProfile'));

async function readText(dialogue: Dialogue, variable: string): Promise<string> {
  const { attributeStatus, attributeValue } = await readVariable(dialogue, parseVariableName(variable));
  if (attributeStatus !== 'Accepted') throw new Inconclusive(`${variable} cannot be read: ${attributeStatus}`);
  return String(attributeValue);
}

async function readIfThere(dialogue: Dialogue, variable: string): Promise<string | undefined> {
  const { attributeStatus, attributeValue } = await readVariable(dialogue, parseVariableName(variable));
  return attributeStatus === 'Accepted' ? String(attributeValue) : undefined;
}

/** Most lines have none. */
function namesIn({ text, table = [] }: Line): string[] {
  const names: string[] = [];
  const collect = (part: string) => {
    if (part.includes('<')) for (const [, name = ''] of part.matchAll(/<([^<>]+)>/g)) names.push(name);
  };
  collect(text);
  for (const { cells } of table) cells.forEach(collect);
  return names;
}

/** Finds out what the names in a line stand for, where that has to be asked of the station. */
export async function lookUp(dialogue: Dialogue, line: Line): Promise<void> {
  const read = dialogue.sut === 'station' ? (variable: string) => readIfThere(dialogue, variable) : undefined;
  for (const name of namesIn(line)) {
    if (dialogue.scope.overridden(name) || dialogue.environment.names.has(name)) continue;
    const asked = dialogue.sut === 'station' ? LOOKUPS[name]?.(dialogue) : undefined;
    const found = asked ?? issued(dialogue, name) ?? dialogue.environment.find?.(name, read);
    if (found) dialogue.scope.override(name, await dialogue.flow(found));
    else if (LACKING[name]) throw new Inconclusive(LACKING[name]);
  }
}
