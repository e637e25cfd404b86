import type { EventDataType, SetMonitoringBaseRequest, SetMonitoringDataType } from '../../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import { keyOf } from '../device-model/path.ts';
import { attributeOf, type Variable } from '../device-model/variables.ts';
import { monitorsOnBase } from './factory.ts';
import { actualOf, type Happening, hasHappened } from './happenings.ts';
import { isPeriodic, type Monitor, type MonitoringState } from './monitor.ts';

/** Watches variables for the CSMS: use cases N03 to N08. */
export class Monitoring {
  readonly #core: Core;
  readonly #timers = new Map<number, Timer>();
  #checking = false;

  constructor(core: Core) {
    this.#core = core;
  }

  get monitors(): readonly Monitor[] {
    return this.#state.monitors;
  }

  /** The id of the next new monitor. */
  get freeId(): number {
    return this.#state.lastId + 1;
  }

  /** A monitor that compares with what there is now. @returns undefined if there is nothing to watch */
  monitor(data: SetMonitoringDataType, id: number): Monitor | undefined {
    const found = this.#core.variables.find(data);
    if (!found) return undefined;
    const { type, value, severity, transaction = false } = data;
    const { component, variable } = found;
    const reference = actualOf(found);
    return { id, type, value, severity, transaction, component, variable, origin: 'CustomMonitor', reference, exceeded: false };
  }

  /** Puts a monitor in place of the one with its id (N04.FR.12). */
  set(monitor: Monitor): void {
    const old = this.monitors.find(({ id }) => id === monitor.id);
    // N07.FR.11: whether the old threshold is exceeded tells whether the new one is news.
    const exceeded = old?.type === monitor.type && (old.exceeded || this.#core.faults.has('changed-threshold-not-checked'));
    const current = { ...monitor, exceeded };
    this.#state.monitors = [...this.monitors.filter((other) => other.id !== monitor.id && !this.#isReplacedBy(other, monitor)), current];
    this.#state.lastId = Math.max(this.#state.lastId, monitor.id);
    this.#wind(current, true);
    this.check();
  }

  #isReplacedBy(other: Monitor, { type, component, variable }: Monitor): boolean {
    return this.#core.faults.has('new-monitor-replaces-its-like') && other.type === type && keyOf(other) === keyOf({ component, variable });
  }

  /** N07.FR.12: nothing is said about a threshold that was exceeded. */
  clear(ids: readonly number[]): void {
    if (this.#core.faults.has('removed-threshold-told-as-cleared')) this.#tellCleared(ids);
    this.#use(this.monitors.filter(({ id }) => !ids.includes(id)));
  }

  /** N03.FR.03 to N03.FR.05 */
  useBase(base: SetMonitoringBaseRequest['monitoringBase']): void {
    const { config, faults } = this.#core;
    this.#state.base = base;
    if (base === 'HardWiredOnly' && faults.has('hard-wired-only-keeps-custom-monitors')) return;
    if (base === 'FactoryDefault' && faults.has('factory-default-keeps-changed-monitors')) return;
    this.#use(monitorsOnBase(base, this.monitors, config.monitors));
  }

  useLevel(severity: number): void {
    this.#state.level = severity;
  }

  /** Tells about a change that the station watches by itself, without a monitor that the CSMS could see (N07.FR.19). */
  hardWired(change: Pick<EventDataType, 'component' | 'variable' | 'actualValue'>, severity: number): void {
    if (!this.#isReported(severity)) return;
    const eventId = ++this.#state.lastEventId;
    const timestamp = this.#core.time.timestamp();
    this.#send([{ eventId, timestamp, trigger: 'Delta', eventNotificationType: 'HardWiredNotification', ...change }]);
  }

  /** Takes up the monitors from before a reboot. */
  reboot(): void {
    if (this.#core.faults.has('monitors-forgotten-after-reboot')) this.clear(this.monitors.map(({ id }) => id));
    for (const monitor of this.monitors) this.#wind(monitor);
    this.check();
  }

  /** Looks at the variables again when all that is happening at this moment has happened. */
  check(): void {
    if (this.#checking || this.monitors.length === 0) return;
    this.#checking = true;
    this.#core.activity.start(async () => {
      await Promise.resolve();
      this.#checking = false;
      this.#notify(this.monitors.flatMap((monitor) => this.#triggered(monitor)));
    });
  }

  /** What has happened to a monitor that looks at changes. */
  #triggered(monitor: Monitor): [Monitor, Happening][] {
    const variable = this.#core.variables.find(monitor);
    if (!variable || isPeriodic(monitor.type) || !this.#isOn(monitor)) return [];
    const happening = hasHappened(this.#core, monitor, variable);
    return happening ? [[monitor, happening]] : [];
  }

  /** These and no others from now on. */
  #use(monitors: Monitor[]): void {
    for (const monitor of this.monitors) if (!monitors.includes(monitor)) this.#timers.get(monitor.id)?.cancel();
    for (const monitor of monitors) if (!this.monitors.includes(monitor)) this.#wind(monitor);
    this.#state.monitors = monitors;
    this.check();
  }

  #tellCleared(ids: readonly number[]): void {
    const exceeded = this.monitors.filter(({ id, exceeded }) => exceeded && ids.includes(id));
    this.#notify(exceeded.map((monitor) => [monitor, { trigger: 'Alerting', cleared: true }]));
  }

  /** Sets the timer of a periodic monitor (N08.FR.06, N08.FR.07). */
  #wind(monitor: Monitor, isNew = false): void {
    this.#timers.get(monitor.id)?.cancel();
    if (!isPeriodic(monitor.type)) return;
    const { life, time, faults } = this.#core;
    const aligned = monitor.type === 'PeriodicClockAligned';
    const period = aligned ? monitor.value - ((time.now() / SECOND) % monitor.value) : monitor.value;
    const wait = isNew && faults.has('first-period-halved') ? period / 2 : period;
    const timer = life.after(wait, () => {
      if (this.#isOn(monitor)) this.#notify([[monitor, { trigger: faults.has('periodic-as-delta') ? 'Delta' : 'Periodic' }]]);
      if (!faults.has('periodic-only-once')) this.#wind(monitor);
    });
    this.#timers.set(monitor.id, timer);
  }

  /** Whether monitoring is enabled, and a transaction goes on where the monitor is only for transactions. */
  #isOn({ transaction, component }: Monitor): boolean {
    return (
      !this.#core.variables.isOff('MonitoringCtrlr.Enabled') && (!transaction || this.#transactionAt(component.evse?.id) !== undefined)
    );
  }

  #transactionAt(evseId: number | undefined): string | undefined {
    const session = this.#core.transactions.all.find(
      ({ evse, transaction }) => transaction && (evseId === undefined || evse.id === evseId),
    );
    return session?.transaction?.id;
  }

  #notify(happenings: readonly [Monitor, Happening][]): void {
    this.#send(happenings.filter(([monitor]) => this.#isReported(monitor.severity, monitor)).map((one) => this.#event(...one)));
  }

  #send([first, ...more]: readonly EventDataType[]): void {
    const { time, outbox, activity } = this.#core;
    if (!first) return;
    activity.start(() => outbox.send('NotifyEvent', { generatedAt: time.timestamp(), seqNo: 0, eventData: [first, ...more] }));
  }

  /** N07.FR.15, N07.FR.04, N08.FR.03 */
  #isReported(severity: number, monitor?: Monitor): boolean {
    const { messages, variables, faults } = this.#core;
    if (monitor?.component.name === 'Connector' && faults.has('events-of-connectors-queued')) return true;
    if (severity > this.#state.level && !faults.has('monitoring-level-ignored')) return false;
    if (messages.ready || faults.has('all-events-queued')) return true;
    return severity <= variables.integer('MonitoringCtrlr.OfflineQueuingSeverity', -1) && !faults.has('no-events-queued');
  }

  /** N07.FR.06 */
  #event({ id, component, variable, origin }: Monitor, happening: Happening): EventDataType {
    const found = this.#core.variables.find({ component, variable });
    const transactionId = component.evse && this.#transactionAt(component.evse.id);
    return {
      eventId: ++this.#state.lastEventId,
      timestamp: this.#core.time.timestamp(),
      actualValue: found ? this.#told(found) : '',
      component,
      variable,
      variableMonitoringId: id,
      eventNotificationType: origin,
      ...happening,
      ...(transactionId === undefined ? {} : { transactionId }),
    };
  }

  /** N07.FR.10: what can only be written is told to nobody. */
  #told(variable: Variable): string {
    const secret = attributeOf(variable)?.mutability === 'WriteOnly';
    return secret && !this.#core.faults.has('write-only-value-told') ? '' : actualOf(variable);
  }

  get #state(): MonitoringState {
    return this.#core.persistent.monitoring;
  }
}
