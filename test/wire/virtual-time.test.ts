import { expect, test } from 'vitest';
import { wait } from '../../src/time/clock.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { connect } from '../../src/wire/client.ts';
import type { Link } from '../../src/wire/link.ts';
import { OcppServer } from '../../src/wire/server.ts';

/** A server on loopback that accepts or stalls, and what connects to it, on one virtual clock. */
async function pair(clock: VirtualClock) {
  const links: Link[] = [];
  const server = await OcppServer.listen({
    host: '127.0.0.1',
    port: 0,
    clock,
    answer: ({ offered }) => (offered.includes('stall') ? { do: 'stall' } : { do: 'accept', subprotocol: 'ocpp2.0.1' }),
    linked: (link) => links.push(link),
  });
  const client = (subprotocol: string, signal?: AbortSignal) =>
    connect({ url: server.url, identity: 'CS1', subprotocols: [subprotocol], clock, ...(signal ? { signal } : {}) });
  return { server, links, client };
}

test('no time passes while frames travel, however many there are', async () => {
  const clock = new VirtualClock(0);
  const { server, links, client } = await pair(clock);
  const station = await client('ocpp2.0.1');
  const csms = links[0] as Link;
  csms.listen({ text: (text) => csms.send(text) });
  clock.after(1, () => {});
  const echoes: number[] = [];
  const resume = clock.hold();
  const all = new Promise<void>((resolve) => {
    station.listen({
      text: () => {
        echoes.push(clock.now());
        if (echoes.length === 500) resolve();
        else station.send('x'.repeat(2000));
      },
    });
  });
  station.send('x');
  resume();
  await all;
  expect(Math.max(...echoes)).toBeLessThanOrEqual(1);
  await server.close();
});

test('an attempt that is never answered lets time pass', async () => {
  const clock = new VirtualClock(0);
  const { server, client } = await pair(clock);
  const timeout = new AbortController();
  clock.after(30_000, () => timeout.abort());
  await expect(client('stall', timeout.signal)).rejects.toMatchObject({ refusal: { stage: 'stalled' } });
  expect(clock.now()).toBe(30_000);
  await server.close();
});

test('both ends hear of the end before time goes on', async () => {
  const clock = new VirtualClock(0);
  const { server, links, client } = await pair(clock);
  const station = await client('ocpp2.0.1');
  const heard: number[] = [];
  for (const link of [station, links[0] as Link]) link.listen({ closed: () => heard.push(clock.now()) });
  const tick = wait(clock, 1000);
  station.close();
  await tick;
  expect(heard).toEqual([0, 0]);
  await server.close();
});
