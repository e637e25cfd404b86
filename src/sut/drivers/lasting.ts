import type { Driver } from '../../scenario/driver.ts';

/** A driver with something of its own that runs while systems are tested. */
export interface LastingDriver extends Driver {
  /** Sets up what the driver needs, once the system under test may connect. @throws DriverError */
  start?(): Promise<void>;
  close?(): void;
}

/** A driver that cannot do anything; the message says why. */
export class DriverError extends Error {
  override name = 'DriverError';
}
