import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor } from '../../wire/rpc.ts';
import { answering, byName, requesting, without } from './fault.ts';

/** Keeps something that the station tells about firmware to itself: another status goes out twice. */
const inPlaceOf = (status: string, other: string): Interceptor =>
  requesting(['FirmwareStatusNotification'], (payload) => (payload.status === status ? { ...payload, status: other } : payload));

/** Tells of another security event. */
const eventInPlaceOf = (type: string): Interceptor =>
  requesting(['SecurityEventNotification'], (payload) => (payload.type === type ? { ...payload, type: 'SettingSystemTime' } : payload));

const responding = (change: (payload: Payload) => Payload): Interceptor => answering(['UpdateFirmware'], change);

/** What goes wrong with firmware, and with what is told of it. */
export const FIRMWARE_FAULTS = byName(
  {
    name: 'firmware-signature-ignored',
    requirement: 'L01.FR.04',
    about: 'Installs firmware whose signature is wrong.',
    killedBy: 'TC_L_06_CS',
  },
  {
    name: 'expired-signing-certificate-accepted',
    requirement: 'L01.FR.21',
    about: 'Accepts firmware whose signing certificate has expired.',
    killedBy: 'TC_L_05_CS',
  },
  {
    name: 'untrusted-signing-certificate-accepted',
    requirement: 'L01.FR.12',
    about: 'Accepts firmware whose signing certificate comes from no manufacturer that it trusts.',
    killedBy: 'TC_L_05_CS',
  },
  {
    name: 'invalid-signing-certificate-rejected',
    requirement: 'L01.FR.22',
    about: 'Rejects an invalid signing certificate without saying what is wrong.',
    killedBy: 'TC_L_05_CS',
    interceptor: responding((payload) => (payload.status === 'InvalidCertificate' ? { status: 'Rejected' } : payload)),
  },
  {
    name: 'invalid-signing-certificate-no-event',
    requirement: 'L01.FR.02',
    about: 'Refuses a signing certificate without a security event.',
    killedBy: 'TC_L_05_CS',
    interceptor: eventInPlaceOf('InvalidFirmwareSigningCertificate'),
  },
  {
    name: 'invalid-firmware-signature-no-event',
    requirement: 'L01.FR.03',
    about: 'Finds a wrong signature without a security event.',
    killedBy: 'TC_L_06_CS',
    interceptor: eventInPlaceOf('InvalidFirmwareSignature'),
  },
  {
    name: 'firmware-updated-no-event',
    requirement: 'L01.FR.31',
    about: 'Installs firmware without a security event.',
    killedBy: 'TC_L_01_CS',
    interceptor: eventInPlaceOf('FirmwareUpdated'),
  },
  {
    name: 'firmware-installed-early',
    requirement: 'L01.FR.16',
    about: 'Tells that an installation is scheduled and installs at once.',
    killedBy: 'firmware-early',
  },
  {
    name: 'firmware-downloaded-early',
    requirement: 'L01.FR.13',
    about: 'Tells that a download is scheduled and downloads at once.',
    killedBy: 'firmware-early',
  },
  {
    name: 'install-scheduled-not-told',
    requirement: 'L01.FR.16',
    about: 'Does not tell that an installation waits for its date.',
    killedBy: 'TC_L_02_CS',
    interceptor: inPlaceOf('InstallScheduled', 'SignatureVerified'),
  },
  {
    name: 'download-scheduled-not-told',
    requirement: 'L01.FR.13',
    about: 'Does not tell that a download waits for its date.',
    killedBy: 'TC_L_03_CS',
    interceptor: inPlaceOf('DownloadScheduled', 'Downloading'),
  },
  {
    name: 'download-scheduled-not-told-while-charging',
    requirement: 'L01.FR.13',
    about: 'Tells that the installation is scheduled where it is the download that waits.',
    killedBy: 'TC_L_13_CS',
    interceptor: inPlaceOf('DownloadScheduled', 'InstallScheduled'),
  },
  {
    name: 'signature-verified-not-told',
    requirement: 'L01.FR.01',
    about: 'Does not tell that it has verified the signature.',
    killedBy: 'TC_L_01_CS',
    interceptor: inPlaceOf('SignatureVerified', 'Downloaded'),
  },
  {
    name: 'download-failure-not-told',
    requirement: 'L01.FR.30',
    about: 'Tells that it still downloads where it has given up.',
    killedBy: 'TC_L_07_CS',
    interceptor: inPlaceOf('DownloadFailed', 'Downloading'),
  },
  {
    name: 'failed-installation-told-as-installed',
    requirement: 'L01.FR.29',
    about: 'Tells that it has installed what cannot be installed.',
    killedBy: 'TC_L_08_CS',
  },
  {
    name: 'installed-after-failure',
    requirement: 'L01.FR.29',
    about: 'Tells that firmware was installed after it has told that the installation failed.',
    killedBy: 'firmware-status-order',
  },
  {
    name: 'firmware-status-of-other-request',
    requirement: 'L01.FR.10',
    about: 'Tells how an update goes under the id of another request.',
    killedBy: 'firmware-status-request',
    interceptor: requesting(['FirmwareStatusNotification'], (payload) =>
      payload.requestId === undefined ? payload : { ...payload, requestId: Number(payload.requestId) + 1000 },
    ),
  },
  {
    name: 'firmware-status-without-request',
    requirement: 'L01.FR.20',
    about: 'Tells how an update goes without the id of the request.',
    killedBy: 'firmware-status-request',
    interceptor: requesting(['FirmwareStatusNotification'], (payload) => without(payload, 'requestId')),
  },
  {
    name: 'second-update-accepted-as-first',
    requirement: 'L01.FR.24',
    about: 'Gives an update up for another one without saying so in its response.',
    killedBy: 'TC_L_10_CS',
    interceptor: responding((payload) => (payload.status === 'AcceptedCanceled' ? { status: 'Accepted' } : payload)),
  },
  {
    name: 'second-update-forgotten',
    requirement: 'L01.FR.27',
    about: 'Accepts another update that it cannot begin.',
    killedBy: 'TC_L_11_CS',
    interceptor: responding((payload) => (payload.status === 'Rejected' ? { status: 'Accepted' } : payload)),
  },
  {
    name: 'unsigned-firmware-accepted',
    requirement: 'L01.FR.21',
    about: 'Accepts firmware without certificate and signature although it supports secure updates.',
    killedBy: 'TC_L_18_CS',
  },
  {
    name: 'firmware-installed-despite-transaction',
    requirement: 'L01.FR.06',
    about: 'Installs firmware and restarts although somebody charges.',
    killedBy: 'TC_L_15_CS',
  },
  {
    name: 'free-evses-stay-available',
    requirement: 'L01.FR.07',
    about: 'Lets others charge while it waits for the end of a transaction.',
    killedBy: 'TC_L_15_CS',
  },
  {
    name: 'no-sessions-pending-firmware-update',
    requirement: 'L01.FR.07',
    about: 'Lets nobody charge while it waits for the end of a transaction although the CSMS allows it.',
    killedBy: 'TC_L_14_CS',
  },
  {
    name: 'download-not-tried-again',
    requirement: 'L01.FR.30',
    about: 'Gives a download up after the first failure, however many retries the CSMS wants.',
    killedBy: 'OS_L_01_CS',
  },
  {
    name: 'scheduled-installation-forgotten',
    requirement: 'L01.FR.16',
    about: 'Forgets an installation that is scheduled when it loses power.',
    killedBy: 'OS_L_02_CS',
  },
  {
    name: 'installation-not-told',
    requirement: 'L01.FR.15',
    about: 'Restarts to install firmware, and tells neither that it does nor that it installs.',
    killedBy: 'TC_L_01_CS',
  },
  {
    name: 'firmware-update-ends-transaction',
    requirement: 'L01.FR.06',
    about: 'Restarts for firmware although somebody charges, where it could install without.',
    killedBy: 'TC_L_16_CS',
  },
  {
    name: 'installed-not-told-while-charging',
    requirement: 'L01.FR.28',
    about: 'Does not tell that it has installed firmware without a restart.',
    killedBy: 'TC_L_16_CS',
    interceptor: inPlaceOf('Installed', 'Installing'),
  },
);
