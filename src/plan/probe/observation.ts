import type { UpgradeFacts } from '../../ocpp/handshake.ts';
import type { Party } from '../../ocpp/party.ts';

/** A variable as a station has reported it: its Actual attribute. */
export interface SeenVariable {
  /** `EVSE(1).AllowReset`, `DeviceDataCtrlr.ItemsPerMessage[GetReport]` */
  path: string;
  /** Without EVSE and instance: `EVSE.AllowReset`. */
  name: string;
  component: string;
  evseId?: number;
  value?: string;
  mutability?: string;
  /** The values that it can have, where it says so. */
  values?: string[];
}

/** Everything that a system has shown while it was looked at. */
export interface Observation {
  role: Party;
  upgrade?: UpgradeFacts;
  /** What the BootNotificationRequest of a station, or the answer of a CSMS to one, said. */
  boot?: Record<string, unknown>;
  /** How requests were answered: a status, `answered` where there is none, or the code of a CALLERROR. */
  answers: Record<string, string>;
  /** What a CSMS asked of the station by itself: actions, with what tells them apart. */
  requests: string[];
  variables: SeenVariable[];
  /** Names of variables that the station says it does not have. */
  absent: string[];
  /** Whether a variable that is not among `variables` does not exist. */
  complete: boolean;
}

export const nothingSeen = (role: Party): Observation => ({
  role,
  answers: {},
  requests: [],
  variables: [],
  absent: [],
  complete: false,
});
