import type {
  ConnectorStatusEnumType,
  EVSEType,
  NotifyEventRequest,
  OperationalStatusEnumType,
  StatusNotificationRequest,
} from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { Core } from './core.ts';
import type { Connector, Evse } from './evses.ts';

/** Knows the status of every connector and tells the CSMS when it changes: use cases B04, G01, G03 and G04. */
export class Availability {
  readonly #core: Core;
  /** The status of each connector as it was last seen, by `evseId:connectorId`. */
  readonly #seen = new Map<string, ConnectorStatusEnumType>();
  /** Connectors whose last change the CSMS has not heard of. */
  readonly #untold = new Set<string>();
  /** EVSEs that are kept free for a reset. */
  readonly #held = new Set<number>();
  #offlineSince: number | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  statusOf(evse: Evse, connector: Connector): ConnectorStatusEnumType {
    const { transactions, reservations } = this.#core;
    if (evse.faulted) return 'Faulted';
    const inUse = transactions.ongoing(evse) && !this.#core.faults.has('unavailable-before-transaction-ends');
    if (!inUse && this.#isInoperative(evse, connector)) return 'Unavailable';
    if (reservations.of(evse)) return 'Reserved';
    if (connector.occupied) return 'Occupied';
    return !inUse && this.#held.has(evse.id) ? 'Unavailable' : 'Available';
  }

  statusOfEvse(evse: Evse): ConnectorStatusEnumType {
    const statuses = evse.connectors.map((connector) => this.statusOf(evse, connector));
    if (this.#core.transactions.ongoing(evse)) return 'Occupied';
    return PRECEDENCE.find((status) => statuses.includes(status)) ?? 'Unavailable';
  }

  statusOfStation(): ConnectorStatusEnumType {
    const statuses = this.#core.evses.map((evse) => this.statusOfEvse(evse));
    return BEST_FIRST.find((status) => statuses.includes(status)) ?? 'Unavailable';
  }

  /** Whether nobody may start to charge at that connector, or at any of the EVSE. */
  isInoperative(evse: Evse, connector?: Connector): boolean {
    const connectors = connector ? [connector] : evse.connectors;
    return evse.faulted || this.#held.has(evse.id) || connectors.every((candidate) => this.#isInoperative(evse, candidate));
  }

  /** Reports whatever has changed. */
  refresh(): void {
    for (const [evse, connector] of this.#connectors()) {
      const status = this.statusOf(evse, connector);
      if (this.#seen.get(keyOf(evse.id, connector.id)) !== status) this.#changed(evse, connector);
    }
    this.#core.monitoring.check();
  }

  /** Reports every connector (B01.FR.05, B04.FR.01). */
  async reportAll(): Promise<void> {
    await Promise.all(this.#connectors().map(([evse, connector]) => this.report(evse, connector)));
  }

  async report(evse: Evse, connector: Connector, instructed = false): Promise<void> {
    const { faults } = this.#core;
    const isTold = instructed && faults.has('triggered-status-always-available');
    const connectorStatus = isTold ? 'Available' : this.statusOf(evse, connector);
    const key = keyOf(evse.id, connector.id);
    this.#seen.set(key, connectorStatus);
    this.#untold.delete(key);
    const timestamp = this.#core.time.timestamp();
    const request = { timestamp, connectorStatus, evseId: evse.id, connectorId: connector.id };
    const { messages } = this.#core;
    const { kind } = faults.has('status-in-events-with-wrong-trigger')
      ? await messages.call('NotifyEvent', alert(request), instructed)
      : await messages.call('StatusNotification', request, instructed);
    if (kind === 'closed') this.#untold.add(key);
  }

  /** Someone else has told the CSMS about it: no more to say until it changes. */
  told(evse: Evse, connector: Connector): void {
    const key = keyOf(evse.id, connector.id);
    this.#seen.set(key, this.statusOf(evse, connector));
    this.#untold.delete(key);
    this.#core.monitoring.check();
  }

  /** The connection is gone. */
  offline(): void {
    this.#offlineSince ??= this.#core.clock.now();
  }

  /** Reports all connectors or the changed ones, depending on how long the station was offline (B04). */
  async reportAfterOffline(): Promise<void> {
    const { clock, variables } = this.#core;
    const duration = clock.now() - (this.#offlineSince ?? clock.now());
    this.#offlineSince = undefined;
    const all = duration > variables.integer('OCPPCommCtrlr.OfflineThreshold') * SECOND;
    const chosen = this.#connectors().filter(([evse, { id }]) => all || this.#untold.has(keyOf(evse.id, id)));
    await Promise.all(chosen.map(([evse, connector]) => this.report(evse, connector)));
  }

  /** Makes the station, an EVSE or a connector (in)operative, which survives reboots (G03.FR.08, G04.FR.09). */
  change(evse: EVSEType | undefined, status: OperationalStatusEnumType): void {
    const { faults, persistent, reservations } = this.#core;
    const key = scopeKey(spoiledScope(this.#core, evse));
    if (status === 'Inoperative') persistent.inoperative.add(key);
    else if (!faults.has('operative-not-restored')) persistent.inoperative.delete(key);
    if (faults.has('availability-change-not-reported')) this.#look();
    reservations.refresh();
    this.refresh();
  }

  isSetInoperative(evse: EVSEType | undefined): boolean {
    return this.#core.persistent.inoperative.has(scopeKey(evse));
  }

  /** Keeps those EVSEs that are Available from being used before a reset (B12). */
  hold(evses: readonly Evse[]): void {
    for (const evse of evses) if (this.statusOfEvse(evse) === 'Available') this.#held.add(evse.id);
    this.refresh();
  }

  release(evses: readonly Evse[]): void {
    for (const evse of evses) this.#held.delete(evse.id);
    this.refresh();
  }

  /** Forgets what does not survive a reboot. */
  reboot(): void {
    this.#offlineSince = undefined;
    this.#held.clear();
    this.#untold.clear();
    if (this.#core.faults.has('unavailable-forgotten-after-reset')) this.#core.persistent.inoperative.clear();
    this.#look();
  }

  /** Takes the status of every connector for one that the CSMS knows. */
  #look(): void {
    for (const [evse, connector] of this.#connectors()) this.#seen.set(keyOf(evse.id, connector.id), this.statusOf(evse, connector));
  }

  #changed(evse: Evse, connector: Connector): void {
    const key = keyOf(evse.id, connector.id);
    const before = this.#seen.get(key);
    const status = this.statusOf(evse, connector);
    this.#seen.set(key, status);
    if (isKeptBack(this.#core, before, status)) return;
    if (this.#core.messages.ready) this.#core.activity.start(() => this.report(evse, connector));
    else this.#untold.add(key);
  }

  #isInoperative(evse: Evse, connector: Connector): boolean {
    const { inoperative } = this.#core.persistent;
    return inoperative.has('station') || inoperative.has(`${evse.id}`) || inoperative.has(keyOf(evse.id, connector.id));
  }

  #connectors(): [Evse, Connector][] {
    return this.#core.evses.flatMap((evse) => evse.connectors.map((connector): [Evse, Connector] => [evse, connector]));
  }
}

/** The status of an EVSE is that of the connector in use, else that of the best one. */
const PRECEDENCE: readonly ConnectorStatusEnumType[] = ['Occupied', 'Reserved', 'Available', 'Unavailable', 'Faulted'];
const BEST_FIRST: readonly ConnectorStatusEnumType[] = ['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'];

/** What a fault makes of the EVSE or connector whose availability is to change. */
function spoiledScope({ evses: [first], faults }: Core, evse: EVSEType | undefined): EVSEType | undefined {
  if (!evse) return first && faults.has('station-inoperative-except-one-evse') ? { id: first.id } : evse;
  const { id, connectorId } = evse;
  if (connectorId !== undefined) return faults.has('connector-inoperative-with-evse') ? { id } : evse;
  if (faults.has('evse-inoperative-with-whole-station')) return undefined;
  return faults.has('evse-inoperative-except-one-connector') ? { id, connectorId: 1 } : evse;
}

/** A status as an event that is said to be one of a threshold. */
const alert = ({ timestamp, connectorStatus, evseId, connectorId }: StatusNotificationRequest): NotifyEventRequest => ({
  generatedAt: timestamp,
  seqNo: 0,
  eventData: [
    {
      eventId: 1,
      timestamp,
      trigger: 'Alerting',
      actualValue: connectorStatus,
      eventNotificationType: 'HardWiredNotification',
      component: { name: 'Connector', evse: { id: evseId, connectorId } },
      variable: { name: 'AvailabilityState' },
    },
  ],
});

/** Whether a fault keeps the CSMS from hearing of a change. */
function isKeptBack({ faults }: Core, before: ConnectorStatusEnumType | undefined, status: ConnectorStatusEnumType): boolean {
  if (status === 'Occupied') return faults.has('occupied-not-reported');
  return status === 'Available' && before === 'Occupied' && faults.has('available-not-reported');
}

const keyOf = (evseId: number, connectorId: number): string => `${evseId}:${connectorId}`;
const scopeKey = (evse: EVSEType | undefined): string =>
  !evse ? 'station' : evse.connectorId === undefined ? `${evse.id}` : keyOf(evse.id, evse.connectorId);
