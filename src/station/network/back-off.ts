/** The variables of Part 4, chapter 8, in seconds and times. */
export interface BackOffSettings {
  waitMinimum: number;
  randomRange: number;
  repeatTimes: number;
}

/** The waits before reconnection attempts, one after the other (Part 4, 5.4). */
export class BackOff {
  readonly #settings: BackOffSettings;
  readonly #random: () => number;
  #previous: number | undefined;
  #doublings = 0;

  /** @param random from 0 up to 1 */
  constructor(settings: BackOffSettings, random: () => number = Math.random) {
    this.#settings = settings;
    this.#random = random;
  }

  /** Seconds to wait before the next attempt. */
  next(): number {
    const { waitMinimum, randomRange, repeatTimes } = this.#settings;
    const addition = this.#random() * randomRange;
    if (this.#previous === undefined) this.#previous = waitMinimum + addition;
    else if (this.#doublings < repeatTimes) {
      this.#previous = this.#previous * 2 + addition;
      this.#doublings++;
    }
    return this.#previous;
  }
}
