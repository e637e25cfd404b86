import type {
  IdTokenType,
  LogEnumType,
  MessageInfoType,
  NetworkConnectionProfileType,
  ReserveNowRequest,
  SecurityEventNotificationRequest,
  TransactionEventRequest,
} from '../ocpp/generated/messages.ts';
import type { RootType, StationConfig } from './config.ts';
import type { FirmwareState } from './firmware/update.ts';
import { initialMonitoring } from './monitoring/factory.ts';
import type { MonitoringState } from './monitoring/monitor.ts';
import type { Queued } from './outbox.ts';
import type { InstalledProfile } from './smart-charging/profiles.ts';
import type { CachedToken } from './transactions/authorization-cache.ts';
import type { InstalledList } from './transactions/local-authorization-list.ts';

/** A request that has to reach the CSMS sooner or later. */
export interface Undelivered<R> {
  payload: R;
  /** How often it has been sent in vain. */
  attempts: number;
}

export interface InstalledRoot {
  type: RootType;
  certificate: string;
  /** Kept until the root that replaced it has proved itself (M05.FR.12). */
  fallback?: true;
}

/** What survives reboots and power losses, together with the persistent attributes of the device model. */
export interface Persistent {
  /** What ChangeAvailabilityRequest set to Inoperative: `station`, `1`, `1:2`. */
  inoperative: Set<string>;
  reservations: ReserveNowRequest[];
  events: Undelivered<TransactionEventRequest>[];
  securityEvents: Undelivered<SecurityEventNotificationRequest>[];
  networkProfiles: Map<number, NetworkConnectionProfileType>;
  /** The slot of the last connection that was made. */
  lastGoodSlot?: number;
  securityProfile: number;
  /** The station's own certificate (chain) and its key, PEM. */
  credential?: { certificate: string; key: string; ciphers?: string };
  /** The certificate (chain) with which the station proves itself to EVs, and its key, PEM. */
  v2gCredential?: { certificate: string; key: string };
  roots: InstalledRoot[];
  authorizationCache: Map<string, CachedToken>;
  localAuthorizationList: InstalledList;
  chargingProfiles: InstalledProfile[];
  displayMessages: MessageInfoType[];
  monitoring: MonitoringState;
  /** Identifiers of customers of which the vendor's software keeps a record. */
  customers: Set<string>;
  /** Who has charged by contract, by the hash data of the certificate. */
  contracts: Map<string, IdTokenType>;
  /** Types of which there are no logs. */
  emptyLogs: Set<LogEnumType>;
  firmware: FirmwareState;
  outbox: Queued[];
}

export function factoryState(config: StationConfig): Persistent {
  const profiles = Object.entries(config.networkProfiles).map(([slot, profile]) => [Number(slot), profile] as const);
  const [first] = config.priority;
  const { certificate, key } = config.tls;
  return {
    inoperative: new Set(),
    reservations: [],
    events: [],
    securityEvents: [],
    networkProfiles: new Map(profiles),
    securityProfile: (first !== undefined && config.networkProfiles[first]?.securityProfile) || 1,
    roots: Object.entries(config.tls.roots).flatMap(([type, roots]) =>
      roots.map((certificate) => ({ type: type as RootType, certificate })),
    ),
    authorizationCache: new Map(),
    localAuthorizationList: { version: 0, entries: new Map() },
    chargingProfiles: [],
    displayMessages: [],
    monitoring: initialMonitoring(config.monitors),
    customers: new Set(),
    contracts: new Map(),
    emptyLogs: new Set(),
    firmware: {},
    outbox: [],
    ...(certificate !== undefined && key !== undefined ? { credential: { certificate, key } } : {}),
  };
}
