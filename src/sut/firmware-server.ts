import { signedFirmware } from '../csms/operator-credentials.ts';
import { signFirmware } from '../pki/firmware.ts';
import type { TestPki } from '../pki/test-pki.ts';
import type { ServerTls } from '../wire/server.ts';
import type { FirmwareConfig } from './config.ts';
import { FileEnd } from './file-end.ts';
import type { Reach } from './reach.ts';

/** What a station under test is given to install unless a real one is configured. */
export const FIRMWARE = Buffer.alloc(4096, 'ocppspec firmware\n');
/** Nothing that could be installed, whoever has signed it. */
export const BROKEN = Buffer.alloc(0);

const FILES: Readonly<Record<string, Buffer>> = { '/firmware.bin': FIRMWARE, '/broken.bin': BROKEN };

/** Serves firmware to a station by HTTP or HTTPS. */
export class FirmwareServer {
  readonly #end: FileEnd;

  /** @param tls what it shows; none for plain HTTP */
  constructor(tls?: ServerTls) {
    this.#end = new FileEnd(async (request, response) => {
      const file = FILES[request.url ?? ''];
      await this.#end.transferred();
      if (file) response.end(file);
      else response.writeHead(404).end();
    }, tls);
  }

  /** @returns its URL without a path */
  listen(reach: Reach): Promise<string> {
    return this.#end.listen(reach);
  }

  close(): void {
    this.#end.close();
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
