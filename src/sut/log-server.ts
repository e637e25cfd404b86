import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '../wire/node-http.ts';

/** Where logs are taken, and where they are not. */
export const LOGS = '/logs/';
export const NOWHERE = '/nowhere/';

/** Takes the logs that a station uploads by HTTP, and keeps nothing of them. */
export class LogServer {
  readonly #server: Server = http.createServer((request, response) => {
    const { method, url = '' } = request;
    const isUpload = method === 'PUT' || method === 'POST';
    const status = url.startsWith(LOGS) ? 201 : 404;
    request.resume().once('end', () => response.writeHead(isUpload ? status : 405).end());
  });

  /** @returns its URL without a path. @param host the address at which stations reach this machine */
  async listen(host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, host, resolve);
    });
    return `http://${host}:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
