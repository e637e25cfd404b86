import { expect, onTestFinished, test } from 'vitest';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { connect } from '../../src/wire/client.ts';
import type { Closing, Link } from '../../src/wire/link.ts';
import { OcppServer } from '../../src/wire/server.ts';

const SMALL = 100;

/** A connection, both ends of which refuse messages of more bytes than a few. */
async function connected(): Promise<Record<'station' | 'csms', Link>> {
  const clock = new VirtualClock();
  const { promise, resolve } = Promise.withResolvers<Link>();
  const server = await OcppServer.listen({
    host: '127.0.0.1',
    port: 0,
    clock,
    maxPayload: SMALL,
    answer: () => ({ do: 'accept', subprotocol: 'ocpp2.0.1' }),
    linked: resolve,
  });
  onTestFinished(() => server.close());
  const station = await connect({ url: server.url, identity: 'CS001', subprotocols: ['ocpp2.0.1'], maxPayload: SMALL, clock });
  return { station, csms: await promise };
}

const ending = (link: Link) => new Promise<Closing>((closed) => link.listen({ closed }));

test.each([
  ['station', 'csms'],
  ['csms', 'station'],
] as const)('the %s hears why a connection is over on which the %s sent too much', async (victim, offender) => {
  const links = await connected();
  const endings = [ending(links[victim]), ending(links[offender])] as const;
  links[offender].send('x'.repeat(SMALL + 1));
  const [own, other] = await Promise.all(endings);
  expect(own.error).toBe('Max payload size exceeded');
  expect(other.error).toBeUndefined();
});

test.each(['station', 'csms'] as const)('both ends hear that the %s has dropped a connection', async (dropping) => {
  const links = await connected();
  const endings = [ending(links.station), ending(links.csms)] as const;
  links[dropping].terminate();
  expect((await Promise.all(endings)).map(({ code }) => code)).toEqual([1006, 1006]);
});
