import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DownloadOptions, download } from '../../src/station/firmware/download.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { testPki } from '../pki/kit.ts';
import { serve } from './file-server.ts';

const options = (more: Partial<DownloadOptions> = {}): DownloadOptions => ({
  clock: new VirtualClock(),
  roots: [],
  signal: new AbortController().signal,
  ...more,
});

describe('downloading a file', () => {
  test('gives what the server has', async () => {
    const url = await serve((_request, response) => response.end('firmware'));
    expect((await download(`${url}/firmware.bin`, options())).toString()).toBe('firmware');
  });

  test('shows the credentials of the URL', async () => {
    const url = await serve(({ headers }, response) => response.end(headers.authorization ?? 'none'));
    const file = await download(url.replace('//', '//user:secret@'), options());
    expect(file.toString()).toBe(`Basic ${Buffer.from('user:secret').toString('base64')}`);
  });

  test.each([404, 301, 500, 204])('fails if the server answers %i', async (status) => {
    const url = await serve((_request, response) => response.writeHead(status, { Location: '/' }).end());
    await expect(download(url, options())).rejects.toThrow(`${status}`);
  });

  test('fails if the file is too long, without waiting for its end', async () => {
    const url = await serve(({ url: path }, response) =>
      path === '/endless' ? response.write('x'.repeat(11)) : response.end('x'.repeat(10)),
    );
    await expect(download(`${url}/endless`, options({ maxBytes: 10 }))).rejects.toThrow('more than 10 bytes');
    expect(await download(url, options({ maxBytes: 10 }))).toHaveLength(10);
  });

  test('fails if the server says nothing', async () => {
    const url = await serve(() => {});
    await expect(download(url, options({ silence: 20 }))).rejects.toThrow('the server says nothing');
  });

  test('fails if the connection breaks off in the middle', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('half', () => response.destroy());
    });
    await expect(download(url, options())).rejects.toThrow();
  });

  test.each(['ftp://127.0.0.1/firmware.bin', 'no URL', 'http://127.0.0.1:1/nobody-is-there', ''])('fails for %j', async (location) => {
    await expect(download(location, options())).rejects.toThrow();
  });

  test('ends when it is no longer wanted', async () => {
    const unwanted = new AbortController();
    const url = await serve(() => unwanted.abort());
    await expect(download(url, options({ signal: unwanted.signal }))).rejects.toThrow('abort');
  });

  test('holds the clock until it is over, well or badly', async () => {
    const url = await serve(({ url: path }, response) => response.writeHead(path === '/good' ? 200 : 404).end());
    for (const path of ['/good', '/bad']) {
      const clock = new VirtualClock();
      const fired: string[] = [];
      clock.after(1, () => fired.push('timer'));
      await download(url + path, options({ clock })).catch(() => fired.push('failed'));
      expect(fired).toEqual(path === '/good' ? [] : ['failed']);
      await new Promise<void>((resolve) => clock.after(2, resolve));
      expect(fired).toContain('timer');
    }
  });

  test('trusts the roots that it is given, and no server that they do not vouch for', async () => {
    const pki = await testPki();
    const { chain, key } = pki.credential('csms-server');
    const server = createServer({ cert: chain, key }, (_request, response) => response.end('firmware'));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    onTestFinished(() => void server.close());
    const url = `https://localhost:${(server.address() as AddressInfo).port}`;
    const roots = [pki.credential('csms-root').certificate];
    expect((await download(url, options({ roots }))).toString()).toBe('firmware');
    await expect(download(url, options())).rejects.toThrow(/certificate|issuer/);
  });
});
