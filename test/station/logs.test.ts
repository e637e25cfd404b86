import { expect, test } from 'vitest';
import { serve } from './file-server.ts';
import { scene } from './kit.ts';

const asked = (remoteLocation: string) => ({ logType: 'DiagnosticsLog', requestId: 7, log: { remoteLocation } }) as const;

/** What a station uploads, to a server that takes everything. */
async function uploaded(location: string, config: object = {}) {
  const requests: { method?: string | undefined; url?: string | undefined; headers: object }[] = [];
  const url = await serve((request, response) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    request.resume().once('end', () => response.writeHead(201).end());
  });
  const all = await scene(config);
  const answer = await all.csms.ask('GetLog', asked(`${url}${location}`));
  await all.station.idle();
  return { ...all, answer, requests };
}

test('the name of the file comes after a slash (N01.FR.21)', async () => {
  const { answer, requests, csms } = await uploaded('/logs/');
  expect(answer).toMatchObject({ status: 'Accepted', filename: 'DiagnosticsLog-7.log' });
  expect(requests).toMatchObject([{ method: 'PUT', url: '/logs/DiagnosticsLog-7.log' }]);
  expect(csms.of('LogStatusNotification')).toEqual([
    { status: 'Uploading', requestId: 7 },
    { status: 'Uploaded', requestId: 7 },
  ]);
});

test('another location is used as it is (N01.FR.21)', async () => {
  expect((await uploaded('/logs/mine')).requests).toMatchObject([{ url: '/logs/mine' }]);
});

test('a POST says what the file is and what it is called (N01.FR.19)', async () => {
  const { requests } = await uploaded('/logs/', { capabilities: { uploadMethod: 'POST' } });
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="DiagnosticsLog-7.log"' };
  expect(requests).toMatchObject([{ method: 'POST', headers }]);
});

test('there is no name for a log that there is not (N01.FR.05)', async () => {
  const { station, csms } = await scene();
  await station.stimulate('remove-logs', { logType: 'DiagnosticsLog' });
  expect(await csms.ask('GetLog', asked('http://127.0.0.1:1/'))).toEqual({ status: 'Rejected' });
});
