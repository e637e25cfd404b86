import type { Description } from './catalogue.ts';

/** The codes of the rules on firmware updates. */
export const FIRMWARE_CODES = {
  'firmware-status-request': {
    requirement: 'L01.FR.10',
    severity: 'violation',
    about: 'FirmwareStatusNotification does not have the id of an accepted UpdateFirmwareRequest, although it is about an update.',
  },
  'firmware-status-order': {
    requirement: 'L01.FR.01',
    severity: 'violation',
    about: 'A status of a firmware update cannot follow what was told of it before; a warning if it is only odd.',
  },
  'firmware-early': {
    requirement: 'L01.FR.16',
    severity: 'violation',
    about: 'Firmware is downloaded or installed before the time that the CSMS has set.',
  },
  'firmware-boot-reason': {
    requirement: 'Part 2, BootReasonEnumType',
    severity: 'violation',
    about: 'The station restarts in the middle of a firmware update, and gives another reason when it boots.',
  },
} as const satisfies Record<string, Description>;
