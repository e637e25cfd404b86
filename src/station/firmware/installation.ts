import type { FirmwareStatusEnumType } from '../../ocpp/generated/messages.ts';
import { SECOND } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import { Life } from '../life.ts';
import { fetchFirmware } from './fetch-firmware.ts';
import { Pause } from './pause.ts';
import { isAuthentic } from './trust.ts';
import type { Update } from './update.ts';

/**
 * Loads, checks, installs and activates firmware, status by status. It is busy while it does something, not while it
 * waits for a date, for another attempt or for transactions to end.
 */
export class Installation {
  readonly #core: Core;
  readonly #update: Update;
  readonly #tell: (status: FirmwareStatusEnumType) => Promise<boolean>;
  readonly #life: Life;
  readonly #pause: Pause;

  /** @param tell tells the CSMS a status; resolves to false if the update no longer is the station's own */
  constructor(core: Core, update: Update, tell: (status: FirmwareStatusEnumType) => Promise<boolean>) {
    this.#core = core;
    this.#update = update;
    this.#tell = tell;
    this.#life = new Life(core.clock, core.life);
    this.#pause = new Pause(core, this.#life);
  }

  cancel(): void {
    this.#life.end();
    this.#pause.letGo();
  }

  async run(): Promise<void> {
    const steps = { download: this.#download, install: this.#install, activate: this.#activate };
    await this.#pause.busyDuring(async () => {
      while (await steps[this.#update.phase].call(this));
    });
  }

  /** The station may have become idle. */
  proceed(): void {
    this.#pause.proceed();
  }

  /** L01.FR.13, L01.FR.30, L01.FR.04. @returns whether it goes on with the next phase */
  async #download(): Promise<boolean> {
    const { faults, config } = this.#core;
    const { firmware } = this.#update.request;
    if (!(await this.#waitUntil(firmware.retrieveDateTime, 'DownloadScheduled', faults.has('firmware-downloaded-early')))) return false;
    if (!config.capabilities.downloadsWhileCharging && !(await this.#waitForTransactions('DownloadScheduled'))) return false;
    if (!(await this.#enter('Downloading'))) return false;
    const image = await fetchFirmware(this.#core, this.#update.request, this.#life, this.#pause);
    if (this.#life.over) return false;
    if (!image) return this.#end('DownloadFailed');
    if (!(await this.#enter('Downloaded'))) return false;
    const isSigned = firmware.signature !== undefined || firmware.signingCertificate !== undefined;
    if (isSigned) {
      if (!isAuthentic(image, firmware) && !faults.has('firmware-signature-ignored')) return this.#end('InvalidSignature');
      if (!(await this.#enter('SignatureVerified'))) return false;
    }
    this.#update.phase = 'install';
    this.#update.bytes = image.length;
    return true;
  }

  /** L01.FR.05, L01.FR.06, L01.FR.16. @returns whether it goes on with the next phase */
  async #install(): Promise<boolean> {
    const { faults, config } = this.#core;
    const { installDateTime } = this.#update.request.firmware;
    if (!(await this.#waitUntil(installDateTime, 'InstallScheduled', faults.has('firmware-installed-early')))) return false;
    const anyTime = config.capabilities.installsWhileCharging || faults.has('firmware-installed-despite-transaction');
    if (!anyTime && !(await this.#waitForTransactions('InstallScheduled'))) return false;
    if (!(await this.#enter('Installing'))) return false;
    // L01.FR.29: a file without content is no firmware, whoever has signed it.
    if (this.#update.bytes === 0 && !faults.has('failed-installation-told-as-installed')) return this.#fail();
    // Who can install while someone charges does so without a reboot, but lets the version be agreed upon anew.
    const restarts = this.#pause.isIdle || faults.has('firmware-update-ends-transaction');
    if (config.capabilities.installsWhileCharging && !restarts) this.#core.connection.renew();
    else return this.#restart();
    this.#update.phase = 'activate';
    return true;
  }

  async #fail(): Promise<false> {
    await this.#end('InstallVerificationFailed');
    if (this.#core.faults.has('installed-after-failure')) await this.#tell('Installed');
    return false;
  }

  /** L01.FR.32 */
  async #restart(): Promise<false> {
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
    const { config, faults, work } = this.#core;
    const quiet = faults.has('installation-not-told') && (status === 'Installing' || status === 'InstallRebooting');
    return (await work.take(config.durations.firmwareStage, this.#life)) && (quiet || (await this.#tell(status))) && !this.#life.over;
  }

  async #end(status: FirmwareStatusEnumType): Promise<false> {
    await this.#enter(status);
    this.#pause.letGo();
    return false;
  }

  /** @param scheduled the status while it waits. @param impatient tells it and does not wait */
  async #waitUntil(dateTime: string | undefined, scheduled: FirmwareStatusEnumType, impatient: boolean): Promise<boolean> {
    const left = () => (dateTime === undefined ? 0 : (Date.parse(dateTime) - this.#core.time.now()) / SECOND);
    if (!(left() > 0)) return true;
    if (!(await this.#enter(scheduled))) return false;
    return impatient || (await this.#pause.rest(this.#life.wait(Math.max(0, left()))));
  }

  /** L01.FR.06, L01.FR.13, L01.FR.34 */
  async #waitForTransactions(scheduled: FirmwareStatusEnumType): Promise<boolean> {
    if (this.#pause.isIdle) return true;
    this.#pause.holdFree();
    const told = this.#core.persistent.firmware.status === scheduled;
    if (!told && !(await this.#enter(scheduled))) return false;
    await this.#pause.untilIdle();
    return !this.#life.over;
  }
}
