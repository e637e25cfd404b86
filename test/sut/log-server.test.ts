import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { upload } from '../../src/station/logs/upload.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { type FileScheme, fileTls } from '../../src/sut/file-transfer.ts';
import { LogServer } from '../../src/sut/log-server.ts';
import { LOOPBACK } from '../../src/sut/reach.ts';
import { NOWHERE } from '../../src/sut/upload.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import type { EntryBody } from '../../src/trace/entry.ts';
import { testPki } from '../pki/kit.ts';

async function opened({ scheme = 'http', most }: { scheme?: FileScheme; most?: number } = {}) {
  const entries: EntryBody[] = [];
  let heard: () => void = () => {};
  const record = (entry: EntryBody) => {
    entries.push(entry);
    heard();
  };
  const server = new LogServer(record, fileTls(scheme, await testPki(), defaultSutConfig()), most);
  const url = await server.listen(LOOPBACK);
  onTestFinished(() => server.close());
  /** The next entry that is not there yet. */
  const next = async () => {
    const before = entries.length;
    if (entries.length === before) await new Promise<void>((resolve) => (heard = resolve));
    return entries[before];
  };
  return { entries, url, next };
}

const roots = async () => [(await testPki()).credential('csms-root').certificate];
/** Sends a log as the built-in station does. */
const send = async (location: string, method: 'PUT' | 'POST', trusted: readonly string[]) =>
  upload(location, 'a log', {
    clock: new VirtualClock(),
    roots: trusted,
    signal: new AbortController().signal,
    method,
    ...(method === 'POST' ? { fileName: 'a.log' } : {}),
  });

test.each(['PUT', 'POST'] as const)(
  'takes by HTTPS what a station sends by %s that trusts the root of the CSMS (N01.FR.15)',
  async (method) => {
    const { entries, url } = await opened({ scheme: 'https' });
    expect(url).toMatch(/^https:/);
    await send(`${url}/logs/a.log`, method, await roots());
    const name = method === 'POST' ? { fileName: 'a.log' } : {};
    expect(entries.at(-1)).toMatchObject({ kind: 'upload', url: `${url}/logs/a.log`, method, status: 201, bytes: 5, ...name });
  },
);

test.each([
  ['untrusted', 'the root of the CSMS'],
  ['https', 'no root'],
] as const)('a station does not send to a server that is %s for it, if it trusts %s', async (scheme, whom) => {
  const { entries, url, next } = await opened({ scheme });
  const failing = next();
  await expect(send(`${url}/logs/a.log`, 'PUT', whom === 'no root' ? [] : await roots())).rejects.toThrow(/certificate/);
  expect(await failing).toMatchObject({ kind: 'upload-failed', url, reason: 'the connection ended within the TLS handshake' });
  expect(entries.map(({ kind }) => kind)).toEqual(['upload-server', 'upload-failed']);
});

test.each([
  ['by TLS, where it is none', 'https', 'GET / HTTP/1.1\r\n\r\n', 'http request'],
  ['by HTTP, where it is none', 'http', '\u0016\u0003\u0001\u0002\u0000\u0001', 'what came is no HTTP request'],
] as const)('what comes %s, is told and does no harm', async (_, scheme, text, reason) => {
  const { url, entries, next } = await opened({ scheme });
  const failing = next();
  connect(Number(new URL(url).port), '127.0.0.1')
    .on('error', () => {})
    .end(text, 'latin1');
  expect(await failing).toMatchObject({ kind: 'upload-failed', reason: expect.stringContaining(reason) });
  if (scheme === 'https') await send(`${url}/logs/a.log`, 'PUT', await roots());
  else expect((await fetch(`${url}/logs/a.log`, { method: 'PUT', body: 'text' })).status).toBe(201);
  expect(entries.at(-1)).toMatchObject({ kind: 'upload', status: 201 });
});

test('what is too long is not read to its end', async () => {
  const { url, entries } = await opened({ most: 10 });
  expect((await fetch(`${url}/logs/a.log`, { method: 'PUT', body: 'x'.repeat(10) })).status).toBe(201);
  expect((await fetch(`${url}/logs/a.log`, { method: 'PUT', body: 'x'.repeat(11) })).status).toBe(413);
  expect(entries.at(-1)).toMatchObject({ kind: 'upload', status: 413 });
});

test('an upload that breaks off is told', async () => {
  const { url, next } = await opened();
  const failing = next();
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
  socket.write('PUT /logs/a.log HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => socket.resetAndDestroy());
  expect(await failing).toEqual({ kind: 'upload-failed', connection: 0, url, reason: 'the upload broke off' });
});

test('says where it takes files, and which came', async () => {
  const { entries, url } = await opened();
  const headers = { 'content-type': 'text/plain', 'content-disposition': 'attachment; filename="a.log"' };
  expect((await fetch(`${url}/logs/a.log?x=1`, { method: 'POST', headers, body: 'text' })).status).toBe(201);
  expect(entries).toEqual([
    { kind: 'upload-server', connection: 0, url },
    {
      kind: 'upload',
      connection: 0,
      url: `${url}/logs/a.log`,
      method: 'POST',
      status: 201,
      bytes: 4,
      contentType: 'text/plain',
      fileName: 'a.log',
    },
  ]);
});

test('finds the name of a file that comes as a form', async () => {
  const { entries, url } = await opened();
  const body = new FormData();
  body.append('file', new Blob(['text']), 'b.log');
  await fetch(`${url}/logs/`, { method: 'POST', body });
  expect(entries.at(-1)).toMatchObject({ method: 'POST', fileName: 'b.log' });
});

test('refuses what is no upload, or goes to where nothing is', async () => {
  const { entries, url } = await opened();
  expect((await fetch(`${url}/logs/a.log`)).status).toBe(405);
  expect((await fetch(`${url}${NOWHERE}a.log`, { method: 'PUT', body: 'text' })).status).toBe(404);
  expect(entries.slice(1)).toMatchObject([{ status: 405 }, { status: 404, bytes: 4 }]);
});

test('takes its time over a file where it is told to', async () => {
  const order: string[] = [];
  const server = new LogServer(({ kind }) => order.push(kind));
  const url = await server.listen({ ...LOOPBACK, transfer: async () => void order.push('transfer') });
  onTestFinished(() => server.close());
  expect((await fetch(`${url}/logs/a.log`, { method: 'PUT', body: 'text' })).status).toBe(201);
  expect(order).toEqual(['upload-server', 'transfer', 'upload']);
});
