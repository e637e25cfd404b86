import type { FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { variableKey } from './variable-key.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** The results of SetVariableMonitoring and ClearVariableMonitoring mirror what was asked, in any order (N04, N06). */
export const monitorResults: Rule = (report) => {
  function accuser(entry: FrameEntry, call: FrameEntry) {
    return (code: Code, expected: string, actual: string, pointer: string, requirement: string) =>
      report(finding(code, { party: 'station', expected, actual, pointer, requirement, entries: [entry, call] }));
  }

  function wereSet(entry: FrameEntry, call: FrameEntry): void {
    const results = responseIn(entry, 'SetVariableMonitoring')?.setMonitoringResult;
    const asked = requestIn(call, 'SetVariableMonitoring')?.setMonitoringData;
    if (!results || !asked) return;
    const accuse = accuser(entry, call);
    const list = '/setMonitoringResult';
    if (results.length !== asked.length) accuse('monitor-results', `${asked.length} result(s)`, `${results.length}`, list, 'N04.FR.01');
    const known = new Set(asked.map(({ component, variable }) => variableKey(component, variable)));
    for (const [position, { component, variable, status, id, type, severity }] of results.entries()) {
      const pointer = `${list}/${position}`;
      const key = variableKey(component, variable);
      if (!known.has(key))
        accuse('monitor-results', 'a variable of the request', `${component.name}.${variable.name}`, pointer, 'N04.FR.02');
      if (status !== 'Accepted') continue;
      if (id === undefined) accuse('monitor-id', 'the id of the monitor', 'none', `${pointer}/id`, 'N04.FR.11');
      // Where several are alike, nobody can tell which result is about which.
      const [meant, ...others] = asked.filter(
        (data) => variableKey(data.component, data.variable) === key && data.type === type && data.severity === severity,
      );
      if (id !== undefined && meant?.id !== undefined && others.length === 0 && meant.id !== id)
        accuse('monitor-id', `id ${meant.id}, which it replaces`, `id ${id}`, `${pointer}/id`, 'N04.FR.12');
    }
  }

  function wereCleared(entry: FrameEntry, call: FrameEntry): void {
    const results = responseIn(entry, 'ClearVariableMonitoring')?.clearMonitoringResult;
    const asked = requestIn(call, 'ClearVariableMonitoring')?.id;
    if (!results || !asked) return;
    const missing = [...new Set(asked)].filter((id) => !results.some((result) => result.id === id));
    const strange = results.filter(({ id }) => !asked.includes(id));
    if (missing.length > 0 || strange.length > 0)
      accuser(entry, call)(
        'monitor-results',
        `a result for each of ${asked.join(', ')}`,
        results.map(({ id }) => id).join(', '),
        '/clearMonitoringResult',
        'N06.FR.05',
      );
  }

  return {
    messages: ['SetVariableMonitoring', 'ClearVariableMonitoring'],
    see(entry) {
      if (entry.kind !== 'frame' || entry.from !== 'station' || entry.deliberate) return;
      const call = callOf(entry);
      if (!call) return;
      wereSet(entry, call);
      wereCleared(entry, call);
    },
  };
};
