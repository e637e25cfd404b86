import type { TestPki } from '../pki/test-pki.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import type { FirmwareConfig, SutConfig } from './config.ts';
import { brokenFirmwareAt, FirmwareServer, firmwareAt } from './firmware-server.ts';
import type { Reach } from './reach.ts';

type Find = (source: FirmwareSource, pki: TestPki) => string | Promise<string>;

const NAMES: Readonly<Record<string, Find>> = {
  'firmware location': async (source) => (await source.firmware()).location,
  'missing firmware location': async (source) => besideOf((await source.firmware()).location),
  'firmware signature': async (source) => (await source.firmware()).signature,
  'firmware signing certificate': async (source) => (await source.firmware()).signingCertificate,
  'other firmware signature': (_, pki) => brokenFirmwareAt(pki, '').signature,
  'expired firmware signing certificate': (_, pki) => pki.credential('firmware-signing-expired').certificate,
  'untrusted firmware signing certificate': (_, pki) => pki.credential('firmware-signing-unknown-ca').certificate,
  'broken firmware location': async (source) => (await source.broken()).location,
  'broken firmware signature': async (source) => (await source.broken()).signature,
  'broken firmware signing certificate': async (source) => (await source.broken()).signingCertificate,
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
  readonly #server = new FirmwareServer();
  #url: Promise<string> | undefined;

  constructor(config: SutConfig, pki: () => Promise<TestPki>, reach: () => Reach) {
    this.#config = config;
    this.#pki = pki;
    this.#reach = reach;
  }

  /** @returns undefined for what is no name of anything about firmware */
  find(name: string): Promise<string> | undefined {
    const found = NAMES[name];
    return found && this.#pki().then((pki) => found(this, pki));
  }

  async firmware(): Promise<FirmwareConfig> {
    return this.#config.firmware ?? firmwareAt(await this.#pki(), `${await this.#served()}/firmware.bin`);
  }

  /** Firmware with a signature that fits, but which cannot be installed. */
  async broken(): Promise<FirmwareConfig> {
    const { firmware, brokenFirmware } = this.#config;
    if (brokenFirmware) return brokenFirmware;
    // Who has to be given firmware of a manufacturer does not trust what ocppspec signs.
    if (firmware) throw new Inconclusive('the case needs brokenFirmware, which is not configured');
    return brokenFirmwareAt(await this.#pki(), `${await this.#served()}/broken.bin`);
  }

  close(): void {
    if (this.#url) this.#server.close();
  }

  #served(): Promise<string> {
    this.#url ??= this.#server.listen(this.#reach());
    return this.#url;
  }
}
