import type {
  CertificateActionEnumType,
  ConnectorEnumType,
  MessageStateEnumType,
  MonitoringBaseEnumType,
  MonitoringCriterionEnumType,
  NetworkConnectionProfileType,
} from '../ocpp/generated/messages.ts';

import type { FactoryMonitor } from './monitoring/monitor.ts';
import type { Contract } from './transactions/contract.ts';

export interface ConnectorConfig {
  id: number;
  type: ConnectorEnumType;
  /** The cable is permanently attached; otherwise the connector is a socket with a lock. */
  fixedCable: boolean;
}

export interface EvseConfig {
  id: number;
  connectors: ConnectorConfig[];
  /** Alternating current phases; 0 for direct current. */
  phases: 0 | 1 | 3;
  /** The most that it can deliver, in watts. */
  maxPower: number;
}

export type RootType = 'CSMSRootCertificate' | 'ManufacturerRootCertificate' | 'MORootCertificate' | 'V2GRootCertificate';

/** What the station has from the factory to prove who it is and to know whom to trust; PEM texts. */
export interface TlsConfig {
  roots: Partial<Record<RootType, string[]>>;
  /** The station's certificate (chain) and key for security profile 3. */
  certificate?: string;
  key?: string;
}

/** What this kind of station can do. */
export interface Capabilities {
  /** Resets of one EVSE (B11.FR.10). */
  resetEvse: boolean;
  summaryInventory: boolean;
  /** GetReportRequest. */
  customReports: boolean;
  reportCriteria: ('Active' | 'Available' | 'Enabled' | 'Problem')[];
  reservations: boolean;
  /** Lets whoever has a master pass choose what to stop (C16.FR.01). */
  masterPassMenu: boolean;
  /** What it does when no network profile leads to a connection: B10.FR.07 or B10.FR.08. */
  whenAllProfilesFailed: 'lastGoodProfile' | 'restartList';
  /** Closes the connection until the next BootNotificationRequest is due (B03.FR.04). */
  disconnectsWhenRejected: boolean;
  /** Reports its connectors as Unavailable before it resets (B11.FR.03). */
  reportsReset: boolean;
  /** Waits for the cable to be unplugged before a scheduled reset (errata B12.FR.11). */
  resetWaitsForCable: boolean;
  /** Has enough power of its own to tell that the power has failed. */
  backupPower: boolean;
  monitoringCriteria: MonitoringCriterionEnumType[];
  monitoringBases: MonitoringBaseEnumType[];
  /** States for which messages can be displayed (O01.FR.02). */
  displayStates: MessageStateEnumType[];
  /** Gives up an update for a new one (L01.FR.24, L01.FR.27). */
  cancelsFirmwareUpdates: boolean;
  /** Downloads firmware while someone charges (L01.FR.13). */
  downloadsWhileCharging: boolean;
  /** Installs and activates firmware while someone charges (L01.FR.06, L01.FR.33). */
  installsWhileCharging: boolean;
  /** Installs firmware without certificate and signature (L02). */
  unsignedFirmware: boolean;
  /** How logs are uploaded by HTTP (N01.FR.18). */
  uploadMethod: 'PUT' | 'POST';
}

/** How long things take, in OCPP seconds. */
export interface Durations {
  boot: number;
  evseReset: number;
  /** After which an unanswered connection attempt is given up. */
  connect: number;
  /** Until the next BootNotificationRequest where the CSMS names no interval (B02.FR.07). */
  bootRetry: number;
  /** Until a security event is sent again that was not answered. */
  securityEventRetry: number;
  /** Each stage of a firmware update. */
  firmwareStage: number;
  logUpload: number;
}

export interface StationConfig {
  identity: string;
  serialNumber: string;
  model: string;
  vendorName: string;
  firmwareVersion: string;
  /** Password of security profiles 1 and 2. */
  password: string;
  evses: EvseConfig[];
  /** Network configuration slots, at least two (B09.FR.06); a slot may be empty. */
  slots: number[];
  networkProfiles: Record<number, NetworkConnectionProfileType>;
  /** The slots to connect with, first choice in front. */
  priority: number[];
  tls: TlsConfig;
  /** The contract of an EV that is plugged in with one. */
  contract?: Contract;
  /** What an EV says that asks for a contract certificate: EXI in base64. */
  exiRequests?: Partial<Record<CertificateActionEnumType, string>>;
  /** First values of variables, by path: `OCPPCommCtrlr.OfflineThreshold`. `null` for one that this station lacks. */
  variables: Record<string, string | null>;
  /** Paths of variables whose change takes effect only after a reboot. */
  rebootRequired: string[];
  capabilities: Capabilities;
  durations: Durations;
  /** Entries in one NotifyReportRequest. */
  reportEntriesPerPart: number;
  /** Numbered from 1 in this order. */
  monitors: FactoryMonitor[];
}

type Overrides = { [K in keyof StationConfig]?: StationConfig[K] extends unknown[] ? StationConfig[K] : Partial<StationConfig[K]> };

/** A station with two EVSEs: a Type 2 socket beside a fixed Type 2 cable, and a CCS cable. */
export function defaultStationConfig(overrides: Overrides = {}): StationConfig {
  const { tls, variables, capabilities, durations, ...rest } = overrides;
  return {
    identity: 'CS-001',
    serialNumber: 'SN-001',
    model: 'Simulated station',
    vendorName: 'ocppspec',
    firmwareVersion: '1.0.0',
    password: 'ocppspec-password-0001',
    evses: [
      {
        id: 1,
        connectors: [
          { id: 1, type: 'sType2', fixedCable: false },
          { id: 2, type: 'cType2', fixedCable: true },
        ],
        phases: 3,
        maxPower: 22000,
      },
      { id: 2, connectors: [{ id: 1, type: 'cCCS2', fixedCable: true }], phases: 0, maxPower: 50000 },
    ],
    slots: [1, 2],
    networkProfiles: {},
    priority: [1],
    rebootRequired: [],
    reportEntriesPerPart: 40,
    monitors: [],
    ...(rest as Partial<StationConfig>),
    tls: { roots: {}, ...tls },
    variables: { ...variables } as StationConfig['variables'],
    capabilities: {
      resetEvse: true,
      summaryInventory: true,
      customReports: true,
      reportCriteria: ['Active', 'Available', 'Enabled', 'Problem'],
      reservations: true,
      masterPassMenu: false,
      whenAllProfilesFailed: 'lastGoodProfile',
      disconnectsWhenRejected: false,
      reportsReset: false,
      resetWaitsForCable: false,
      backupPower: false,
      monitoringCriteria: ['ThresholdMonitoring', 'DeltaMonitoring', 'PeriodicMonitoring'],
      monitoringBases: ['All', 'FactoryDefault', 'HardWiredOnly'],
      displayStates: ['Charging', 'Faulted', 'Idle', 'Unavailable'],
      cancelsFirmwareUpdates: true,
      downloadsWhileCharging: true,
      installsWhileCharging: false,
      unsignedFirmware: false,
      uploadMethod: 'PUT',
      ...capabilities,
    },
    durations: { boot: 5, evseReset: 5, connect: 30, bootRetry: 60, securityEventRetry: 60, firmwareStage: 5, logUpload: 5, ...durations },
  };
}

/** A network profile as the factory sets it. */
export const networkProfile = (ocppCsmsUrl: string, securityProfile: number, messageTimeout = 30): NetworkConnectionProfileType => ({
  ocppVersion: 'OCPP20',
  ocppTransport: 'JSON',
  ocppCsmsUrl,
  messageTimeout,
  securityProfile,
  ocppInterface: 'Wired0',
});
