import { expect, onTestFinished, test } from 'vitest';
import { LogServer, NOWHERE } from '../../src/sut/log-server.ts';
import { LOOPBACK } from '../../src/sut/reach.ts';
import type { EntryBody } from '../../src/trace/entry.ts';

async function opened() {
  const entries: EntryBody[] = [];
  const server = new LogServer((entry) => entries.push(entry));
  const url = await server.listen(LOOPBACK);
  onTestFinished(() => server.close());
  return { entries, url };
}

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
