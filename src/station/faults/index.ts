import { AUTHORIZATION_FAULTS } from './authorization.ts';
import { AVAILABILITY_FAULTS } from './availability.ts';
import { BOOT_FAULTS } from './boot.ts';
import { CERTIFICATE_FAULTS } from './certificates.ts';
import { DATA_TRANSFER_FAULTS } from './data-transfer.ts';
import { DIAGNOSTICS_FAULTS } from './diagnostics.ts';
import { DISPLAY_MESSAGE_FAULTS } from './display-messages.ts';
import { FIRMWARE_FAULTS } from './firmware.ts';
import { KNOWN_TOKEN_FAULTS } from './known-tokens.ts';
import { LOCAL_LIST_FAULTS } from './local-list.ts';
import { METER_VALUE_FAULTS } from './meter-values.ts';
import { MONITORING_FAULTS } from './monitoring.ts';
import { NETWORK_FAULTS } from './network.ts';
import { REMOTE_CONTROL_FAULTS } from './remote-control.ts';
import { REPORT_FAULTS } from './reports.ts';
import { RESERVATION_FAULTS } from './reservations.ts';
import { RESET_FAULTS } from './resets.ts';
import { RPC_FAULTS } from './rpc.ts';
import { SECURITY_FAULTS } from './security.ts';
import { SMART_CHARGING_FAULTS } from './smart-charging.ts';
import { TARIFF_FAULTS } from './tariff-and-cost.ts';
import { TRANSACTION_EVENT_FAULTS } from './transaction-events.ts';
import { TRANSACTION_FAULTS } from './transactions.ts';
import { VARIABLE_FAULTS } from './variables.ts';

/** Every violation that the station can be asked to commit, by name. */
export const STATION_FAULTS = {
  ...BOOT_FAULTS,
  ...RPC_FAULTS,
  ...VARIABLE_FAULTS,
  ...REPORT_FAULTS,
  ...RESET_FAULTS,
  ...RESERVATION_FAULTS,
  ...LOCAL_LIST_FAULTS,
  ...TARIFF_FAULTS,
  ...METER_VALUE_FAULTS,
  ...NETWORK_FAULTS,
  ...TRANSACTION_FAULTS,
  ...TRANSACTION_EVENT_FAULTS,
  ...REMOTE_CONTROL_FAULTS,
  ...AVAILABILITY_FAULTS,
  ...SECURITY_FAULTS,
  ...SMART_CHARGING_FAULTS,
  ...AUTHORIZATION_FAULTS,
  ...KNOWN_TOKEN_FAULTS,
  ...DIAGNOSTICS_FAULTS,
  ...FIRMWARE_FAULTS,
  ...MONITORING_FAULTS,
  ...DISPLAY_MESSAGE_FAULTS,
  ...DATA_TRANSFER_FAULTS,
  ...CERTIFICATE_FAULTS,
};

export type FaultName = keyof typeof STATION_FAULTS;
