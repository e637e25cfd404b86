import type { Party } from '../ocpp/party.ts';
import type { Clock } from '../time/clock.ts';
import type { Trace } from '../trace/trace.ts';
import type { Driver } from './driver.ts';
import type { PlayedCsms, PlayedStation } from './played.ts';
import type { ScenarioSettings } from './settings.ts';
import type { Upkeep } from './upkeep/upkeep.ts';

/** What a scenario knows of the OCSP responder that it gives a CSMS to ask. */
export interface OcspResponder {
  /** What it says of the contract certificate. */
  status: 'good' | 'revoked' | 'unknown';
  /** Which certificates of the contract's chain it was asked about, by their place; 0 is the contract certificate. */
  readonly asked: ReadonlySet<number>;
}

/** Everything that one run of one scenario stands on. */
export interface Environment {
  readonly sut: Party;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly driver: Driver;
  readonly settings: ScenarioSettings;
  /** What `<name>` stands for in tables and durations. */
  readonly names: ReadonlyMap<string, unknown>;
  /**
   * Finds out what a name stands for that is not in `names`, if it can.
   * @param read reads a variable of the station under test, if one is; undefined where it has none
   */
  find?(name: string, read?: (variable: string) => Promise<string | undefined>): Promise<unknown> | undefined;
  /** Has a certificate issued for a CSR, by what a scenario calls it; undefined if nothing is called so. */
  issue?(kind: string, csr: string): Promise<string> | undefined;
  readonly played: PlayedStation | PlayedCsms;
  /** Exceptions within a simulator, which make every verdict worthless. */
  readonly crashes: readonly unknown[];
  /** The system under test goes on to the next case, so that what a scenario changes has to be put back. */
  readonly lasting?: boolean;
  /** Tells the CSMS under test whether certificates have been revoked. */
  readonly ocsp?: OcspResponder;
  /** Knows how it was before the first case, if it is a station. */
  readonly upkeep?: Upkeep;
  /** Ends the scenario at once; its reason is a `Stuck` error if the scenario itself is to blame. */
  readonly signal?: AbortSignal;
  /** The connection is to use one of these security profiles. @throws Inconclusive if it cannot */
  useSecurityProfile(profiles: number[]): void;
  /** Starts whatever has to run, without connecting. */
  open(): Promise<void>;
  /** Connects and registers the station unless it is. @throws Inconclusive if that does not succeed */
  ready(): Promise<void>;
  /** Undoes what the scenario changed and lets go of everything. */
  close(): Promise<void>;
}
