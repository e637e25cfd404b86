import type { ConnectorStatusEnumType, RegistrationStatusEnumType } from '../ocpp/generated/messages.ts';
import type { Core } from './core.ts';
import type { Evse } from './evses.ts';

/** What the station is doing, as plain data. It holds no secrets. */
export interface StationState {
  identity: string;
  /** OCPP time of the station. */
  time: string;
  powered: boolean;
  connected: boolean;
  registration: RegistrationStatusEnumType | 'None';
  activeNetworkProfile: number | null;
  busy: boolean;
  evses: EvseState[];
  queued: { transactionEvents: number; securityEvents: number };
  reservations: number[];
  faults: string[];
}

export interface EvseState {
  id: number;
  status: ConnectorStatusEnumType;
  parked: boolean;
  connectors: { id: number; type: string; status: ConnectorStatusEnumType; cable: boolean; ev: boolean }[];
  transaction: { id: string; seqNo: number; chargingState: string; authorized: boolean } | null;
  /** What the driver reads about prices. */
  shown: { tariff: string | null; cost: number | string | null };
}

export function stateOf(core: Core): StationState {
  const { config, time, life, messages, registration, connection, activity, persistent, faults } = core;
  return {
    identity: config.identity,
    time: time.timestamp(),
    powered: !life.over,
    connected: messages.online,
    registration: registration.status ?? 'None',
    activeNetworkProfile: connection.activeSlot ?? null,
    busy: activity.busy,
    evses: core.evses.map((evse) => evseStateOf(core, evse)),
    queued: { transactionEvents: persistent.events.length, securityEvents: persistent.securityEvents.length },
    reservations: persistent.reservations.map(({ id }) => id),
    faults: faults.names,
  };
}

function evseStateOf({ availability, transactions }: Core, evse: Evse): EvseState {
  const session = transactions.session(evse);
  const { transaction } = session;
  return {
    id: evse.id,
    status: availability.statusOfEvse(evse),
    parked: evse.parked,
    connectors: evse.connectors.map((connector) => ({
      id: connector.id,
      type: connector.config.type,
      status: availability.statusOf(evse, connector),
      cable: connector.cable,
      ev: connector.ev,
    })),
    transaction: transaction
      ? {
          id: transaction.id,
          seqNo: transaction.seqNo,
          chargingState: session.chargingState,
          authorized: session.authorized !== undefined,
        }
      : null,
    shown: { tariff: session.shown.tariff ?? null, cost: session.shown.cost ?? null },
  };
}
