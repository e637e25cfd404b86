import { beforeAll, describe, expect, test } from 'vitest';
import type { FirmwareType } from '../../src/ocpp/generated/messages.ts';
import { signFirmware } from '../../src/pki/firmware.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import { testPki } from '../pki/kit.ts';
import { act, present } from './charging.ts';
import { serve } from './file-server.ts';
import { type Csms, type Scene, type SceneOptions, scene } from './kit.ts';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

const IMAGE = Buffer.from('new firmware');

interface Files extends Scene {
  /** How often the file was asked for. */
  asked: number;
  update(firmware?: Partial<FirmwareType>, more?: object): Promise<string>;
}

/** A station that trusts the manufacturer, and a server with signed firmware; time is the present, because of certificates. */
async function files({ image = IMAGE, fails = 0, ...options }: SceneOptions & { image?: Buffer; fails?: number } = {}): Promise<Files> {
  const roots = { ManufacturerRootCertificate: [pki.credential('manufacturer-root').certificate] };
  const all = await scene({ at: Date.now(), tls: { roots }, ...options });
  const location = await serve((_request, response) => response.writeHead(++result.asked > fails ? 200 : 404).end(image));
  const { certificate, key } = pki.credential('firmware-signing');
  const result: Files = {
    ...all,
    asked: 0,
    update: async (firmware = {}, more = {}) => {
      const { status, statusInfo } = await all.csms.ask('UpdateFirmware', {
        requestId: 1,
        ...more,
        firmware: {
          location,
          retrieveDateTime: at(all, -7200),
          installDateTime: at(all, -7200),
          signingCertificate: certificate,
          signature: signFirmware(image, key),
          ...firmware,
        },
      });
      return statusInfo ? `${status} ${statusInfo.reasonCode}` : status;
    },
  };
  return result;
}

/** Seconds from now. */
const at = ({ clock }: Scene, seconds: number): string => new Date(clock.now() + seconds * 1000).toISOString();
const statuses = ({ csms }: { csms: Csms }): string[] =>
  csms.of('FirmwareStatusNotification').map(({ status, requestId }) => `${status} ${requestId ?? '-'}`);
const securityEvents = ({ csms }: { csms: Csms }): string[] => csms.of('SecurityEventNotification').map(({ type }) => type);

const WHOLE = ['Downloading 1', 'Downloaded 1', 'SignatureVerified 1', 'Installing 1', 'InstallRebooting 1', 'Installed 1'];

describe('a firmware update (L01)', () => {
  test('downloads, verifies, installs and activates (L01.FR.01, FR.05, FR.10, FR.20, FR.28, FR.31, FR.32)', async () => {
    const all = await files();
    expect(await all.update()).toBe('Accepted');
    await all.station.idle();
    expect(statuses(all)).toEqual(WHOLE);
    expect(all.csms.of('BootNotification').map(({ reason }) => reason)).toEqual(['FirmwareUpdate']);
    const story = all.csms.received.map(({ action, payload }) => (action === 'BootNotification' ? action : payload.status));
    expect(story.filter((told) => told === 'BootNotification' || WHOLE.includes(`${told} 1`))).toEqual([
      'Downloading',
      'Downloaded',
      'SignatureVerified',
      'Installing',
      'InstallRebooting',
      'BootNotification',
      'Installed',
    ]);
    expect(securityEvents(all)).toEqual(['ResetOrReboot', 'FirmwareUpdated']);
    expect(all.asked).toBe(1);
    await all.station.stimulate('power-cycle');
    await all.station.idle();
    expect(statuses(all)).toEqual(WHOLE);
  });

  test('takes a while over each stage', async () => {
    const all = await files({ durations: { firmwareStage: 7, boot: 3 } });
    const before = all.clock.now();
    await all.update();
    await all.station.idle();
    expect(all.clock.now() - before).toBe((6 * 7 + 3) * 1000);
  });

  test('is not installed if the signature is wrong (L01.FR.03, L01.FR.04)', async () => {
    const all = await files();
    const { key } = pki.credential('firmware-signing');
    await all.update({ signature: signFirmware(Buffer.from('other firmware'), key) });
    await all.station.idle();
    expect(statuses(all)).toEqual(['Downloading 1', 'Downloaded 1', 'InvalidSignature 1']);
    expect(securityEvents(all)).toEqual(['InvalidFirmwareSignature']);
  });

  test.each([
    ['missing', undefined],
    ['no signature', 'AAAA'],
  ])('is not installed if the signature is %s', async (_what, signature) => {
    const all = await files();
    expect(await all.update({ signature } as Partial<FirmwareType>)).toBe('Accepted');
    await all.station.idle();
    expect(statuses(all).at(-1)).toBe('InvalidSignature 1');
  });

  test.each([
    ['signed by nobody it trusts', () => pki.credential('station-client').certificate],
    ['a root that signs itself', () => pki.credential('csms-root-unrelated').certificate],
    ['none', () => 'no certificate'],
  ])('is refused with a certificate that is %s (L01.FR.02, L01.FR.21, L01.FR.22)', async (_what, signingCertificate) => {
    const all = await files();
    expect(await all.update({ signingCertificate: signingCertificate() })).toBe('InvalidCertificate InvalidCertificate');
    await all.station.idle();
    expect([statuses(all), securityEvents(all)]).toEqual([[], ['InvalidFirmwareSigningCertificate']]);
  });

  test('is refused with a certificate whose period is over (L01.FR.12)', async () => {
    const all = await files({ at: Date.now() + 400 * 86_400_000 });
    expect(await all.update()).toBe('InvalidCertificate InvalidCertificate');
  });

  test('is refused by a station that knows no manufacturer', async () => {
    const all = await files({ tls: { roots: {} } });
    expect(await all.update()).toBe('InvalidCertificate InvalidCertificate');
  });

  test('is Rejected without certificate and signature', async () => {
    const all = await files();
    expect(await all.update({ signature: undefined, signingCertificate: undefined } as never)).toBe('Rejected MissingParam');
    await all.station.idle();
    expect([statuses(all), securityEvents(all)]).toEqual([[], []]);
  });

  test('is tried again as often as asked, and then given up (L01.FR.30)', async () => {
    const all = await files({ fails: 3 });
    await all.update({}, { retries: 2, retryInterval: 100 });
    await all.station.idle();
    expect([all.asked, statuses(all)]).toEqual([1, ['Downloading 1']]);
    await all.pass(200 + 5);
    await all.station.idle();
    expect([all.asked, statuses(all)]).toEqual([3, ['Downloading 1', 'DownloadFailed 1']]);
    await all.pass(1000);
    expect(all.asked).toBe(3);
  });

  test('goes on after an attempt that works', async () => {
    const all = await files({ fails: 1 });
    await all.update({}, { retries: 2, retryInterval: 100 });
    await all.station.idle();
    await all.pass(101);
    await all.station.idle();
    expect([all.asked, statuses(all)]).toEqual([2, WHOLE]);
  });

  test('waits for its dates without being busy (L01.FR.13, L01.FR.16)', async () => {
    const all = await files();
    await all.update({ retrieveDateTime: at(all, 600), installDateTime: at(all, 1200) });
    await all.station.idle();
    expect(statuses(all)).toEqual(['DownloadScheduled 1']);
    await all.pass(600);
    await all.station.idle();
    expect(statuses(all).slice(1)).toEqual(['Downloading 1', 'Downloaded 1', 'SignatureVerified 1', 'InstallScheduled 1']);
    await all.pass(600);
    await all.station.idle();
    expect(statuses(all).slice(5)).toEqual(['Installing 1', 'InstallRebooting 1', 'Installed 1']);
  });

  test('ends with InstallVerificationFailed if the file is no firmware (L01.FR.29)', async () => {
    const all = await files({ image: Buffer.alloc(0) });
    await all.update();
    await all.station.idle();
    expect(statuses(all).slice(3)).toEqual(['Installing 1', 'InstallVerificationFailed 1']);
    expect(all.csms.of('BootNotification')).toEqual([]);
  });

  test('without certificate and signature, by a station that takes it (L02)', async () => {
    const all = await files({ capabilities: { unsignedFirmware: true } });
    expect(await all.update({ signature: undefined, signingCertificate: undefined } as never)).toBe('Accepted');
    await all.station.idle();
    expect(statuses(all)).toEqual(WHOLE.filter((status) => status !== 'SignatureVerified 1'));
  });
});

describe('another request (L01.FR.24, L01.FR.27)', () => {
  test('takes the place of the update that is going on', async () => {
    const all = await files();
    await all.update();
    await all.csms.next('FirmwareStatusNotification');
    expect(await all.update({}, { requestId: 2 })).toBe('AcceptedCanceled');
    await all.station.idle();
    expect(statuses(all)).toEqual(['Downloading 1', ...WHOLE.map((status) => status.replace('1', '2'))]);
  });

  test('is Rejected by a station that cannot give up', async () => {
    const all = await files({ capabilities: { cancelsFirmwareUpdates: false } });
    await all.update();
    expect(await all.update({}, { requestId: 2 })).toBe('Rejected FwUpdateInProgress');
    await all.station.idle();
    expect(statuses(all)).toEqual(WHOLE);
    expect(await all.update({}, { requestId: 3 })).toBe('Accepted');
  });

  test('is simply Accepted after an update that has failed', async () => {
    const all = await files({ fails: 1 });
    await all.update();
    await all.station.idle();
    expect(await all.update({}, { requestId: 2 })).toBe('Accepted');
  });
});

describe('while someone charges (L01.FR.06, L01.FR.07, L01.FR.34)', () => {
  const available = ({ csms }: Scene) =>
    csms.of('StatusNotification').map(({ evseId, connectorId, connectorStatus }) => `${evseId}.${connectorId} ${connectorStatus}`);

  test('it waits for the end of the transaction, and nobody else may begin one', async () => {
    const all = await files();
    await act(all, 'plug-in', present());
    all.csms.forget();
    await all.update();
    await all.station.idle();
    expect(statuses(all)).toEqual(['Downloading 1', 'Downloaded 1', 'SignatureVerified 1', 'InstallScheduled 1']);
    expect(available(all)).toEqual(['2.1 Unavailable']);
    all.csms.forget();
    await act(all, ['plug-in', { evseId: 2 }], ['present-token', { idToken: 'B2', type: 'ISO14443', evseId: 2 }]);
    expect(all.csms.of('TransactionEvent')).toEqual([]);
    await act(all, present(), 'unplug');
    expect(statuses(all)).toEqual(['Installing 1', 'InstallRebooting 1', 'Installed 1']);
    expect(all.station.state().evses.map(({ transaction }) => transaction)).toEqual([null, null]);
  });

  test('an EVSE that becomes free in the meantime becomes Unavailable', async () => {
    const all = await files();
    await act(all, 'plug-in', present(), ['plug-in', { evseId: 2 }], ['present-token', { idToken: 'B2', type: 'ISO14443', evseId: 2 }]);
    await all.update();
    await all.station.idle();
    all.csms.forget();
    await act(all, ['unplug', { evseId: 2 }]);
    expect(available(all).at(-1)).toBe('2.1 Unavailable');
    expect(statuses(all)).toEqual([]);
  });

  test('others may begin if AllowNewSessionsPendingFirmwareUpdate says so, and it waits for them, too', async () => {
    const all = await files({ variables: { 'ChargingStation.AllowNewSessionsPendingFirmwareUpdate': 'true' } });
    await act(all, 'plug-in', present());
    await all.update();
    await all.station.idle();
    expect(available(all)).not.toContain('2.1 Unavailable');
    await act(all, ['plug-in', { evseId: 2 }], ['present-token', { idToken: 'B2', type: 'ISO14443', evseId: 2 }]);
    await act(all, 'unplug');
    expect(statuses(all).at(-1)).toBe('InstallScheduled 1');
    await act(all, ['unplug', { evseId: 2 }]);
    expect(statuses(all).at(-1)).toBe('Installed 1');
  });

  test('what was kept free is free again when the update is given up', async () => {
    const all = await files();
    await act(all, 'plug-in', present());
    await all.update();
    await all.station.idle();
    all.csms.forget();
    await all.update({ location: 'ftp://127.0.0.1/' }, { requestId: 2 });
    await all.station.idle();
    expect(statuses(all).at(-1)).toBe('DownloadFailed 2');
    expect(available(all)).toEqual(['2.1 Available']);
  });
});

describe('interruptions', () => {
  test('a power loss: it begins again, or goes on where the file was there', async () => {
    const all = await files();
    await all.update({ installDateTime: at(all, 600) });
    await all.csms.next('FirmwareStatusNotification');
    // Less than a stage, so that the CSMS has answered and the file is not in use yet.
    await all.pass(1);
    await all.station.stimulate('power-cycle');
    await all.station.idle();
    expect(statuses(all)).toEqual(['Downloading 1', 'Downloading 1', 'Downloaded 1', 'SignatureVerified 1', 'InstallScheduled 1']);
    all.csms.forget();
    await all.station.stimulate('power-cycle');
    await all.pass(600);
    await all.station.idle();
    expect([all.asked, statuses(all)]).toEqual([2, ['InstallScheduled 1', 'Installing 1', 'InstallRebooting 1', 'Installed 1']]);
  });

  test('no connection: the statuses come later, all of them in order', async () => {
    const all = await files();
    await all.update({ signature: 'AAAA' });
    all.station.goOffline();
    await all.pass(60);
    expect(statuses(all)).toEqual([]);
    all.station.goOnline();
    await all.station.idle();
    expect(statuses(all)).toEqual(['Downloading 1', 'Downloaded 1', 'InvalidSignature 1']);
    expect(securityEvents(all)).toEqual(['InvalidFirmwareSignature']);
  });
});

describe('TriggerMessage for FirmwareStatusNotification (L01.FR.25, L01.FR.26)', () => {
  const trigger = async (all: Files) => {
    all.csms.forget();
    expect(await all.csms.ask('TriggerMessage', { requestedMessage: 'FirmwareStatusNotification' })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    return statuses(all);
  };

  test('Idle before the first update and after one that was installed', async () => {
    const all = await files();
    expect(await trigger(all)).toEqual(['Idle -']);
    await all.update();
    await all.station.idle();
    expect(await trigger(all)).toEqual(['Idle -']);
  });

  test('else the last status', async () => {
    const all = await files({ fails: 1 });
    await all.update({ retrieveDateTime: at(all, 600) });
    await all.station.idle();
    expect(await trigger(all)).toEqual(['DownloadScheduled 1']);
    await all.pass(600);
    await all.station.idle();
    expect(await trigger(all)).toEqual(['DownloadFailed 1']);
  });
});

describe('scripts', () => {
  test('once a script has sent a status, the station sends no other of its own', async () => {
    const all = await files();
    await all.update();
    await all.station.send('FirmwareStatusNotification', { status: 'Downloading' });
    const since = all.clock.now();
    await all.station.idle();
    expect(all.clock.now()).toBe(since);
    await all.pass(60);
    for (const status of ['Downloaded', 'InvalidSignature']) await all.station.send('FirmwareStatusNotification', { status });
    await all.station.idle();
    expect(statuses(all)).toEqual(['Downloading 1', 'Downloaded 1', 'InvalidSignature 1']);
    expect(securityEvents(all)).toEqual(['InvalidFirmwareSignature']);
    expect(all.asked).toBe(0);
  });

  test('so it is once a script has had its hand in one, even if it has left it as it was', async () => {
    const all = await files();
    all.station.interceptors.push({ request: (_action, payload) => ({ ...payload }) });
    await all.update();
    await all.station.idle();
    await all.pass(60);
    expect(statuses(all)).toEqual(['Downloading 1']);
    expect(all.asked).toBe(0);
  });

  test('what a script says is true: an update that it has ended is over', async () => {
    const all = await files();
    await all.update();
    await all.station.send('FirmwareStatusNotification', { status: 'Installing' });
    expect(await all.update({}, { requestId: 2 })).toBe('AcceptedCanceled');
    await all.station.send('FirmwareStatusNotification', { status: 'Installed' });
    await all.station.idle();
    expect(securityEvents(all)).toEqual(['FirmwareUpdated']);
    expect(await all.update({}, { requestId: 3 })).toBe('Accepted');
  });

  test('an answer of a script counts', async () => {
    const all = await files();
    let status = 'Rejected';
    all.station.interceptors.push({ reply: (_call, reply) => ('payload' in reply ? { payload: { status } } : reply) });
    await all.update();
    await all.pass(60);
    expect(all.csms.received).toEqual([]);
    status = 'InvalidCertificate';
    await all.update();
    await all.station.idle();
    expect(securityEvents(all)).toEqual(['InvalidFirmwareSigningCertificate']);
    status = 'Accepted';
    await all.update({ signingCertificate: 'none' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['Downloading 1', 'Downloaded 1', 'InvalidSignature 1']);
  });

  test('a status has the id of the request that it is about, unless it is Idle (L01.FR.20)', async () => {
    const all = await files();
    expect(all.station.compose('FirmwareStatusNotification', { status: 'Installed' })).toEqual({ status: 'Installed' });
    await all.update({}, { requestId: 8 });
    expect(all.station.compose('FirmwareStatusNotification', { status: 'Installed' })).toEqual({ status: 'Installed', requestId: 8 });
    expect(all.station.compose('FirmwareStatusNotification')).toEqual({ status: 'Idle' });
  });
});
