import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { WebSocket, WebSocketServer } from 'ws';
import { VirtualClock } from '../src/time/virtual-clock.ts';
import { recordLink } from '../src/trace/recorder.ts';
import { Trace } from '../src/trace/trace.ts';
import { connect } from '../src/wire/client.ts';
import { OcppServer } from '../src/wire/server.ts';
import type { Bench } from './bench.ts';
import { type Certificates, NO_TICKETS, newCertificates } from './certificates.ts';
import { against, timed } from './measure.ts';
import { START } from './messages.ts';

const TURNS = 15;
/** Connections made and dropped, one after the other. */
const BATCH = 25;

interface Ends {
  /** Makes a connection with certificates at both ends, and drops it. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** Connections of security profile 3, both ends in this process; the handshake's facts are recorded at the CSMS's end. */
export const mutualTls: Bench = {
  name: 'mutual TLS',
  async run() {
    const certificates = await newCertificates();
    const measured = () => lengthOf(() => ocppspecEnds(certificates));
    const floor = () => lengthOf(() => floorEnds(certificates));
    await against(measured, floor, 3);
    // That is 0.7 of the connections in the same time.
    return [{ what: 'connection with mutual TLS', ...(await against(measured, floor, TURNS)), limit: 1.43 }];
  },
};

/** Milliseconds for one connection. */
async function lengthOf(open: () => Promise<Ends>): Promise<number> {
  const ends = await open();
  await ends.connect();
  const time = await timed(async () => {
    for (let made = 0; made < BATCH; made++) await ends.connect();
  });
  await ends.close();
  return time / BATCH;
}

/** What the CSMS shows and asks for. */
const serverSide = ({ server }: Certificates) => ({ ...server, ...NO_TICKETS, requestCert: true, rejectUnauthorized: true });

async function ocppspecEnds(certificates: Certificates): Promise<Ends> {
  const clock = new VirtualClock(START);
  const trace = new Trace(() => START);
  const server = await OcppServer.listen({
    host: '127.0.0.1',
    port: 0,
    clock,
    tls: serverSide(certificates),
    deflate: false,
    answer: ({ tls }) => (tls?.peer?.commonName === 'SN-0001' ? { do: 'accept', subprotocol: 'ocpp2.0.1' } : { do: 'refuse', status: 403 }),
    linked: (link) => recordLink((entry) => trace.append(entry), link, 1, 'csms'),
  });
  const { client: tls } = certificates;
  return {
    async connect() {
      const link = await connect({ url: server.url, identity: 'CS001', subprotocols: ['ocpp2.0.1'], tls, clock });
      if (!link.upgrade.tls?.peer || !link.upgrade.tls.authorized) throw new Error('the facts of the handshake are missing');
      link.terminate();
    },
    close: () => server.close(),
  };
}

/** The same connections with `ws` alone; contexts are made once, and nobody looks at what the handshake showed. */
async function floorEnds(certificates: Certificates): Promise<Ends> {
  const https = createHttps(serverSide(certificates));
  const server = new WebSocketServer({ server: https, perMessageDeflate: false });
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve));
  const { port } = https.address() as AddressInfo;
  const options = { secureContext: createSecureContext(certificates.client), perMessageDeflate: false };
  return {
    connect: () =>
      new Promise((resolve, reject) => {
        const client = new WebSocket(`wss://127.0.0.1:${port}/CS001`, ['ocpp2.0.1'], options);
        client.on('error', reject).on('open', () => {
          client.terminate();
          resolve();
        });
      }),
    close: async () => {
      server.close();
      https.closeAllConnections();
      await new Promise((resolve) => https.close(resolve));
    },
  };
}
