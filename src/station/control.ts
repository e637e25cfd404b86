import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '../wire/node-http.ts';
import { ControlError, control } from './control-routes.ts';
import type { Station } from './station.ts';

/** More than any request needs. */
const MAX_BODY = 256 * 1024;

/** The HTTP control API of a station, described in docs/station-simulator.md. */
export class StationControl {
  readonly #station: Station;
  readonly #server: Server;

  private constructor(station: Station) {
    this.#station = station;
    this.#server = http.createServer((request, response) => void this.#answer(request, response));
  }

  /** @param host loopback unless told otherwise; the API has no authentication. @throws an error with code EADDRINUSE if the port is taken */
  static async listen(station: Station, port: number, host = '127.0.0.1'): Promise<StationControl> {
    const api = new StationControl(station);
    await new Promise<void>((resolve, reject) => {
      api.#server.once('error', reject);
      api.#server.listen(port, host, resolve);
    });
    return api;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    };
    try {
      // No web page may drive the station of whoever looks at it.
      if (request.headers.origin !== undefined) throw new ControlError(403, 'requests of web pages are not served');
      reply(200, await control(this.#station, request.method ?? 'GET', request.url ?? '/', await bodyOf(request)));
    } catch (error) {
      if (error instanceof ControlError) reply(error.status, { error: error.message, ...(error.field ? { field: error.field } : {}) });
      else reply(500, { error: String(error) });
    }
  }
}

/** @returns the JSON object that was sent, an empty one if nothing was */
async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new ControlError(413, `the body is longer than ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  const json = parsed(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new ControlError(400, 'the body has to be a JSON object');
  return json as Record<string, unknown>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ControlError(400, `the body is not JSON: ${(error as Error).message}`);
  }
}
