import type { EventDataType, SetMonitoringBaseRequest, SetMonitoringDataType } from '../../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import { attributeOf, currentValue, type Variable } from '../device-model/variables.ts';
import { isNumeric, isPeriodic, isThreshold, type Monitor, type MonitoringState } from './monitor.ts';

type Happening = Pick<EventDataType, 'trigger'> & { cleared?: boolean };

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
    return { id, type, value, severity, transaction, component, variable, reference: actualOf(found), exceeded: false };
  }

  /** Puts a monitor in place of the one with its id (N04.FR.12). */
  set(monitor: Monitor): void {
    const old = this.monitors.find(({ id }) => id === monitor.id);
    // N07.FR.11: whether the old threshold is exceeded tells whether the new one is news.
    const exceeded = old?.type === monitor.type && old.exceeded;
    this.#state.monitors = [...this.monitors.filter(({ id }) => id !== monitor.id), { ...monitor, exceeded }];
    this.#state.lastId = Math.max(this.#state.lastId, monitor.id);
    this.#wind(monitor);
    this.check();
  }

  /** N07.FR.12: nothing is said about a threshold that was exceeded. */
  clear(ids: readonly number[]): void {
    this.#state.monitors = this.monitors.filter(({ id }) => !ids.includes(id));
    for (const id of ids) this.#timers.get(id)?.cancel();
  }

  /** N03.FR.03 to N03.FR.05: only custom monitors can go, because there are no others. */
  useBase(base: SetMonitoringBaseRequest['monitoringBase']): void {
    this.#state.base = base;
    if (base !== 'All') this.clear(this.monitors.map(({ id }) => id));
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
    const value = actualOf(variable);
    if (isThreshold(monitor.type)) {
      // N07.FR.16, N07.FR.17, N07.FR.02
      const exceeded = monitor.type === 'UpperThreshold' ? Number(value) > monitor.value : Number(value) < monitor.value;
      if (exceeded === monitor.exceeded) return [];
      monitor.exceeded = exceeded;
      return [[monitor, { trigger: 'Alerting', ...(exceeded ? {} : { cleared: true }) }]];
    }
    // N07.FR.18, N07.FR.19
    const changed = isNumeric(variable.characteristics)
      ? Math.abs(Number(value) - Number(monitor.reference)) > monitor.value
      : value !== monitor.reference;
    if (!changed) return [];
    monitor.reference = value;
    return [[monitor, { trigger: 'Delta' }]];
  }

  /** Sets the timer of a periodic monitor (N08.FR.06, N08.FR.07). */
  #wind(monitor: Monitor): void {
    this.#timers.get(monitor.id)?.cancel();
    if (!isPeriodic(monitor.type)) return;
    const { life, time } = this.#core;
    const aligned = monitor.type === 'PeriodicClockAligned';
    const wait = aligned ? monitor.value - ((time.now() / SECOND) % monitor.value) : monitor.value;
    const timer = life.after(wait, () => {
      if (this.#isOn(monitor)) this.#notify([[monitor, { trigger: 'Periodic' }]]);
      this.#wind(monitor);
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
    this.#send(happenings.filter(([{ severity }]) => this.#isReported(severity)).map((one) => this.#event(...one)));
  }

  #send([first, ...more]: readonly EventDataType[]): void {
    const { time, outbox, activity } = this.#core;
    if (!first) return;
    activity.start(() => outbox.send('NotifyEvent', { generatedAt: time.timestamp(), seqNo: 0, eventData: [first, ...more] }));
  }

  /** N07.FR.15, N07.FR.04, N08.FR.03 */
  #isReported(severity: number): boolean {
    const { messages, variables } = this.#core;
    if (severity > this.#state.level) return false;
    return messages.ready || severity <= variables.integer('MonitoringCtrlr.OfflineQueuingSeverity', -1);
  }

  /** N07.FR.06 */
  #event({ id, component, variable }: Monitor, happening: Happening): EventDataType {
    const found = this.#core.variables.find({ component, variable });
    const transactionId = component.evse && this.#transactionAt(component.evse.id);
    return {
      eventId: ++this.#state.lastEventId,
      timestamp: this.#core.time.timestamp(),
      actualValue: found ? actualOf(found) : '',
      component,
      variable,
      variableMonitoringId: id,
      eventNotificationType: 'CustomMonitor',
      ...happening,
      ...(transactionId === undefined ? {} : { transactionId }),
    };
  }

  get #state(): MonitoringState {
    return this.#core.persistent.monitoring;
  }
}

function actualOf(variable: Variable): string {
  const actual = attributeOf(variable);
  return actual ? currentValue(variable, actual) : '';
}
