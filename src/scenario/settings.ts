import type { Action } from '../ocpp/action.ts';

export interface EvseSettings {
  id: number;
  connectors: number[];
}

/** What scenarios need to know about the system under test beyond names in tables. Durations are in seconds. */
export interface ScenarioSettings {
  identity: string;
  evses: EvseSettings[];
  /** EVSE and connector that a scenario uses unless it names another. */
  evseId: number;
  connectorId: number;
  txStartPoint: string[];
  txStopPoint: string[];
  /** How a transaction is authorized and stopped where a scenario leaves it open. */
  authorization: 'local' | 'remote';
  parkingBaySensor: boolean;
  /** The cable is permanently attached to the connector that a scenario uses. */
  fixedCable: boolean;
  /** Whoever belongs to this group may stop, but not charge. */
  masterPassGroupId: string;
  timeouts: {
    /** For the answer to a CALL. */
    reply: number;
    /** For a message that follows from what just happened. */
    message: number;
    /** For a station to come back after a reset or a power cycle. */
    boot: number;
    /** For long operations: firmware, logs, reconnecting with back-off. */
    operation: number;
  };
  tolerance: number;
}

const SLOW: ReadonlySet<Action> = new Set(['FirmwareStatusNotification', 'PublishFirmwareStatusNotification', 'LogStatusNotification']);

/** Seconds within which a request of that action has to come. */
export function patience(action: Action, { timeouts }: ScenarioSettings): number {
  if (action === 'BootNotification') return timeouts.boot;
  return SLOW.has(action) ? timeouts.operation : timeouts.message;
}
