import type { FirmwareStatusEnumType } from '../../ocpp/generated/messages.ts';
import { SECOND } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import { Life } from '../life.ts';
import { download } from './download.ts';
import { isAuthentic } from './trust.ts';
import type { Update } from './update.ts';

/** Seconds between attempts to download, where the request does not say. */
const RETRY_INTERVAL = 60;

/**
 * Loads, checks, installs and activates firmware, status by status. It is busy while it does something, not while it
 * waits for a date, for another attempt or for transactions to end.
 */
export class Installation {
  readonly #core: Core;
  readonly #update: Update;
  readonly #tell: (status: FirmwareStatusEnumType) => Promise<boolean>;
  readonly #life: Life;
  #busy: () => void = () => {};
  #idle: (() => void) | undefined;
  /** Free EVSEs are kept from being used. */
  #holding = false;

  /** @param tell tells the CSMS a status; resolves to false if the update no longer is the station's own */
  constructor(core: Core, update: Update, tell: (status: FirmwareStatusEnumType) => Promise<boolean>) {
    this.#core = core;
    this.#update = update;
    this.#tell = tell;
    this.#life = new Life(core.clock, core.life);
    this.#life.signal.addEventListener('abort', () => this.#idle?.(), { once: true });
  }

  cancel(): void {
    this.#life.end();
    this.#letGo();
  }

  async run(): Promise<void> {
    const steps = { download: this.#download, install: this.#install, activate: this.#activate };
    this.#busy = this.#core.activity.begin();
    try {
      while (await steps[this.#update.phase].call(this));
    } finally {
      this.#busy();
    }
  }

  /** The station may have become idle. */
  proceed(): void {
    if (!this.#idle) return;
    if (this.#mayInterrupt) this.#idle();
    else this.#holdFree();
  }

  /** L01.FR.13, L01.FR.30, L01.FR.04. @returns whether it goes on with the next phase */
  async #download(): Promise<boolean> {
    const { firmware } = this.#update.request;
    if (!(await this.#waitUntil(firmware.retrieveDateTime, 'DownloadScheduled')) || !(await this.#enter('Downloading'))) return false;
    const image = await this.#fetch();
    if (this.#life.over) return false;
    if (!image) return this.#end('DownloadFailed');
    if (!(await this.#enter('Downloaded'))) return false;
    const isSigned = firmware.signature !== undefined || firmware.signingCertificate !== undefined;
    if (isSigned) {
      if (!isAuthentic(image, firmware)) return this.#end('InvalidSignature');
      if (!(await this.#enter('SignatureVerified'))) return false;
    }
    this.#update.phase = 'install';
    this.#update.bytes = image.length;
    return true;
  }

  /** L01.FR.05, L01.FR.06, L01.FR.16. @returns whether it goes on with the next phase */
  async #install(): Promise<boolean> {
    if (!(await this.#waitUntil(this.#update.request.firmware.installDateTime, 'InstallScheduled'))) return false;
    if (!(await this.#waitForTransactions()) || !(await this.#enter('Installing'))) return false;
    // L01.FR.29: a file without content is no firmware, whoever has signed it.
    if (this.#update.bytes === 0) return this.#end('InstallVerificationFailed');
    // L01.FR.32
    if (!(await this.#enter('InstallRebooting'))) return false;
    this.#update.phase = 'activate';
    await this.#core.transactionQueue.drain();
    if (!this.#life.over) this.#core.reboot('FirmwareUpdate');
    return false;
  }

  /** The station has booted with the new firmware (L01.FR.28). */
  async #activate(): Promise<boolean> {
    return this.#end('Installed');
  }

  /** Each stage takes a while, which lets a script get there first. */
  async #enter(status: FirmwareStatusEnumType): Promise<boolean> {
    const { firmwareStage } = this.#core.config.durations;
    return (await this.#life.wait(firmwareStage)) && (await this.#tell(status)) && !this.#life.over;
  }

  async #end(status: FirmwareStatusEnumType): Promise<false> {
    await this.#enter(status);
    this.#letGo();
    return false;
  }

  /** @returns undefined if it could not be had */
  async #fetch(): Promise<Buffer | undefined> {
    const { clock, certificates } = this.#core;
    const { firmware, retries = 0, retryInterval = RETRY_INTERVAL } = this.#update.request;
    for (let attempt = 0; ; attempt++) {
      const options = { clock, roots: certificates.csmsRoots(false), signal: this.#life.signal };
      const image = await download(firmware.location, options).catch(() => undefined);
      if (image || this.#life.over || attempt >= retries) return image;
      if (!(await this.#rest(this.#life.wait(retryInterval)))) return undefined;
    }
  }

  /** @param scheduled the status while it waits */
  async #waitUntil(dateTime: string | undefined, scheduled: FirmwareStatusEnumType): Promise<boolean> {
    const left = () => (dateTime === undefined ? 0 : (Date.parse(dateTime) - this.#core.time.now()) / SECOND);
    if (!(left() > 0)) return true;
    return (await this.#enter(scheduled)) && (await this.#rest(this.#life.wait(Math.max(0, left()))));
  }

  /** L01.FR.06, L01.FR.34 */
  async #waitForTransactions(): Promise<boolean> {
    if (this.#mayInterrupt) return true;
    this.#holdFree();
    const told = this.#core.persistent.firmware.status === 'InstallScheduled';
    if (!told && !(await this.#enter('InstallScheduled'))) return false;
    if (!this.#mayInterrupt) {
      this.#holdFree();
      await this.#rest(this.#untilIdle());
    }
    return !this.#life.over;
  }

  async #untilIdle(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
    this.#idle = undefined;
  }

  get #mayInterrupt(): boolean {
    const { evses, transactions } = this.#core;
    return evses.every((evse) => !transactions.ongoing(evse));
  }

  /** L01.FR.07 */
  #holdFree(): void {
    const { availability, evses, variables } = this.#core;
    if (variables.flag('ChargingStation.AllowNewSessionsPendingFirmwareUpdate')) return;
    this.#holding = true;
    availability.hold(evses);
  }

  #letGo(): void {
    if (this.#holding) this.#core.availability.release(this.#core.evses);
    this.#holding = false;
  }

  /** Waits for something without making anyone wait for the station. */
  async #rest<T>(waiting: Promise<T>): Promise<T> {
    this.#busy();
    const result = await waiting;
    this.#busy = this.#core.activity.begin();
    return result;
  }
}
