import type { ConnectorConfig, EvseConfig } from './config.ts';

/** A connector as one could see and touch it. */
export class Connector {
  readonly id: number;
  readonly config: ConnectorConfig;
  /** A cable is plugged in at the station; always, where it is permanently attached. */
  cable: boolean;
  /** The other end of the cable is plugged into an EV. */
  ev = false;
  /** The cable cannot be taken out at the station. */
  locked = false;
  /** The lock does not move. */
  jammed = false;
  /** It was to be locked, which failed. */
  lockFailed = false;

  constructor(config: ConnectorConfig) {
    this.id = config.id;
    this.config = config;
    this.cable = config.fixedCable;
  }

  /** "Cable plugged in" as the specification defines it: for a fixed cable, at the EV. */
  get occupied(): boolean {
    return this.config.fixedCable ? this.ev : this.cable;
  }

  plugIn(): void {
    this.cable = true;
    this.ev = true;
  }

  unplug(): void {
    this.cable = this.config.fixedCable;
    this.ev = false;
    this.locked = false;
    this.jammed = false;
    this.lockFailed = false;
  }

  get hasLock(): boolean {
    return !this.config.fixedCable;
  }

  /** Only a cable that is not permanently attached has a lock. @returns whether the cable is held */
  lock(): boolean {
    this.lockFailed = this.hasLock && this.jammed;
    this.locked = this.hasLock && !this.jammed;
    return !this.lockFailed;
  }
}

export class Evse {
  readonly id: number;
  readonly config: EvseConfig;
  readonly connectors: readonly Connector[];
  /** Something stands in the parking bay. */
  parked = false;
  /** It is broken. */
  faulted = false;

  constructor(config: EvseConfig) {
    this.id = config.id;
    this.config = config;
    this.connectors = config.connectors.map((connector) => new Connector(connector));
  }

  /** The connector through which an EV is connected. */
  get connected(): Connector | undefined {
    return this.connectors.find(({ ev }) => ev);
  }

  /** The cable that the station does not let go of. */
  get locked(): Connector | undefined {
    return this.connectors.find(({ locked }) => locked);
  }

  connector(id: number | undefined): Connector | undefined {
    return this.connectors.find((connector) => connector.id === id);
  }
}
