import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedFirmware } from '../csms/operator-credentials.ts';
import { signFirmware } from '../pki/firmware.ts';
import type { TestPki } from '../pki/test-pki.ts';
import { http } from '../wire/node-http.ts';
import type { FirmwareConfig } from './config.ts';
import { type Reach, urlAt } from './reach.ts';

/** What a station under test is given to install unless a real one is configured. */
export const FIRMWARE = Buffer.alloc(4096, 'ocppspec firmware\n');
/** Nothing that could be installed, whoever has signed it. */
export const BROKEN = Buffer.alloc(0);

const FILES: Readonly<Record<string, Buffer>> = { '/firmware.bin': FIRMWARE, '/broken.bin': BROKEN };

/** Serves firmware to a station by HTTP. */
export class FirmwareServer {
  readonly #server: Server = http.createServer(async (request, response) => {
    const file = FILES[request.url ?? ''];
    await this.#transfer?.();
    if (file) response.end(file);
    else response.writeHead(404).end();
  });
  #transfer: Reach['transfer'];

  /** @returns its URL without a path */
  async listen(reach: Reach): Promise<string> {
    this.#transfer = reach.transfer;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, reach.listen, resolve);
    });
    return urlAt(reach, (this.#server.address() as AddressInfo).port);
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

const signedBroken = new WeakMap<TestPki, string>();

/** The same for a file that cannot be installed; its signature fits no other file. */
export function brokenFirmwareAt(pki: TestPki, location: string): FirmwareConfig {
  const { certificate, key } = pki.credential('firmware-signing');
  const signature = signedBroken.get(pki) ?? signFirmware(BROKEN, key);
  signedBroken.set(pki, signature);
  return { location, signature, signingCertificate: certificate };
}
