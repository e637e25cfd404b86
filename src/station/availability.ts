import type { ConnectorStatusEnumType, EVSEType, OperationalStatusEnumType } from '../ocpp/generated/messages.ts';
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
    const inUse = transactions.ongoing(evse);
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
    return this.#held.has(evse.id) || connectors.every((candidate) => this.#isInoperative(evse, candidate));
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
    const connectorStatus = this.statusOf(evse, connector);
    const key = keyOf(evse.id, connector.id);
    this.#seen.set(key, connectorStatus);
    this.#untold.delete(key);
    const timestamp = this.#core.time.timestamp();
    const request = { timestamp, connectorStatus, evseId: evse.id, connectorId: connector.id };
    const { kind } = await this.#core.messages.call('StatusNotification', request, instructed);
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
    const { inoperative } = this.#core.persistent;
    const key = scopeKey(evse);
    if (status === 'Inoperative') inoperative.add(key);
    else inoperative.delete(key);
    this.#core.reservations.refresh();
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
    for (const [evse, connector] of this.#connectors()) this.#seen.set(keyOf(evse.id, connector.id), this.statusOf(evse, connector));
  }

  #changed(evse: Evse, connector: Connector): void {
    const key = keyOf(evse.id, connector.id);
    this.#seen.set(key, this.statusOf(evse, connector));
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

const keyOf = (evseId: number, connectorId: number): string => `${evseId}:${connectorId}`;
const scopeKey = (evse: EVSEType | undefined): string =>
  !evse ? 'station' : evse.connectorId === undefined ? `${evse.id}` : keyOf(evse.id, evse.connectorId);
