import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Action, RequestOf, ResponseOf } from '../../src/ocpp/action.ts';

/** What a peer answers to the requests that it knows; others are answered with NotImplemented by ocpp-rpc. */
export type Handlers = { [A in Action]?: (request: RequestOf<A>) => ResponseOf<A> };

/** What goes on the wire in place of a frame; text is sent as text and bytes as a binary message. */
export type Wire = readonly (string | Uint8Array)[];

/** A planted defect of either peer, as far as frames are concerned. */
export interface Tampering {
  /** @param frame `[2, id, action, payload]`, `[3, id, payload]` or `[4, ...]`, already in the state of `text` */
  outgoing?(frame: readonly unknown[], text: string): Wire;
  /** A frame of the other side, before the peer sees it. @returns what the peer takes it for */
  incoming?(frame: readonly unknown[]): readonly unknown[];
}

/** Puts a defect between a client of ocpp-rpc and its socket. */
export function tamper(client: object, { outgoing, incoming }: Tampering): void {
  const inner = client as { sendRaw(message: string | Uint8Array): void; _onMessage(message: Buffer): void };
  const { sendRaw, _onMessage } = inner;
  if (outgoing)
    inner.sendRaw = (text) => {
      for (const message of outgoing(JSON.parse(String(text)), String(text))) sendRaw.call(inner, message);
    };
  if (incoming)
    inner._onMessage = (message) => {
      _onMessage.call(inner, Buffer.from(JSON.stringify(incoming(JSON.parse(message.toString('utf8'))))));
    };
}

/** How a stimulus ended, as the `http` driver reads it. */
export interface Outcome {
  outcome: 'done' | 'denied' | 'unsupported';
  note?: string;
}
// biome-ignore lint/suspicious/noExplicitAny: the parameters are those of src/stimuli/stimuli.ts
export type Stimuli = Record<string, (parameters: any) => Outcome | undefined>;

/** Serves `POST /stimuli/<name>` on loopback. */
export class StimuliServer {
  readonly #server: Server;

  private constructor(stimuli: Stimuli) {
    this.#server = createServer(async (request, response) => {
      const stimulus = stimuli[request.url?.replace('/stimuli/', '') ?? ''];
      const outcome = stimulus ? (stimulus(await bodyOf(request)) ?? { outcome: 'done' }) : { outcome: 'unsupported' };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(outcome));
    });
  }

  static async listen(stimuli: Stimuli): Promise<StimuliServer> {
    const server = new StimuliServer(stimuli);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text || '{}');
}
