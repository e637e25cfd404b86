import type { Driver } from '../scenario/driver.ts';
import type { PkiSource } from './case-base.ts';
import type { SutConfig } from './config.ts';

/** What it takes to test a system that runs somewhere else. */
export interface ExternalOptions {
  config: SutConfig;
  /** The certification profiles that decide which cases apply; all unless given. */
  profiles?: readonly string[];
  /** BasicAuthPassword of security profiles 1 and 2. */
  password: string;
  pki: PkiSource;
  driver: Driver;
  /** Says something to the person who runs the tests. */
  tell(text: string): void;
  signal?: AbortSignal;
}

/** The system under test is not there, or does not let ocppspec in: no case can be judged. */
export class NoContact extends Error {
  override name = 'NoContact';
}
