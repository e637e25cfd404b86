import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { readHello } from '../../src/wire/client-hello.ts';
import { limited } from '../../src/wire/tls-limits.ts';

/** The first bytes that Node's TLS client sends. */
async function helloOf(options: ReturnType<typeof limited>): Promise<Buffer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, ...options });
  client.on('error', () => {});
  const [socket] = await once(server, 'connection');
  const [bytes] = await once(socket, 'data');
  client.destroy();
  socket.destroy();
  server.close();
  return bytes;
}

test('the cipher suites of a client are read (A00.FR.319)', async () => {
  const { cipherSuites, compression } = readHello(await helloOf({})) ?? { cipherSuites: [] };
  expect(cipherSuites).toEqual(
    expect.arrayContaining([
      'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
      'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
      'TLS_AES_128_GCM_SHA256',
    ]),
  );
  expect(compression).toBe(false);
});

test('a client that is limited to one cipher suite offers no other of TLS 1.2', async () => {
  const { cipherSuites } = readHello(await helloOf(limited({ cipher: 'TLS_RSA_WITH_AES_128_GCM_SHA256' }))) ?? { cipherSuites: [] };
  expect(cipherSuites.filter((suite) => suite.includes('_WITH_'))).toEqual(['TLS_RSA_WITH_AES_128_GCM_SHA256']);
});

test('an offer to compress is told (A00.FR.321)', async () => {
  const bytes = await helloOf({});
  const session = 43 + 1 + bytes.readUInt8(43);
  const methods = session + 2 + bytes.readUInt16BE(session);
  bytes.writeUInt8(1, methods + 1);
  expect(readHello(bytes)?.compression).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ['a ClientHello that is cut off', Buffer.from('16030100f8010000f4', 'hex')],
])('%s is no ClientHello', (_, bytes) => {
  expect(readHello(bytes)).toBeUndefined();
});

test('an unknown version or cipher suite is refused by name', () => {
  expect(() => limited({ version: 'TLSv1.4' })).toThrow('"TLSv1.4" is not one of TLSv1, TLSv1.1, TLSv1.2, TLSv1.3');
  expect(() => limited({ cipher: 'TLS_NULL' })).toThrow('"TLS_NULL" is not one of');
});
