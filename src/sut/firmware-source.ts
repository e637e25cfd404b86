import type { TestPki } from '../pki/test-pki.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import type { FirmwareConfig, SutConfig } from './config.ts';
import { type FileScheme, fileTls, type ReadVariable } from './file-transfer.ts';
import { brokenFirmwareAt, FirmwareServer, firmwareAt } from './firmware-server.ts';
import type { Reach } from './reach.ts';

type Find = (source: FirmwareSource, pki: TestPki, read?: ReadVariable) => string | Promise<string>;

const NAMES: Readonly<Record<string, Find>> = {
  'firmware location': async (source, _, read) => (await source.firmware(read)).location,
  'missing firmware location': async (source, _, read) => besideOf((await source.firmware(read)).location),
  'firmware signature': async (source, _, read) => (await source.firmware(read)).signature,
  'firmware signing certificate': async (source, _, read) => (await source.firmware(read)).signingCertificate,
  'secure firmware location': (source) => source.secure(),
  'other firmware signature': (_, pki) => brokenFirmwareAt(pki, '').signature,
  'expired firmware signing certificate': (_, pki) => pki.credential('firmware-signing-expired').certificate,
  'untrusted firmware signing certificate': (_, pki) => pki.credential('firmware-signing-unknown-ca').certificate,
  'broken firmware location': async (source, _, read) => (await source.broken(read)).location,
  'broken firmware signature': async (source, _, read) => (await source.broken(read)).signature,
  'broken firmware signing certificate': async (source, _, read) => (await source.broken(read)).signingCertificate,
};

/** Where there is no file: another name in the place of that one, whatever a query says. */
export function besideOf(location: string): string {
  const [, before = '', name = '', after = ''] = /^([^?#]*\/)([^/?#]*)(.*)$/s.exec(location) ?? [undefined, '', location];
  return `${before}does_not_exist_${name}_does_not_exist${after}`;
}

/** The names of what an UpdateFirmwareRequest says about firmware. */
export const FIRMWARE_NAMES = Object.keys(NAMES);

/** The firmware of a case: configured, or served by ocppspec itself. */
export class FirmwareSource {
  readonly #config: SutConfig;
  readonly #pki: () => Promise<TestPki>;
  readonly #reach: () => Reach;
  readonly #scheme: (read?: ReadVariable) => Promise<FileScheme>;
  readonly #servers = new Map<FileScheme, { server: FirmwareServer; url: Promise<string> }>();

  /** @param scheme how the files travel, once one is asked for */
  constructor(config: SutConfig, pki: () => Promise<TestPki>, reach: () => Reach, scheme: (read?: ReadVariable) => Promise<FileScheme>) {
    this.#config = config;
    this.#pki = pki;
    this.#reach = reach;
    this.#scheme = scheme;
  }

  /** @returns undefined for what is no name of anything about firmware */
  find(name: string, read?: ReadVariable): Promise<string> | undefined {
    const found = NAMES[name];
    return found && this.#pki().then((pki) => found(this, pki, read));
  }

  async firmware(read?: ReadVariable): Promise<FirmwareConfig> {
    return this.#config.firmware ?? firmwareAt(await this.#pki(), `${await this.#served(await this.#scheme(read))}/firmware.bin`);
  }

  /** The URL of the firmware at a server that is reached by HTTPS whatever else is usual. */
  async secure(): Promise<string> {
    return `${await this.#served('https')}/firmware.bin`;
  }

  /** Firmware with a signature that fits, but which cannot be installed. */
  async broken(read?: ReadVariable): Promise<FirmwareConfig> {
    const { firmware, brokenFirmware } = this.#config;
    if (brokenFirmware) return brokenFirmware;
    // Who has to be given firmware of a manufacturer does not trust what ocppspec signs.
    if (firmware) throw new Inconclusive('the case needs brokenFirmware, which is not configured');
    return brokenFirmwareAt(await this.#pki(), `${await this.#served(await this.#scheme(read))}/broken.bin`);
  }

  close(): void {
    for (const { server } of this.#servers.values()) server.close();
  }

  async #served(scheme: FileScheme): Promise<string> {
    const pki = await this.#pki();
    const known = this.#servers.get(scheme);
    if (known) return known.url;
    const server = new FirmwareServer(fileTls(scheme, pki, this.#config));
    const url = server.listen(this.#reach());
    this.#servers.set(scheme, { server, url });
    return url;
  }
}
