import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../time/clock.ts';
import { http } from '../wire/node-http.ts';
import { notFound, ROUTES } from './control-routes.ts';
import type { Csms } from './csms.ts';
import { HttpError, readJson } from './http.ts';
import { StimulusError } from './stimulate.ts';

export interface ControlOptions {
  csms: Csms;
  clock: Clock;
  /** 0 for any free one. */
  port: number;
  /** Loopback unless told otherwise: whoever gets here may do anything an operator can do. */
  host?: string;
}

export interface Control {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the HTTP control API of docs/csms-simulator.md. @throws an error with code EADDRINUSE if the port is taken */
export async function startControl({ csms, clock, port, host = '127.0.0.1' }: ControlOptions): Promise<Control> {
  const server = http.createServer((request, response) => void respond(csms, clock, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`, close: () => stop(server) };
}

async function respond(csms: Csms, clock: Clock, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A virtual clock stands still until the request has been understood, but not while its outcome is waited for.
  const release = clock.hold();
  try {
    // No web page may drive the CSMS of whoever looks at it.
    if (request.headers.origin !== undefined) throw new HttpError(403, 'requests of web pages are not served');
    const url = new URL(request.url ?? '/', 'http://control');
    const { route, name } = ROUTES.find(request.method ?? '', url.pathname) ?? notFound(request.method ?? '', url.pathname);
    const body = request.method === 'POST' ? await readJson(request) : {};
    const outcome = route({ csms, name, body, query: url.searchParams });
    release();
    answer(response, 200, await outcome);
  } catch (error) {
    const status = error instanceof HttpError ? error.status : error instanceof StimulusError ? 400 : 500;
    const field = error instanceof StimulusError ? { field: error.field } : {};
    answer(response, status, { error: error instanceof Error ? error.message : String(error), ...field });
  } finally {
    release();
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(`${JSON.stringify(body, null, 2)}\n`);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
