import type { ConnectorEnumType, IdTokenType, MessagePriorityEnumType } from '../ocpp/generated/messages.ts';
import { EMAID } from '../pki/credentials.ts';
import type { EvseSettings, ScenarioSettings } from '../scenario/settings.ts';
import { type DisplayConfig, defaultDisplayConfig } from './display-config.ts';
import type { ExiConfig } from './exi-config.ts';
import { defaultMonitoringConfig, type MonitoringConfig } from './monitoring-config.ts';

export type SecurityProfile = 1 | 2 | 3;

/** The tokens that scenarios speak of, each known to both sides for what it is. */
export const TOKEN_NAMES = [
  'valid idToken',
  'second valid idToken',
  'invalid idToken',
  'blocked idToken',
  'expired idToken',
  'unknown idToken',
  'master pass idToken',
  'contract idToken',
] as const;
export type TokenName = (typeof TOKEN_NAMES)[number];

/** Signed firmware that a station can load and install. */
export interface FirmwareConfig {
  location: string;
  /** In base64. */
  signature: string;
  /** PEM. */
  signingCertificate: string;
}

/** Everything that is configured about a system under test. Durations are in seconds. */
export interface SutConfig {
  identity: string;
  serialNumber: string;
  vendorName: string;
  model: string;
  /** BasicAuthPassword of security profiles 1 and 2; a secret. */
  password?: string;
  /** The environment variable with the password, if another than OCPPSPEC_PASSWORD. */
  passwordEnv?: string;
  securityProfile: SecurityProfile;
  /** Where the system under test reaches ocppspec, if not at the address that it listens on. */
  publicHost?: string;
  /** Port of the second CSMS, to which stations are migrated. */
  secondPort?: number;
  /** URL of another CSMS, to which a CSMS under test sends stations. */
  secondCsmsUrl?: string;
  /** Where the test PKI is, if not where it usually is. */
  pkiDirectory?: string;
  /** Owner of the certificates of the station and of the CSMS, if another than that of the test PKI. */
  organization?: string;
  /** PEM of the root of a CSMS under test, if it is not one of the test PKI. */
  csmsRoot?: string;
  /** PEM of the certificate, and the chain above it, that a played station shows to a CSMS, and of its key. */
  clientCertificate?: string;
  clientKey?: string;
  /** PEM of the certificate, and the chain above it, that a played CSMS shows to a station, and of its key. */
  serverCertificate?: string;
  serverKey?: string;
  /** PEM of the root of the certificates of a station under test, if it is not one of the test PKI. */
  stationRoot?: string;
  evses: EvseSettings[];
  evseId: number;
  connectorId: number;
  /** The type of that connector. */
  connectorType: ConnectorEnumType;
  tokens: Record<TokenName, Pick<IdTokenType, 'idToken' | 'type'>>;
  /** The group of the first two tokens, and the group that may stop every transaction. */
  groupId: string;
  masterPassGroupId: string;
  slots: number[];
  ocppInterface: string;
  unsupportedCriterion?: 'Active' | 'Available' | 'Enabled' | 'Problem';
  monitoring: MonitoringConfig;
  /** What the operator calls a customer, other than by a token or a certificate. */
  customerIdentifier: string;
  durations: {
    heartbeatInterval: number;
    offlineThreshold: number;
    retryWait: number;
    /** MessageAttemptInterval for TransactionEvent. */
    messageAttemptInterval: number;
    transaction: number;
    /** EVConnectionTimeOut where a case waits for it. */
    evConnectionTimeout: number;
    /** Between sampled and between clock-aligned meter values. */
    sampledInterval: number;
    alignedInterval: number;
    /** Between attempts to upload a log, longer than one of them takes. */
    logRetryInterval: number;
    /** Until a scheduled download or installation of firmware is due, longer than it takes to download and check it. */
    firmwareDelay: number;
  };
  chargingRateUnit: 'A' | 'W';
  numberPhases: 1 | 2 | 3;
  messagePriority: MessagePriorityEnumType;
  display: DisplayConfig;
  /** Needed by cases about contract certificates of EVs. */
  exi: ExiConfig;
  /** Served by ocppspec itself unless given. */
  firmware?: FirmwareConfig;
  /** Cannot be installed although its signature fits; needed where `firmware` is given. */
  brokenFirmware?: FirmwareConfig;
  /** How files travel between a station and ocppspec; by what the station can do unless given. */
  fileTransfer?: 'http' | 'https';
  /** Where stations upload logs to; ocppspec itself unless given. */
  logLocation?: string;
  /** Where no log can be uploaded to; ocppspec itself unless given. */
  failingLogLocation?: string;
  txStartPoint: string[];
  txStopPoint: string[];
  authorization: ScenarioSettings['authorization'];
  parkingBaySensor: boolean;
  /** The cable is permanently attached to the connector that cases use. */
  fixedCable: boolean;
  timeouts: ScenarioSettings['timeouts'];
  tolerance: number;
  /** Declared features by their ids (`C-13`); what is not mentioned may or may not be there. */
  features: Record<string, boolean>;
}

const token = (idToken: string): SutConfig['tokens'][TokenName] => ({ idToken, type: 'ISO14443' });

/** What holds unless something else is configured. */
export const defaultSutConfig = (overrides: Partial<SutConfig> = {}): SutConfig => ({
  identity: 'CS001',
  serialNumber: 'SN-0001',
  vendorName: 'ocppspec',
  model: 'Simulated',
  securityProfile: 1,
  evses: [
    { id: 1, connectors: [1, 2] },
    { id: 2, connectors: [1] },
  ],
  evseId: 1,
  connectorId: 1,
  connectorType: 'sType2',
  tokens: {
    'valid idToken': token('04A1B2C3D4E501'),
    'second valid idToken': token('04A1B2C3D4E502'),
    'invalid idToken': token('04A1B2C3D4E503'),
    'blocked idToken': token('04A1B2C3D4E504'),
    'expired idToken': token('04A1B2C3D4E505'),
    'unknown idToken': token('04A1B2C3D4E506'),
    'master pass idToken': token('04A1B2C3D4E507'),
    'contract idToken': { idToken: EMAID, type: 'eMAID' },
  },
  groupId: 'GROUP-1',
  masterPassGroupId: 'MASTERPASS',
  slots: [1, 2],
  ocppInterface: 'Wired0',
  monitoring: defaultMonitoringConfig(),
  customerIdentifier: 'OpenChargeAlliance',
  durations: {
    heartbeatInterval: 60,
    offlineThreshold: 60,
    retryWait: 20,
    messageAttemptInterval: 10,
    transaction: 30,
    evConnectionTimeout: 30,
    sampledInterval: 15,
    alignedInterval: 60,
    logRetryInterval: 10,
    firmwareDelay: 120,
  },
  chargingRateUnit: 'A',
  numberPhases: 3,
  messagePriority: 'NormalCycle',
  display: defaultDisplayConfig(),
  exi: {},
  txStartPoint: ['EVConnected', 'Authorized'],
  txStopPoint: ['EVConnected'],
  authorization: 'local',
  parkingBaySensor: false,
  fixedCable: false,
  timeouts: { reply: 30, message: 60, boot: 300, operation: 900 },
  tolerance: 4,
  features: {},
  ...overrides,
});

export const settingsOf = (config: SutConfig): ScenarioSettings => ({
  identity: config.identity,
  evses: config.evses,
  evseId: config.evseId,
  connectorId: config.connectorId,
  txStartPoint: config.txStartPoint,
  txStopPoint: config.txStopPoint,
  authorization: config.authorization,
  parkingBaySensor: config.parkingBaySensor,
  fixedCable: config.fixedCable,
  masterPassGroupId: config.masterPassGroupId,
  timeouts: config.timeouts,
  tolerance: config.tolerance,
});
