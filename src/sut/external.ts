import type { PkiSource } from './case-base.ts';
import type { SutConfig } from './config.ts';
import { DriverError, type LastingDriver } from './drivers/lasting.ts';

/** What it takes to test a system that runs somewhere else. */
export interface ExternalOptions {
  config: SutConfig;
  /** The certification profiles that decide which cases apply; all unless given. */
  profiles?: readonly string[];
  /** BasicAuthPassword of security profiles 1 and 2. */
  password: string;
  pki: PkiSource;
  driver: LastingDriver;
  /** Says something to the person who runs the tests. */
  tell(text: string): void;
  signal?: AbortSignal;
}

/** The system under test is not there, or does not let ocppspec in: no case can be judged. */
export class NoContact extends Error {
  override name = 'NoContact';
}

/** Lets the driver set up what it needs. @throws NoContact if that is not there */
export async function startDriver({ driver }: Pick<ExternalOptions, 'driver'>): Promise<void> {
  try {
    await driver.start?.();
  } catch (error) {
    throw error instanceof DriverError ? new NoContact(error.message) : error;
  }
}
