import type { FirmwareStatusEnumType, UpdateFirmwareRequest } from '../../ocpp/generated/messages.ts';

/** A firmware update that has been accepted and has not come to its end. */
export interface Update {
  request: UpdateFirmwareRequest;
  /** How far it has come, so that it can go on after a reboot. */
  phase: 'download' | 'install' | 'activate';
  /** Length of the file, once it is there. */
  bytes?: number;
  /** A script tells how it goes on: the station does nothing more about it by itself. */
  scripted?: true;
}

/** What survives reboots. */
export interface FirmwareState {
  update?: Update;
  /** The id of the last request, whether its update is over or not. */
  requestId?: number;
  /** The status that was sent last. */
  status?: FirmwareStatusEnumType;
}

/** An update that has reached one of them is over. */
export const FINAL: ReadonlySet<FirmwareStatusEnumType> = new Set([
  'Installed',
  'DownloadFailed',
  'InvalidSignature',
  'InstallVerificationFailed',
  'InstallationFailed',
]);

/** What a status means for security (L01.FR.03, L01.FR.31). */
export const SECURITY_EVENTS: Partial<Record<FirmwareStatusEnumType, string>> = {
  InvalidSignature: 'InvalidFirmwareSignature',
  Installed: 'FirmwareUpdated',
};
