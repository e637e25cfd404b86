import type { ComponentType, MonitorEnumType, VariableType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** What the trace shows of a monitor. */
export interface KnownMonitor {
  component: ComponentType;
  variable: VariableType;
  type: MonitorEnumType;
  severity: number;
  /** It has been like that since then, in milliseconds; before, it may have been another one. */
  since: number;
  /** The CSMS has set it within the trace, so that whatever it tells is told within the trace. */
  set: boolean;
  /** An event has told that its threshold is exceeded. */
  alerted: boolean;
}

const MOST = 1000;

/** What a trace shows of the monitors of a station. */
export class KnownMonitors {
  readonly all = new Map<number, KnownMonitor>();
  /** When monitors were cleared, and the response that says so. */
  readonly cleared = new Map<number, FrameEntry>();
  level: { severity: number; entry: FrameEntry } | undefined;
  /** What the station has not told may have to do with that. */
  interrupted = false;

  /** Hears of every frame. */
  learn(entry: FrameEntry): void {
    for (const { component, variable, variableMonitoring } of requestIn(entry, 'NotifyMonitoringReport')?.monitor ?? [])
      for (const { id, type, severity } of variableMonitoring) {
        const known = this.all.get(id);
        const same = known?.type === type && known.severity === severity;
        if (!same) remember(this.all, id, { component, variable, type, severity, since: entry.at, set: false, alerted: false }, MOST);
      }
    const call = callOf(entry);
    if (call) this.#answered(entry, call);
  }

  #answered(entry: FrameEntry, call: FrameEntry): void {
    for (const { status, id, component, variable, type, severity } of responseIn(entry, 'SetVariableMonitoring')?.setMonitoringResult ??
      []) {
      if (status !== 'Accepted' || id === undefined) continue;
      this.cleared.delete(id);
      const alerted = this.all.get(id)?.alerted ?? false;
      remember(this.all, id, { component, variable, type, severity, since: entry.at, set: true, alerted }, MOST);
    }
    for (const { status, id } of responseIn(entry, 'ClearVariableMonitoring')?.clearMonitoringResult ?? []) {
      if (status !== 'Accepted') continue;
      this.all.delete(id);
      remember(this.cleared, id, entry, MOST);
    }
    // What a base brings back may have any id.
    if (responseIn(entry, 'SetMonitoringBase')?.status === 'Accepted') {
      this.all.clear();
      this.cleared.clear();
    }
    const severity = requestIn(call, 'SetMonitoringLevel')?.severity;
    if (severity !== undefined && responseIn(entry, 'SetMonitoringLevel')?.status === 'Accepted') this.level = { severity, entry };
  }

  /** The station has booted: ids may have changed (N04.FR.19), and no requirement has a level survive that. */
  reboot(): void {
    this.all.clear();
    this.cleared.clear();
    this.level = undefined;
  }
}
