import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor } from '../../wire/rpc.ts';
import { changing, type FaultDescription, without } from './fault.ts';

/** Changes what is said of the firmware of an update. */
const handingOut = (change: (firmware: Payload) => Payload) =>
  changing('UpdateFirmware', ({ firmware, ...payload }) => ({ ...payload, firmware: change(firmware as Payload) }));

/** Refuses what stations tell. */
const refusing = (action: Action, matches: (payload: Payload) => boolean) => (): Interceptor => ({
  reply: (request, reply) =>
    request.action === action && matches(request.payload as Payload) ? { error: 'InternalError', description: 'not expected' } : reply,
});

/** Faults in updating and publishing firmware. */
export const FIRMWARE_FAULTS = {
  'firmware-without-certificate': {
    requirement: 'L01.FR.11',
    about: 'Hands out firmware without the certificate to check its signature with.',
    killedBy: 'TC_L_01_CSMS',
    interceptor: handingOut(without('signingCertificate')),
  },
  'firmware-certificate-in-bare-base64': {
    requirement: 'L01.FR.11',
    about: 'Hands out the signing certificate of firmware without the lines that PEM has around it.',
    killedBy: 'TC_L_05_CSMS',
    interceptor: handingOut((firmware) => ({
      ...firmware,
      signingCertificate: String(firmware.signingCertificate)
        .replace(/-----[^-]+-----/g, '')
        .trim(),
    })),
  },
  'firmware-without-signature': {
    requirement: 'L01.FR.09',
    about: 'Hands out firmware without its signature.',
    killedBy: 'TC_L_04_CSMS',
    interceptor: handingOut(without('signature')),
  },
  'firmware-installed-at-once': {
    requirement: 'L01.FR.16',
    about: 'Does not say when firmware is to be installed, although the operator has set a time.',
    killedBy: 'TC_L_02_CSMS',
    interceptor: handingOut(without('installDateTime')),
  },
  'firmware-retrieved-at-once': {
    requirement: 'L01.FR.13',
    about: 'Has firmware downloaded as soon as possible, although the operator has set a time.',
    killedBy: 'TC_L_03_CSMS',
    interceptor: handingOut((firmware) => ({ ...firmware, retrieveDateTime: '2020-01-01T00:00:00Z' })),
  },
  'second-update-without-certificate': {
    requirement: 'L01.FR.11',
    about: 'Leaves the certificate out of an update that takes the place of another one.',
    killedBy: 'TC_L_10_CSMS',
    interceptor: () => {
      let updates = 0;
      const bare = handingOut(without('signingCertificate'))();
      return {
        request: (action, payload) =>
          action === 'UpdateFirmware' && ++updates > 1 ? (bare.request?.(action, payload) ?? payload) : payload,
      };
    },
  },
  'failed-download-not-taken-in': {
    requirement: 'L01.FR.01',
    about: 'Answers that firmware could not be downloaded with an error.',
    killedBy: 'TC_L_07_CSMS',
    interceptor: refusing('FirmwareStatusNotification', ({ status }) => status === 'DownloadFailed'),
  },
  'invalid-signature-not-taken-in': {
    requirement: 'L01.FR.01',
    about: 'Answers that a signature is wrong with an error.',
    killedBy: 'TC_L_06_CSMS',
    interceptor: refusing('FirmwareStatusNotification', ({ status }) => status === 'InvalidSignature'),
  },
  'failed-verification-not-taken-in': {
    requirement: 'L01.FR.01',
    about: 'Answers that firmware could not be verified with an error.',
    killedBy: 'TC_L_08_CSMS',
    interceptor: refusing('FirmwareStatusNotification', ({ status }) => status === 'InstallVerificationFailed'),
  },
  'failed-installation-not-taken-in': {
    requirement: 'L01.FR.01',
    about: 'Answers that firmware could not be installed with an error.',
    killedBy: 'TC_L_09_CSMS',
    interceptor: refusing('FirmwareStatusNotification', ({ status }) => status === 'InstallationFailed'),
  },
  'scheduled-download-not-taken-in': {
    requirement: 'L01.FR.13',
    about: 'Answers that a download waits for something with an error.',
    killedBy: 'TC_L_13_CSMS',
    interceptor: refusing('FirmwareStatusNotification', ({ status }) => status === 'DownloadScheduled'),
  },
  'update-goes-on-not-taken-in': {
    requirement: 'L01.FR.27',
    about: 'Answers what comes of an update with errors after it wanted another one.',
    killedBy: 'TC_L_11_CSMS',
    interceptor: () => {
      let updates = 0;
      const refusal = refusing('FirmwareStatusNotification', () => updates > 1)();
      return {
        ...refusal,
        request: (action, payload) => {
          if (action === 'UpdateFirmware') updates++;
          return payload;
        },
      };
    },
  },
  'firmware-security-events-not-taken-in': {
    requirement: 'L01.FR.02',
    about: 'Answers security events about signing certificates with an error.',
    killedBy: 'TC_L_05_CSMS',
    interceptor: refusing('SecurityEventNotification', ({ type }) => type === 'InvalidFirmwareSigningCertificate'),
  },
  'other-firmware-published': {
    requirement: 'L03.FR.01',
    about: 'Has other firmware published than the operator wants.',
    killedBy: 'TC_L_17_CSMS',
    interceptor: changing('PublishFirmware', (payload) => ({ ...payload, location: 'http://elsewhere.invalid/firmware.bin' })),
  },
  'published-firmware-without-checksum': {
    requirement: 'L03.FR.02',
    about: 'Leaves out the checksum of firmware that is to be published.',
    killedBy: 'TC_L_24_CSMS',
    interceptor: changing('PublishFirmware', without('checksum')),
  },
  'invalid-checksum-not-taken-in': {
    requirement: 'L03.FR.07',
    about: 'Answers that a checksum is wrong with an error.',
    killedBy: 'TC_L_19_CSMS',
    interceptor: refusing('PublishFirmwareStatusNotification', ({ status }) => status === 'InvalidChecksum'),
  },
  'failed-publication-not-taken-in': {
    requirement: 'L03.FR.08',
    about: 'Answers that firmware could not be published with an error.',
    killedBy: 'TC_L_20_CSMS',
    interceptor: refusing('PublishFirmwareStatusNotification', ({ status }) => status === 'PublishFailed'),
  },
  'unpublished-firmware-without-checksum': {
    requirement: 'L04.FR.01',
    about: 'Does not say which firmware is to be withdrawn.',
    killedBy: 'TC_L_21_CSMS',
    interceptor: changing('UnpublishFirmware', without('checksum')),
  },
} satisfies Record<string, FaultDescription>;
