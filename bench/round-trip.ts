import { randomUUID } from 'node:crypto';
import type { Action, RequestOf } from '../src/ocpp/action.ts';
import { RULES } from '../src/rules/all.ts';
import type { Finding } from '../src/rules/finding.ts';
import { runRules } from '../src/rules/run-rules.ts';
import { VirtualClock } from '../src/time/virtual-clock.ts';
import { recordLink } from '../src/trace/recorder.ts';
import { Trace } from '../src/trace/trace.ts';
import { connect } from '../src/wire/client.ts';
import type { Link } from '../src/wire/link.ts';
import { Rpc } from '../src/wire/rpc.ts';
import { OcppServer } from '../src/wire/server.ts';
import type { Bench, Figure } from './bench.ts';
import { FloorServer } from './floor/peers.ts';
import { against, timed } from './measure.ts';
import { REQUESTS, RESPONSES, type Sample, START, timeOf } from './messages.ts';

const TURNS = 21;
/** Round trips on one connection. */
const BATCH = 300;
const PASSWORD = 'a-password-of-the-bench';
const SETTINGS = { messageTimeout: 30, tolerance: 4 };

/** Two ends that exchange one message and its answer, as often as they are told. */
interface Exchange {
  roundTrip(number: number): Promise<void>;
  /** Does what may be done for all round trips together. */
  settle?(): void;
  close(): Promise<void>;
}

/** A validated request with its answer, recorded and judged by every rule, once the connection is there. */
export const roundTrip: Bench = {
  name: 'round-trip',
  async run() {
    const figures: Figure[] = [];
    for (const action of ['BootNotification', 'TransactionEvent'] as const) {
      const measured = () => lengthOf(() => ocppspecEnds(action));
      const floor = () => lengthOf(() => floorEnds(action));
      await against(measured, floor, TURNS);
      figures.push({ what: `${action} round trip`, ...(await against(measured, floor, TURNS)), limit: 1.5 });
    }
    return figures;
  },
};

/** Milliseconds for one round trip. */
async function lengthOf(open: () => Promise<Exchange>): Promise<number> {
  const exchange = await open();
  const time = await timed(async () => {
    for (let number = 0; number < BATCH; number++) await exchange.roundTrip(number);
    exchange.settle?.();
  });
  await exchange.close();
  return time / BATCH;
}

async function ocppspecEnds(action: Sample): Promise<Exchange> {
  const clock = new VirtualClock(START);
  /** The trace has the times of a station that keeps to the intervals it was given. */
  let current = 0;
  const trace = new Trace(() => timeOf(current));
  const findings: Finding[] = [];
  const rules = runRules(RULES, SETTINGS, (found) => findings.push(found));
  trace.watch((entry) => rules.see(entry));
  const rpc = (party: 'station' | 'csms', link: Link) =>
    new Rpc({
      party,
      link,
      clock,
      timeout: SETTINGS.messageTimeout,
      interceptors: [],
      handle: (called) => ({ reply: { payload: RESPONSES[called as Sample](current) } }),
      crashed: (error) => {
        throw error;
      },
    });
  const server = await OcppServer.listen({
    host: '127.0.0.1',
    port: 0,
    clock,
    passwordOf: () => PASSWORD,
    answer: () => ({ do: 'accept', subprotocol: 'ocpp2.0.1' }),
    linked: (link) => {
      recordLink((entry) => trace.append(entry), link, 1, 'csms');
      rpc('csms', link);
    },
  });
  const link = await connect({ url: server.url, identity: 'CS001', subprotocols: ['ocpp2.0.1'], password: PASSWORD, clock });
  const station = rpc('station', link);
  return {
    async roundTrip(number) {
      current = number;
      const { kind } = await station.call<Action>(action, REQUESTS[action](number) as RequestOf<Action>);
      if (kind !== 'result') throw new Error(`${action} ended with ${kind}`);
    },
    settle: () => rules.end(timeOf(current)),
    async close() {
      link.terminate();
      await server.close();
      if (findings.length > 0) throw new Error(`rules complain about the bench itself: ${JSON.stringify(findings[0], null, 2)}`);
    },
  };
}

async function floorEnds(action: Sample): Promise<Exchange> {
  const server = await FloorServer.listen();
  const pair = await server.connect();
  return {
    async roundTrip(number) {
      const messageId = randomUUID();
      await pair.send('station', { type: 'CALL', messageId, action, payload: REQUESTS[action](number) });
      await pair.send('csms', { type: 'CALLRESULT', messageId, payload: RESPONSES[action](number) });
    },
    async close() {
      await pair.close();
      await server.close();
    },
  };
}
