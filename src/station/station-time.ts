import { type Clock, SECOND } from '../time/clock.ts';
import type { Core } from './core.ts';

/** Times that differ less than this, in milliseconds, are taken to be the same. */
const TOLERANCE = SECOND;

/** The station's own clock, which follows the CSMS if it is configured to (B01.FR.06). */
export class StationTime {
  readonly #core: Core;
  readonly #clock: Clock;
  #offset = 0;

  constructor(core: Core) {
    this.#core = core;
    this.#clock = core.clock;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#clock.now() + this.#offset;
  }

  timestamp(): string {
    return new Date(this.now()).toISOString();
  }

  /** Takes over the time of the CSMS. */
  synchronize(currentTime: string): void {
    const [source] = this.#core.variables.members('ClockCtrlr.TimeSource');
    const adjustment = Date.parse(currentTime) - this.now();
    if (source !== 'Heartbeat' || !(Math.abs(adjustment) > TOLERANCE)) return;
    this.#offset += adjustment;
    this.#core.alignedData.restart();
    const threshold = this.#core.variables.integer('ClockCtrlr.TimeAdjustmentReportingThreshold');
    if (Math.abs(adjustment) > threshold * SECOND) this.#core.securityEvents.raise('SettingSystemTime');
  }
}
