import { closest } from 'fastest-levenshtein';
import { AUTHORIZATION_FAULTS } from './authorization.ts';
import { CERTIFICATE_FAULTS } from './certificates.ts';
import { DATA_TRANSFER_FAULTS } from './data-transfer.ts';
import { DIAGNOSTICS_FAULTS } from './diagnostics.ts';
import { DISPLAY_MESSAGE_FAULTS } from './display-messages.ts';
import type { Fault, FaultDescription } from './fault.ts';
import { FIRMWARE_FAULTS } from './firmware.ts';
import { HANDSHAKE_FAULTS } from './handshake.ts';
import { LOCAL_LIST_FAULTS } from './local-list.ts';
import { METER_VALUE_FAULTS } from './meter-values.ts';
import { PROVISIONING_FAULTS } from './provisioning.ts';
import { REGISTRATION_FAULTS } from './registration.ts';
import { REMOTE_CONTROL_FAULTS } from './remote-control.ts';
import { RESERVATION_FAULTS } from './reservations.ts';
import { RPC_FAULTS } from './rpc.ts';
import { SECURITY_FAULTS } from './security.ts';
import { SMART_CHARGING_FAULTS } from './smart-charging.ts';
import { TRANSACTION_FAULTS } from './transactions.ts';

const ALL = {
  ...HANDSHAKE_FAULTS,
  ...SECURITY_FAULTS,
  ...RPC_FAULTS,
  ...SMART_CHARGING_FAULTS,
  ...REGISTRATION_FAULTS,
  ...PROVISIONING_FAULTS,
  ...LOCAL_LIST_FAULTS,
  ...RESERVATION_FAULTS,
  ...METER_VALUE_FAULTS,
  ...REMOTE_CONTROL_FAULTS,
  ...AUTHORIZATION_FAULTS,
  ...DIAGNOSTICS_FAULTS,
  ...FIRMWARE_FAULTS,
  ...DISPLAY_MESSAGE_FAULTS,
  ...DATA_TRANSFER_FAULTS,
  ...TRANSACTION_FAULTS,
  ...CERTIFICATE_FAULTS,
};

export type FaultName = keyof typeof ALL;

/** Every fault of the CSMS by its name. */
export const CSMS_FAULTS = Object.fromEntries(
  Object.entries<FaultDescription>(ALL).map(([name, description]) => [name, { name, ...description }]),
) as Record<FaultName, Fault>;

/** @throws an Error that names the fault that was probably meant */
export function faultsOf(names: readonly string[]): ReadonlyMap<FaultName, Fault> {
  return new Map(
    names.map((name) => {
      const fault = CSMS_FAULTS[name as FaultName] as Fault | undefined;
      if (!fault) throw new Error(`"${name}" is not a fault of the CSMS; did you mean "${closest(name, Object.keys(CSMS_FAULTS))}"?`);
      return [name as FaultName, fault];
    }),
  );
}
