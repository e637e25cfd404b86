import { type Action, isAction } from '../ocpp/action.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { DeviceLimits, LIMITED } from './device-limits.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { variableKey, variableName } from './variable-key.ts';
import { requestIn } from './violations.ts';

/** The CSMS sets each attribute once in a request (B05.FR.13). */
export const variableRepeated: Rule = (report) => ({
  messages: ['SetVariables'],
  see(entry) {
    if (entry.kind !== 'frame' || entry.from !== 'csms' || entry.deliberate) return;
    const asked = requestIn(entry, 'SetVariables')?.setVariableData;
    if (!asked || asked.length < 2) return;
    const seen = new Set<string>();
    for (const [position, { component, variable, attributeType = 'Actual' }] of asked.entries()) {
      const key = `${attributeType} ${variableKey(component, variable)}`;
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      const actual = `${variableName(component, variable)} (${attributeType}) again`;
      const pointer = `/setVariableData/${position}`;
      return report(
        finding('variables-repeated', { party: 'csms', expected: 'each attribute once in a request', actual, pointer, entries: [entry] }),
      );
    }
  },
});

/** The CSMS puts no more into a request than the station has said to take. */
export const itemsPerMessage: Rule = (report) => {
  const stations = new PerStation(() => new DeviceLimits());

  function called(entry: FrameEntry): void {
    const { frame } = entry.decoded;
    if (frame?.type !== 'CALL' || !isAction(frame.action)) return;
    const limited = LIMITED[frame.action];
    const list = limited && frame.payload[limited.list];
    const limit = Array.isArray(list) ? stations.of(entry).items(frame.action) : undefined;
    if (!limited || !Array.isArray(list) || limit === undefined || list.length <= limit) return;
    report(
      finding('items-per-message', {
        party: 'csms',
        expected: `at most ${limit} elements, as the station has reported`,
        actual: `${list.length} elements in ${frame.action}`,
        pointer: `/${limited.list}`,
        entries: [entry],
        requirement: limited.requirement,
      }),
    );
  }

  return {
    messages: [...(Object.keys(LIMITED) as Action[]), 'NotifyReport'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      if (entry.from === 'station') stations.of(entry).learn(entry);
      else if (!entry.deliberate) called(entry);
    },
  };
};
