import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setImmediate } from 'node:timers/promises';
import { queryObjects } from 'node:v8';
import { expect, onTestFinished, test } from 'vitest';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { type ConnectOptions, connect } from '../../src/wire/client.ts';
import type { Link } from '../../src/wire/link.ts';
import { type Answer, OcppServer, type ServerTls } from '../../src/wire/server.ts';
import { clientSide, serverSide } from './tls-kit.ts';

/** Stands for all that belongs to one case. */
class Case {
  sees(): void {}
}

/** Holds sockets as Node does, from now on. */
function held(): unknown[] {
  const sockets: unknown[] = [];
  const hold = (message: unknown) => void sockets.push((message as { socket: unknown }).socket);
  for (const channel of ['net.client.socket', 'net.server.socket']) {
    subscribe(channel, hold);
    onTestFinished(() => void unsubscribe(channel, hold));
  }
  return sockets;
}

/** A connection, or an attempt at one, between two ends that know their case, until both are closed. */
async function play(answer: Answer, tls?: { server: ServerTls; client: NonNullable<ConnectOptions['tls']> }): Promise<void> {
  const played = new Case();
  const ends: Promise<void>[] = [];
  const ending = (link: Link) => {
    link.listen({ text: () => played.sees() });
    return new Promise<void>((resolve) => link.listen({ closed: () => resolve() }));
  };
  const clock = new VirtualClock();
  const server = await OcppServer.listen({
    host: '127.0.0.1',
    port: 0,
    clock,
    ...(tls ? { tls: tls.server } : {}),
    answer: () => {
      played.sees();
      return answer;
    },
    linked: (link) => void ends.push(ending(link)),
    refused: () => played.sees(),
  });
  const url = server.url.replace('127.0.0.1', 'localhost');
  const attempt = connect({ url, identity: 'CS001', subprotocols: ['ocpp2.0.1'], clock, ...(tls ? { tls: tls.client } : {}) });
  await attempt.then(
    (link) => {
      ends.push(ending(link));
      link.close();
    },
    () => played.sees(),
  );
  await Promise.all(ends);
  await server.close();
}

const ACCEPT: Answer = { do: 'accept', subprotocol: 'ocpp2.0.1' };

test('what is held can be counted', () => {
  const played = new Case();
  expect(queryObjects(Case)).toBe(1);
  played.sees();
});

test.each([
  ['a connection', ACCEPT, false],
  ['a connection with TLS', ACCEPT, true],
  ['an attempt that is refused', { do: 'refuse', status: 401 } as const, false],
  ['an attempt with TLS that is refused', { do: 'refuse', status: 401 } as const, true],
])('the sockets of %s keep nothing of the case it was part of (decision 0016)', async (_what, answer, withTls) => {
  const tls = withTls ? { server: await serverSide(['csms-server']), client: await clientSide() } : undefined;
  const sockets = held();
  await play(answer, tls);
  await setImmediate();
  expect(sockets).toHaveLength(2);
  expect(queryObjects(Case)).toBe(0);
});
