import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedFirmware } from '../csms/operator-credentials.ts';
import type { TestPki } from '../pki/test-pki.ts';
import { http } from '../wire/node-http.ts';
import type { FirmwareConfig } from './config.ts';

/** What a station under test is given to install unless a real one is configured. */
export const FIRMWARE = Buffer.alloc(4096, 'ocppspec firmware\n');
const PATH = '/firmware.bin';

/** Serves firmware to a station by HTTP. */
export class FirmwareServer {
  readonly #server: Server = http.createServer((request, response) => {
    if (request.url === PATH) response.end(FIRMWARE);
    else response.writeHead(404).end();
  });

  /** @param host the address at which stations reach this machine */
  async listen(host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, host, resolve);
    });
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${PATH}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** What is the same wherever the firmware lies: to sign takes longer than many a case. */
const signed = new WeakMap<TestPki, FirmwareConfig>();

/** Location, signature and signing certificate of the firmware that is served at `location`. */
export function firmwareAt(pki: TestPki, location: string): FirmwareConfig {
  const firmware = signed.get(pki) ?? (signedFirmware(pki, location, FIRMWARE) as FirmwareConfig);
  signed.set(pki, firmware);
  return { ...firmware, location };
}
