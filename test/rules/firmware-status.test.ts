import type { Payload } from '../../src/ocpp/frame.ts';
import { firmwareStatus } from '../../src/rules/firmware-status.ts';
import { BOOT, now, open, passes, type Script, time, trips } from './kit.ts';

let ids = 0;
interface Wanted {
  requestId?: number;
  status?: string;
  firmware?: Payload;
}
const SIGNED = { signingCertificate: 'PEM', signature: 'AA==' };
const update = (script: Script, { requestId = 1, status = 'Accepted', firmware = SIGNED }: Wanted = {}): Script =>
  script.exchange(
    'csms',
    `u${ids++}`,
    'UpdateFirmware',
    { requestId, firmware: { location: 'http://x/f.bin', retrieveDateTime: time(-60), ...firmware } },
    { status },
  );
const tell = (script: Script, status: string, requestId: number | undefined = 1): Script =>
  script.exchange('station', `f${ids++}`, 'FirmwareStatusNotification', { status, ...(requestId ? { requestId } : {}) });
const told = (script: Script, ...statuses: string[]): Script => statuses.reduce((so, status) => tell(so, status), script);
const boot = (script: Script, reason: string): Script =>
  script.exchange('station', `b${ids++}`, 'BootNotification', { ...BOOT, reason }, { ...now(0), interval: 300, status: 'Accepted' });
const trigger = (script: Script): Script =>
  script.exchange('csms', `t${ids++}`, 'TriggerMessage', { requestedMessage: 'FirmwareStatusNotification' }, { status: 'Accepted' });
const verified = () => told(update(open()), 'Downloading', 'Downloaded', 'SignatureVerified');
const restarted = (script: Script): Script => boot(script.close('station').connect(), 'FirmwareUpdate');

trips('firmware-status-request', 'none (L01.FR.20)', firmwareStatus, tell(update(open()), 'Downloading', 0), { requirement: 'L01.FR.20' });
trips('firmware-status-request', 'another one', firmwareStatus, tell(update(open()), 'Downloading', 7), { severity: 'violation' });
trips(
  'firmware-status-request',
  'one that was refused',
  firmwareStatus,
  tell(update(open(), { status: 'InvalidCertificate' }), 'Downloading'),
);
trips('firmware-status-request', 'the end of one that nobody knows', firmwareStatus, tell(update(open()), 'DownloadFailed', 7), {
  severity: 'warning',
});
passes('firmware-status-request', 'an update from before the trace', firmwareStatus, tell(open(), 'Installed', 7));
passes(
  'firmware-status-request',
  'the end of one that was given up',
  firmwareStatus,
  tell(update(open(), { status: 'AcceptedCanceled' }), 'DownloadFailed', 7),
);
passes('firmware-status-request', 'a trigger where nothing is updated', firmwareStatus, tell(trigger(open()), 'DownloadFailed', 0));
passes('firmware-status-request', 'Idle', firmwareStatus, tell(open(), 'Idle', 0));
passes(
  'firmware-status-request',
  'an id that another request has again',
  firmwareStatus,
  tell(update(verified(), { status: 'Rejected' }), 'Installing'),
);

trips(
  'firmware-status-order',
  'installs what it has not verified (L01.FR.04)',
  firmwareStatus,
  told(update(open()), 'Downloading', 'Downloaded', 'Installing'),
  {
    requirement: 'L01.FR.04',
  },
);
trips(
  'firmware-status-order',
  'installs in spite of a wrong signature',
  firmwareStatus,
  told(update(open()), 'Downloading', 'InvalidSignature', 'Installing'),
);
trips(
  'firmware-status-order',
  'Installed after a failure',
  firmwareStatus,
  told(verified(), 'Installing', 'InstallVerificationFailed', 'Installed'),
);
trips('firmware-status-order', 'Installed without Installing', firmwareStatus, tell(verified(), 'Installed'), { severity: 'violation' });
trips('firmware-status-order', 'goes back', firmwareStatus, tell(verified(), 'Downloading'), { severity: 'warning' });
trips(
  'firmware-status-order',
  'tries again after DownloadFailed',
  firmwareStatus,
  told(update(open()), 'Downloading', 'DownloadFailed', 'Downloading'),
  {
    severity: 'warning',
  },
);
passes(
  'firmware-status-order',
  'Installing left out by who restarts (L01.FR.23)',
  firmwareStatus,
  tell(restarted(tell(verified(), 'InstallRebooting')), 'Installed'),
);
passes(
  'firmware-status-order',
  'Installed before the restart (L01.FR.32)',
  firmwareStatus,
  restarted(told(verified(), 'Installing', 'Installed')),
);
passes(
  'firmware-status-order',
  'installs after it has restarted to do so (L01.FR.15)',
  firmwareStatus,
  told(verified(), 'InstallRebooting', 'Installing', 'Installed'),
);
passes(
  'firmware-status-order',
  'pauses',
  firmwareStatus,
  told(update(open()), 'DownloadScheduled', 'Downloading', 'DownloadPaused', 'Downloading', 'Downloaded'),
);
passes(
  'firmware-status-order',
  'begins again after a power loss',
  firmwareStatus,
  tell(verified().close('station', 1006).connect(), 'Downloading'),
);
passes(
  'firmware-status-order',
  'the last one again, because it was asked for',
  firmwareStatus,
  tell(trigger(told(verified(), 'Installing')), 'Installing'),
);
passes(
  'firmware-status-order',
  'no signature, none verified (L02)',
  firmwareStatus,
  told(update(open(), { firmware: {} }), 'Downloading', 'Downloaded', 'Installing', 'Installed'),
);
passes(
  'firmware-status-order',
  'all of it',
  firmwareStatus,
  told(verified(), 'InstallScheduled', 'Installing', 'InstallRebooting', 'Installed'),
);

const later = { ...SIGNED, retrieveDateTime: time(100), installDateTime: time(200) };
const waiting = () => told(update(open(), { firmware: later }), 'DownloadScheduled');
const downloaded = () => told(waiting().at(100), 'Downloading', 'Downloaded', 'SignatureVerified', 'InstallScheduled');
trips('firmware-early', 'a download (L01.FR.13)', firmwareStatus, tell(waiting().at(90), 'Downloading'), { requirement: 'L01.FR.13' });
trips('firmware-early', 'an installation (L01.FR.16)', firmwareStatus, tell(downloaded().at(190), 'Installing'), {
  requirement: 'L01.FR.16',
});
passes('firmware-early', 'within the tolerance', firmwareStatus, tell(downloaded().at(196), 'Installing'));

const rebooting = () => told(verified(), 'Installing', 'InstallRebooting').close('station').connect();
trips('firmware-boot-reason', 'another one', firmwareStatus, boot(rebooting(), 'Unknown'));
const installing = () => tell(verified(), 'Installing').close('station').connect();
trips('firmware-boot-reason', 'nobody has asked for a reset', firmwareStatus, boot(installing(), 'RemoteReset'), { severity: 'violation' });
trips('firmware-boot-reason', 'it may have lost power', firmwareStatus, boot(installing(), 'PowerUp'), { severity: 'warning' });
passes('firmware-boot-reason', 'the update is over', firmwareStatus, boot(tell(installing(), 'Installed'), 'PowerUp'));
passes('firmware-boot-reason', 'the right one', firmwareStatus, boot(rebooting(), 'FirmwareUpdate'));
passes(
  'firmware-boot-reason',
  'somebody has switched the station off',
  firmwareStatus,
  boot(rebooting().stimulus('power-cycle'), 'PowerUp'),
);
passes(
  'firmware-boot-reason',
  'a reset was asked for as well',
  firmwareStatus,
  boot(told(verified(), 'InstallRebooting').exchange('csms', 'r', 'Reset', { type: 'Immediate' }, { status: 'Accepted' }), 'RemoteReset'),
);
