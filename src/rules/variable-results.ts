import type { AttributeEnumType, ComponentType, GetVariableResultType, VariableType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { variableKey, variableName } from './variable-key.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

interface Attribute {
  component: ComponentType;
  variable: VariableType;
  attributeType?: AttributeEnumType;
}

/** What B05 and B06 call the same. */
interface Requirements {
  count: string;
  variable: string;
  type: string;
  defaultType: string;
  /** Where in the response the results are. */
  list: string;
}

const OF_GET: Requirements = {
  count: 'B06.FR.01',
  variable: 'B06.FR.02',
  type: 'B06.FR.03',
  defaultType: 'B06.FR.11',
  list: '/getVariableResult',
};
const OF_SET: Requirements = {
  count: 'B05.FR.01',
  variable: 'B05.FR.02',
  type: 'B05.FR.03',
  defaultType: 'B05.FR.12',
  list: '/setVariableResult',
};
/** Results for what does not exist, which therefore has no value. */
const WITHOUT_VALUE: Readonly<Record<string, string>> = {
  UnknownComponent: 'B06.FR.06',
  UnknownVariable: 'B06.FR.07',
  NotSupportedAttributeType: 'B06.FR.08',
};
const MOST_PER_FRAME = 10;

/** The results of GetVariables and SetVariables mirror what was asked, in any order (B05, B06). */
export const variableResults: Rule = (report) => {
  function accuser(entry: FrameEntry, call: FrameEntry) {
    let count = 0;
    return (code: Code, expected: string, actual: string, pointer: string, requirement: string) => {
      if (++count > MOST_PER_FRAME) return;
      report(finding(code, { party: 'station', expected, actual, pointer, requirement, entries: [entry, call] }));
    };
  }
  type Accuse = ReturnType<typeof accuser>;

  function mirror(asked: readonly Attribute[], results: readonly Attribute[], requirements: Requirements, accuse: Accuse): void {
    const { count, variable: pair, type, defaultType, list } = requirements;
    if (asked.length !== results.length) accuse('variables-count', `${asked.length} result(s)`, `${results.length}`, list, count);
    const open = new Map<string, (AttributeEnumType | undefined)[]>();
    for (const { component, variable, attributeType } of asked) {
      const key = variableKey(component, variable);
      const types = open.get(key);
      if (types) types.push(attributeType);
      else open.set(key, [attributeType]);
    }
    for (const [position, { component, variable, attributeType }] of results.entries()) {
      const pointer = `${list}/${position}`;
      const types = open.get(variableKey(component, variable));
      if (!types || types.length === 0) {
        const expected = types ? 'one result for each variable that was asked for' : 'variables that were asked for';
        accuse('variables-unasked', expected, variableName(component, variable), pointer, pair);
        continue;
      }
      const exact = types.findIndex((asked) => (asked ?? 'Actual') === attributeType);
      const [wanted] = types.splice(Math.max(exact, 0), 1);
      if (exact >= 0) continue;
      const actual = `${attributeType ?? 'none'} for ${variableName(component, variable)}`;
      accuse(
        'variables-attribute-type',
        `attributeType ${wanted ?? 'Actual'}`,
        actual,
        `${pointer}/attributeType`,
        wanted ? type : defaultType,
      );
    }
  }

  function values(results: readonly GetVariableResultType[], accuse: Accuse): void {
    for (const [position, { attributeStatus, attributeValue, component, variable }] of results.entries()) {
      const pointer = `/getVariableResult/${position}/attributeValue`;
      const without = WITHOUT_VALUE[attributeStatus];
      const actual = `${attributeValue === undefined ? 'none' : 'one'} for ${variableName(component, variable)}`;
      if (attributeStatus === 'Accepted' && attributeValue === undefined) {
        accuse('variables-value-missing', 'an attributeValue, empty if there is none', actual, pointer, 'B06.FR.13');
      } else if (without && attributeValue !== undefined) {
        accuse('variables-value-unexpected', `no attributeValue with ${attributeStatus}`, actual, pointer, without);
      }
    }
  }

  return {
    messages: ['GetVariables', 'SetVariables'],
    see(entry) {
      if (entry.kind !== 'frame' || entry.from !== 'station' || entry.deliberate) return;
      const call = callOf(entry);
      if (!call) return;
      const got = responseIn(entry, 'GetVariables')?.getVariableResult;
      if (got) {
        const accuse = accuser(entry, call);
        const asked = requestIn(call, 'GetVariables')?.getVariableData;
        if (asked) mirror(asked, got, OF_GET, accuse);
        values(got, accuse);
        return;
      }
      const set = responseIn(entry, 'SetVariables')?.setVariableResult;
      const asked = set && requestIn(call, 'SetVariables')?.setVariableData;
      if (set && asked) mirror(asked, set, OF_SET, accuser(entry, call));
    },
  };
};
