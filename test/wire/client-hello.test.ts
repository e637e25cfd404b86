import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { type Hello, readHello } from '../../src/wire/client-hello.ts';
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

function whole(bytes: Buffer): Hello {
  const hello = readHello(bytes);
  if (typeof hello !== 'object') throw new Error(`the ClientHello is ${hello}`);
  return hello;
}

test('the cipher suites of a client are read (A00.FR.319)', async () => {
  const { cipherSuites, compression } = whole(await helloOf({}));
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
  const { cipherSuites } = whole(await helloOf(limited({ cipher: 'TLS_RSA_WITH_AES_128_GCM_SHA256' })));
  expect(cipherSuites.filter((suite) => suite.includes('_WITH_'))).toEqual(['TLS_RSA_WITH_AES_128_GCM_SHA256']);
});

test('an offer to compress is told (A00.FR.321)', async () => {
  const bytes = await helloOf({});
  const session = 43 + 1 + bytes.readUInt8(43);
  const methods = session + 2 + bytes.readUInt16BE(session);
  bytes.writeUInt8(1, methods + 1);
  expect(whole(bytes).compression).toBe(true);
});

test.each([
  ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ['an alert', Buffer.from('15030100020246', 'hex')],
  ['another message of the handshake', Buffer.from('160301000402000000', 'hex')],
  ['a record without content', Buffer.from('1603010000', 'hex')],
  ['a message that is too short for what it holds', Buffer.from('16030100050100000103', 'hex')],
])('%s is no ClientHello', (_, bytes) => {
  expect(readHello(bytes)).toBeUndefined();
});

test('a beginning of a ClientHello may become one, wherever it is cut', async () => {
  const bytes = await helloOf({});
  const last = bytes.length - 1;
  for (const length of [0, 1, 4, 5, 6, 8, 9, 44, last]) expect(readHello(bytes.subarray(0, length)), `${length}`).toBe('incomplete');
});

test('a ClientHello may come in several records', async () => {
  const bytes = await helloOf({});
  const body = bytes.subarray(5);
  const records = [body.subarray(0, 1), body.subarray(1, 3), body.subarray(3, 60), body.subarray(60)].map((part) => {
    const header = Buffer.from('1603010000', 'hex');
    header.writeUInt16BE(part.length, 3);
    return Buffer.concat([header, part]);
  });
  const split = Buffer.concat(records);
  expect(whole(split)).toEqual(whole(bytes));
  expect(readHello(split.subarray(0, -1))).toBe('incomplete');
});

test('an unknown version or cipher suite is refused by name', () => {
  expect(() => limited({ version: 'TLSv1.4' })).toThrow('"TLSv1.4" is not one of TLSv1, TLSv1.1, TLSv1.2, TLSv1.3');
  expect(() => limited({ cipher: 'TLS_NULL' })).toThrow('"TLS_NULL" is not one of');
});
