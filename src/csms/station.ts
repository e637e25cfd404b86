import type { CertificateHashDataType, ChargingStationType, ConnectorStatusEnumType } from '../ocpp/generated/messages.ts';
import type { Link } from '../wire/link.ts';
import type { Rpc } from '../wire/rpc.ts';
import type { SecurityProfile, StationConfig } from './config.ts';
import { Registration } from './registration.ts';
import { BoundedMap } from './stores/bounded-map.ts';
import { ChargingProfiles } from './stores/charging-profiles.ts';
import { DeviceModel } from './stores/device-model.ts';
import { Monitors } from './stores/monitors.ts';
import { Reports } from './stores/reports.ts';
import { Transactions } from './stores/transactions.ts';

export interface Connection {
  link: Link;
  rpc: Rpc;
  endpointIndex: number;
}

const MANY = 1000;

/** All that the CSMS knows about one station; outlives its connections. */
export class Station {
  readonly identity: string;
  readonly serialNumber: string;
  password: string | undefined;
  /** What the station has said that it will use after a reboot. */
  passwordAfterReboot: string | undefined;
  /** The highest with which it has connected; it is there to stay (A05.FR.07). */
  securityProfile: SecurityProfile = 1;
  readonly registration: Registration;
  connection: Connection | undefined;
  /** From its last BootNotification. */
  hardware: ChargingStationType | undefined;
  readonly deviceModel = new DeviceModel();
  readonly reports = new Reports();
  readonly monitors = new Monitors();
  readonly transactions = new Transactions();
  /** By `evseId.connectorId`. */
  readonly connectors = new BoundedMap<string, ConnectorStatusEnumType>(MANY);
  /** What became of something with an id: `firmware 7`, `log 3`, `reservation 2`. */
  readonly progress = new BoundedMap<string, string>(MANY);
  /** Hash data that the station has told, in its own words. */
  readonly certificates = new BoundedMap<string, CertificateHashDataType>(MANY);
  /** Types of the security events that it has notified. */
  readonly securityEvents: string[] = [];
  readonly chargingProfiles = new ChargingProfiles();
  localListVersion = 0;
  /** The tokens on that list. */
  readonly listed = new Set<string>();
  /** The ids that the CSMS used last, for requests that refer to them. */
  readonly lastIds: Partial<Record<'reservation' | 'displayMessage' | 'monitor', number>> = {};

  constructor({ identity, serialNumber = identity, password, registration }: StationConfig) {
    this.identity = identity;
    this.serialNumber = serialNumber;
    this.password = password;
    this.registration = new Registration(registration);
  }

  /** Keeps the latest events only. */
  noteSecurityEvent(type: string): void {
    this.securityEvents.push(type);
    if (this.securityEvents.length > MANY) this.securityEvents.shift();
  }

  toJSON(): unknown {
    const { identity, serialNumber, registration, connection, hardware, deviceModel, reports, transactions } = this;
    return {
      identity,
      serialNumber,
      connected: connection !== undefined,
      ...(connection ? { endpoint: connection.endpointIndex } : {}),
      registration: registration.status,
      hardware,
      connectors: Object.fromEntries(this.connectors),
      transactions,
      reports,
      progress: Object.fromEntries(this.progress),
      localListVersion: this.localListVersion,
      securityEvents: this.securityEvents,
      variables: deviceModel,
    };
  }
}
