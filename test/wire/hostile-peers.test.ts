import { once } from 'node:events';
import { type AddressInfo, connect as connectTcp, createServer, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { clientSide, listening, serverSide, UPGRADE, type Watched } from './tls-kit.ts';

const CREDENTIALS = ['csms-server', 'csms-server-rsa'] as const;

async function plug({ port }: Watched): Promise<Socket> {
  const socket = connectTcp(port, '127.0.0.1').setNoDelay();
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** All that comes until the other end closes. */
async function rest(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => socket.on('close', resolve));
  return Buffer.concat(chunks);
}

async function secured(transport: Socket): Promise<TLSSocket> {
  const socket = connectTls({ socket: transport, servername: 'localhost', ...(await clientSide()) });
  socket.on('error', () => {});
  await once(socket, 'secureConnect');
  return socket;
}

/** Whoever was there before, a station of good manners gets in. @returns what the server knows of its handshake */
async function stillServes(watched: Watched) {
  const socket = await secured(await plug(watched));
  socket.write(UPGRADE);
  const facts = await watched.linked();
  socket.destroy();
  return facts;
}

const secure = async (more = {}) => listening(await serverSide(CREDENTIALS), more);

test('plain HTTP at a TLS endpoint', async () => {
  const watched = await secure();
  const socket = await plug(watched);
  socket.write(UPGRADE);
  expect((await rest(socket)).length).toBe(0);
  expect(await watched.refused()).toMatchObject({ stage: 'tls', reason: 'http request' });
  expect((await stillServes(watched))?.version).toBe('TLSv1.3');
});

test.each([
  ['bytes that mean nothing', 'ffffffffffffffffffffffff'],
  ['zeros', '000000000000000000000000'],
  ['the record of an alert', '15030100020128'],
  ['a handshake that begins with its end', '160303000414000000'],
  ['SSL 2', '802e0100020015000000100100800200800300800400800500800600400700c0000000000000000000000000000000'],
  ['a ClientHello with a length that is wrong', `160301002f0100002b0303${'00'.repeat(32)}ff${'00'.repeat(8)}`],
])('at a TLS endpoint: %s', async (_, hex) => {
  const watched = await secure();
  const socket = await plug(watched);
  socket.end(Buffer.from(hex, 'hex'));
  await rest(socket);
  expect((await watched.refused()).stage).toBe('tls');
  await stillServes(watched);
});

test('a client that resets the connection in the middle of its ClientHello', async () => {
  const watched = await secure();
  const socket = await plug(watched);
  socket.write(Buffer.from('16030102000100', 'hex'), () => socket.resetAndDestroy());
  expect(await watched.refused()).toEqual({ stage: 'tls', reason: 'the connection ended within the ClientHello' });
  await stillServes(watched);
});

/** Somebody in between who passes on each byte in a segment of its own. */
async function dripping(watched: Watched): Promise<Watched> {
  const drip = createServer((client) => {
    const onwards = connectTcp(watched.port, '127.0.0.1').setNoDelay();
    onwards.pipe(client).on('error', () => {});
    client.on('close', () => onwards.destroy());
    client.on('data', async (bytes) => {
      client.pause();
      for (const byte of bytes) await new Promise((resolve) => onwards.write(Buffer.of(byte), resolve));
      client.resume();
    });
  });
  drip.listen(0, '127.0.0.1');
  await once(drip, 'listening');
  onTestFinished(() => void drip.close());
  return { ...watched, port: (drip.address() as AddressInfo).port };
}

test('a ClientHello that comes byte by byte is read like any other', async () => {
  const watched = await secure();
  const whole = await stillServes(watched);
  expect(whole?.offered).toContain('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256');
  expect(await stillServes(await dripping(watched))).toEqual(whole);
});

test('a ClientHello without end', async () => {
  const watched = await secure();
  const socket = await plug(watched);
  const content = Buffer.alloc(16_000);
  // 8 MB, it says.
  content.write('01800000', 'hex');
  const more = (error?: Error | null): void => {
    if (error) return;
    socket.write(Buffer.concat([Buffer.from('1603013e80', 'hex'), content]), more);
    content.fill(0);
  };
  more();
  await rest(socket);
  expect(await watched.refused()).toMatchObject({ stage: 'tls', reason: 'excessive message size' });
  await stillServes(watched);
});

test('half a ClientHello and then silence', async () => {
  const watched = await secure({ patience: 50 });
  const socket = await plug(watched);
  socket.write(Buffer.from('16030102000100', 'hex'));
  await rest(socket);
  expect(await watched.refused()).toEqual({ stage: 'tls', reason: 'the connection ended within the ClientHello' });
});

test('a TLS handshake and then silence', async () => {
  const watched = await secure({ patience: 2000 });
  const socket = await secured(await plug(watched));
  await rest(socket);
  expect(await watched.refused()).toMatchObject({
    stage: 'tls',
    reason: 'the connection ended after the handshake, before any request',
    tls: { version: 'TLSv1.3', serverName: 'localhost' },
  });
});

test('a connection on which nothing is said is closed, and no attempt', async () => {
  const refusals: unknown[] = [];
  const watched = await secure({ patience: 50, refused: (refusal: unknown) => refusals.push(refusal) });
  await rest(await plug(watched));
  expect(refusals).toEqual([]);
});

test('headers that never end', async () => {
  const watched = await listening(undefined, { patience: 50 });
  const socket = await plug(watched);
  socket.write('GET /CS001 HTTP/1.1\r\nHost: x\r\n');
  expect((await rest(socket)).length).toBe(0);
});

test('what is patient stays: a connection outlives the time that it has to be opened', async () => {
  const watched = await listening(undefined, { patience: 1000 });
  const socket = await plug(watched);
  socket.write(UPGRADE);
  await once(socket, 'data');
  const silent = await plug(watched);
  await rest(silent);
  expect(socket.destroyed).toBe(false);
});

test.each([true, false])('no HTTP, with TLS: %s', async (tls) => {
  const watched = tls ? await secure() : await listening(undefined);
  const plain = await plug(watched);
  const socket = tls ? await secured(plain) : plain;
  socket.write('\x01\x02 what is this?\r\n\r\n');
  expect((await rest(socket)).toString()).toMatch(/^HTTP\/1\.1 400 /);
  const refusal = await watched.refused();
  expect(refusal).toMatchObject({ stage: 'upgrade', reason: expect.stringContaining('no HTTP request') });
  expect(refusal.tls?.version).toBe(tls ? 'TLSv1.3' : undefined);
});
