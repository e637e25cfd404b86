import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '../wire/node-http.ts';

/** Takes the logs that a station uploads by HTTP, and keeps nothing of them. */
export class LogServer {
  readonly #server: Server = http.createServer((request, response) => {
    const isUpload = request.method === 'PUT' || request.method === 'POST';
    request.resume().once('end', () => response.writeHead(isUpload ? 201 : 405).end());
  });

  /** @param host the address at which stations reach this machine */
  async listen(host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, host, resolve);
    });
    return `http://${host}:${(this.#server.address() as AddressInfo).port}/logs/`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
