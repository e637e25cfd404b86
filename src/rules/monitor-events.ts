import type { EventDataType, EventTriggerEnumType, MonitorEnumType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { finding } from './finding.ts';
import { type KnownMonitor, KnownMonitors } from './known-monitors.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { variableKey, variableName } from './variable-key.ts';
import { requestIn } from './violations.ts';

const TRIGGERS: Record<MonitorEnumType, { trigger: EventTriggerEnumType; requirement: string }> = {
  UpperThreshold: { trigger: 'Alerting', requirement: 'N07.FR.16' },
  LowerThreshold: { trigger: 'Alerting', requirement: 'N07.FR.17' },
  Delta: { trigger: 'Delta', requirement: 'N07.FR.18' },
  Periodic: { trigger: 'Periodic', requirement: 'N08.FR.05' },
  PeriodicClockAligned: { trigger: 'Periodic', requirement: 'N08.FR.05' },
};

/** Events fit what the trace shows of their monitors (N05, N06, N07, N08). An event that is not newer than that is not judged. */
export const monitorEvents: Rule = (report, { tolerance }) => {
  const stations = new PerStation(() => new KnownMonitors());
  const slack = tolerance * 1000;

  function event(entry: FrameEntry, data: EventDataType, index: number, monitors: KnownMonitors): void {
    const { variableMonitoringId: id, timestamp, eventNotificationType } = data;
    const happened = Date.parse(timestamp);
    const accuse = (code: Code, field: string, expected: string, actual: string, proof: readonly FrameEntry[] = [], requirement?: string) =>
      report(
        finding(code, {
          party: 'station',
          expected,
          actual,
          pointer: `/eventData/${index}/${field}`,
          entries: [entry, ...proof],
          ...(requirement ? { requirement } : {}),
        }),
      );
    if (id === undefined) {
      // What the firmware notices without a monitor has none.
      if (eventNotificationType !== 'HardWiredNotification')
        accuse('event-monitor-missing', 'variableMonitoringId', `the id of the ${eventNotificationType}`, 'none');
      return;
    }
    const cleared = monitors.cleared.get(id);
    if (cleared && happened > cleared.at + slack)
      accuse('event-of-cleared-monitor', 'variableMonitoringId', 'a monitor that there is', `${id}, which was cleared`, [cleared]);
    const known = monitors.all.get(id);
    if (!known) return;
    const { level } = monitors;
    if (level && known.severity > level.severity && happened > Math.max(level.entry.at, known.since) + slack) {
      const expected = `no event of a severity above ${level.severity}`;
      accuse('event-severity', 'variableMonitoringId', expected, `${known.severity}`, [level.entry]);
    }
    if (happened > known.since + slack) fits(data, known, accuse);
    unalerted(data, known, monitors, accuse);
  }

  type Accuse = (code: Code, field: string, expected: string, actual: string, proof?: readonly FrameEntry[], requirement?: string) => void;

  function fits({ component, variable, trigger }: EventDataType, known: KnownMonitor, accuse: Accuse): void {
    if (variableKey(component, variable) !== variableKey(known.component, known.variable))
      accuse('event-variable', 'variable', variableName(known.component, known.variable), variableName(component, variable));
    const { trigger: expected, requirement } = TRIGGERS[known.type];
    if (trigger !== expected) accuse('event-trigger', 'trigger', `${expected} of a ${known.type} monitor`, trigger, [], requirement);
  }

  function unalerted({ cleared, trigger }: EventDataType, known: KnownMonitor, monitors: KnownMonitors, accuse: Accuse): void {
    if (TRIGGERS[known.type].trigger !== 'Alerting' || trigger !== 'Alerting') return;
    if (cleared && known.set && !known.alerted && !monitors.interrupted)
      accuse('event-cleared-unalerted', 'cleared', 'an event before that its threshold is exceeded', 'none');
    known.alerted = !cleared;
  }

  return {
    messages: [
      'NotifyEventRequest',
      'NotifyMonitoringReportRequest',
      'SetVariableMonitoring',
      'ClearVariableMonitoring',
      'SetMonitoringBase',
      'SetMonitoringLevel',
      'BootNotificationRequest',
    ],
    see(entry) {
      const isFrame = entry.kind === 'frame';
      if (entry.kind === 'closed') stations.of(entry).interrupted = true;
      if (entry.kind === 'connected') stations.of(entry);
      if (!isFrame) return;
      const monitors = stations.of(entry);
      if (requestIn(entry, 'BootNotification')) monitors.reboot();
      monitors.learn(entry);
      if (entry.deliberate) return;
      for (const [index, data] of requestIn(entry, 'NotifyEvent')?.eventData.entries() ?? []) event(entry, data, index, monitors);
    },
  };
};
