import type { Dialogue } from '../dialogue.ts';
import { type Cell, describe, matches, parseCell, valueFor } from '../matcher.ts';
import type { Line, Operation } from '../script.ts';
import { at } from '../table.ts';
import { parseVariableName, readVariable, type VariableName, writeVariable, writeVariableName } from '../variables.ts';
import { Inconclusive } from '../verdict.ts';

/** Whether a variable has to exist for the scenario to make sense. */
export type Presence = 'required' | 'if implemented' | 'if writable';

/** `{Component}.{Variable} is {value}`: set before the scenario, and back afterwards; `any -> name` only looks it up. */
export class VariableIs implements Operation {
  readonly line: Line;
  readonly name: VariableName;
  readonly cell: Cell;
  readonly presence: Presence;
  readonly initiates = true;
  readonly needs: Operation['needs'] = 'connection';

  constructor(line: Line, name: string, value: string, presence: Presence = 'required') {
    this.line = line;
    this.name = at(line.source, () => parseVariableName(name));
    this.cell = at(line.source, () => parseCell(value));
    this.presence = presence;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { scope } = dialogue;
    const { matcher } = this.cell;
    const wanted = valueFor(matcher, scope).value;
    if (dialogue.sut === 'csms') {
      const { component, variable, instance } = this.name;
      if (wanted === undefined) return;
      dialogue.station.setVariable(component, variable, instance, String(wanted));
      return this.#known(dialogue, String(wanted));
    }
    const { attributeStatus, attributeValue } = await readVariable(dialogue, this.name);
    if (attributeStatus !== 'Accepted') return this.#missing(attributeStatus);
    if (matches(matcher, attributeValue, scope)) return this.#known(dialogue, attributeValue);
    if (wanted === undefined)
      throw new Inconclusive(`${writeVariableName(this.name)} is ${attributeValue}, not ${describe(matcher, scope)}`);
    if (!(await this.#set(dialogue, String(wanted), attributeValue))) return;
    this.#known(dialogue, String(wanted));
  }

  #known({ scope, sessions }: Dialogue, value = ''): void {
    if (this.cell.remember) scope.remember(this.cell.remember, value);
    if (this.name.component === 'TxCtrlr') sessions.learnPoints(this.name.variable, value);
  }

  /** @returns false if it keeps its value, which does no harm */
  async #set(dialogue: Dialogue, wanted: string, before: string | undefined): Promise<boolean> {
    if (this.presence === 'if writable') {
      const { attributeStatus } = await writeVariable(dialogue, this.name, wanted);
      if (attributeStatus !== 'Accepted') return false;
      noteBefore(dialogue, this.name, before);
    } else await setAndRemember(dialogue, this.name, wanted, before);
    return true;
  }

  #missing(status: string): void {
    const absent = status === 'UnknownVariable' || status === 'UnknownComponent';
    if (absent && this.presence !== 'required') return;
    throw new Inconclusive(`${writeVariableName(this.name)} cannot be read: ${status}`);
  }
}

/** Sets a variable for the scenario, restarts the station if it asks for that, and notes what to set it back to. */
export async function setAndRemember(dialogue: Dialogue, name: VariableName, value: string, before: string | undefined): Promise<void> {
  const { attributeStatus } = await writeVariable(dialogue, name, value);
  if (attributeStatus !== 'Accepted' && attributeStatus !== 'RebootRequired')
    throw new Inconclusive(`${writeVariableName(name)} cannot be set to ${value}: ${attributeStatus}`);
  noteBefore(dialogue, name, before);
  if (attributeStatus === 'RebootRequired') throw new Inconclusive(`${writeVariableName(name)} needs a reboot to take effect`);
}

/** What it was at first counts, if a scenario sets it more than once. */
function noteBefore({ restore }: Dialogue, variable: VariableName, before: string | undefined): void {
  const name = writeVariableName(variable);
  if (before !== undefined && !restore.has(name)) restore.set(name, before);
}
