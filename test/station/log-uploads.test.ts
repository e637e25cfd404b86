import { expect, test } from 'vitest';
import { serve } from './file-server.ts';
import { type Scene, scene } from './kit.ts';

const statuses = ({ csms }: Scene) => csms.of('LogStatusNotification').map(({ status, requestId }) => `${status} ${requestId ?? '-'}`);
const getLog = (all: Scene, requestId: number, remoteLocation: string, more: object = {}) =>
  all.csms.ask('GetLog', { requestId, logType: 'DiagnosticsLog', log: { remoteLocation }, ...more });

test('uploads a log under the name that it has given (N01.FR.01, N01.FR.08, N01.FR.09, N01.FR.21)', async () => {
  const files: string[] = [];
  const url = await serve((request, response) => {
    files.push(`${request.method} ${request.url}`);
    request.resume().once('end', () => response.writeHead(201).end());
  });
  const all = await scene();
  const { status, filename } = await getLog(all, 5, `${url}/logs/`);
  expect(status).toBe('Accepted');
  await all.station.idle();
  expect(statuses(all)).toEqual(['Uploading 5', 'Uploaded 5']);
  expect(files).toEqual([`PUT /logs/${filename}`]);
});

test.each([
  ['the server does not want it', 'http', ['UploadFailure 5']],
  ['it knows no such way', 'ftp', ['UploadFailure 5']],
])('says that it failed because %s (N01.FR.10)', async (_why, scheme, last) => {
  const url = await serve((request, response) => request.resume().once('end', () => response.writeHead(403).end()));
  const all = await scene();
  await getLog(all, 5, url.replace('http', scheme), { retries: 1, retryInterval: 10 });
  await all.station.idle();
  expect(statuses(all)).toEqual(['Uploading 5', ...last]);
});

test('gives up one log for another (N01.FR.12, N01.FR.20)', async () => {
  const url = await serve((request, response) => request.resume().once('end', () => response.end()));
  const all = await scene();
  await getLog(all, 5, url);
  expect(await getLog(all, 6, url)).toMatchObject({ status: 'AcceptedCanceled' });
  await all.station.idle();
  expect(statuses(all)).toEqual(['Uploading 5', 'AcceptedCanceled 5', 'Uploading 6', 'Uploaded 6']);
});

test('says what it is doing when it is asked (F06.FR.14, F06.FR.15)', async () => {
  const url = await serve((request, response) => request.resume().once('end', () => response.end()));
  const all = await scene();
  const trigger = () => all.csms.ask('TriggerMessage', { requestedMessage: 'LogStatusNotification' });
  await trigger();
  await all.station.idle();
  await getLog(all, 5, url);
  await all.csms.next('LogStatusNotification');
  expect(await trigger()).toEqual({ status: 'Accepted' });
  await all.station.idle();
  expect(statuses(all)).toEqual(['Idle -', 'Uploading 5', 'Uploading 5', 'Uploaded 5']);
});
