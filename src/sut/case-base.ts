import type { TestPki } from '../pki/test-pki.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import type { Trace } from '../trace/trace.ts';
import { ISSUED, issueFor } from './certificate-authority.ts';
import { certificateNamed } from './certificate-names.ts';
import type { SecurityProfile, SutConfig } from './config.ts';
import { CONTRACT_NAMES, ContractUnderWatch, customerCertificate } from './contract.ts';
import { DISPLAY_WITHOUT_DEFAULT } from './display-config.ts';
import { EXI_WITHOUT_DEFAULT } from './exi-config.ts';
import { type FileScheme, fileTls, type ReadVariable, usualScheme } from './file-transfer.ts';
import { FirmwareSource } from './firmware-source.ts';
import { LogServer } from './log-server.ts';
import { WITHOUT_DEFAULT } from './monitoring-config.ts';
import { namesOf } from './names.ts';
import { LOOPBACK, type Reach } from './reach.ts';
import { LOGS, NOWHERE } from './upload.ts';

/** A system that goes on to the next case could not play it any more. */
const IRREVERSIBLE = 'a higher security profile is there to stay; only a built-in system is played with it';

/** What scenarios call the address of the second CSMS. */
export const SECOND_CSMS: Readonly<Record<string, (url: string) => string>> = {
  'second CSMS url': (url) => url,
  'second CSMS url without TLS': (url) => url.replace(/^wss:/, 'ws:'),
  'second CSMS url with TLS': (url) => url.replace(/^ws:/, 'wss:'),
};

/** Loads the test PKI when it is first needed. */
export type PkiSource = () => Promise<TestPki>;

/** What the environments of all kinds of cases have in common: names, the security profile and the test PKI. */
export abstract class CaseBase {
  /** What is recorded of the case. */
  abstract readonly trace: Trace;
  readonly names: Map<string, unknown>;
  readonly crashes: unknown[];
  protected readonly config: SutConfig;
  protected readonly pki: PkiSource;
  protected securityProfile: SecurityProfile;
  protected readonly contract: ContractUnderWatch;
  readonly #anyProfile: boolean;
  readonly #firmware: FirmwareSource;
  readonly #logServers = new Map<FileScheme, { server: LogServer; url: Promise<string> }>();

  /** @param anyProfile whether the system under test takes on whatever profile a case asks for */
  constructor(config: SutConfig, pki: PkiSource, anyProfile: boolean, crashes: unknown[] = []) {
    this.config = config;
    this.crashes = crashes;
    this.pki = pki;
    this.securityProfile = config.securityProfile;
    this.names = namesOf(config);
    this.contract = new ContractUnderWatch(config.publicHost);
    this.#firmware = new FirmwareSource(
      config,
      pki,
      () => this.reach,
      (read) => this.#usualScheme(read),
    );
    this.#anyProfile = anyProfile;
  }

  useSecurityProfile(profiles: number[]): void {
    const { securityProfile } = this.config;
    if (profiles.includes(securityProfile)) return;
    if (!this.#anyProfile)
      throw new Inconclusive(`the connection uses security profile ${securityProfile}, but the case needs ${profiles.join(' or ')}`);
    this.securityProfile = profiles[0] as SecurityProfile;
  }

  protected nameSecondCsms(url: string): void {
    for (const [name, spelling] of Object.entries(SECOND_CSMS)) this.names.set(name, spelling(url));
  }

  issue(kind: string, csr: string): Promise<string> | undefined {
    const authority = ISSUED[kind];
    return authority && this.pki().then((pki) => issueFor(pki, csr, authority));
  }

  /** What is not made before a scenario needs it: PEM texts and serial numbers of certificates, firmware, where logs go. */
  find(name: string, read?: ReadVariable): Promise<unknown> | undefined {
    const certificate = certificateNamed(name, this.pki);
    if (certificate) return certificate;
    if (name === 'log location') return this.#logsGoTo(this.config.logLocation, LOGS, read);
    if (name === 'failing log location') return this.#logsGoTo(this.config.failingLogLocation, NOWHERE, read);
    if (name === 'secure log location') return this.#logsAt('https', LOGS);
    if (name === 'untrusted log location') return this.#logsAt('untrusted', LOGS);
    const aboutContract = CONTRACT_NAMES.find((known) => known === name);
    if (aboutContract) return this.pki().then((pki) => this.contract.find(aboutContract, pki));
    if (name === 'customer certificate hash data') return this.pki().then(customerCertificate);
    if (name === 'higher security profile') return Promise.reject(new Inconclusive(IRREVERSIBLE));
    const missing = WITHOUT_DEFAULT[name] ?? DISPLAY_WITHOUT_DEFAULT[name] ?? EXI_WITHOUT_DEFAULT[name];
    if (missing) return Promise.reject(new Inconclusive(`the case needs ${missing}, which is not configured`));
    return this.#firmware.find(name, read);
  }

  /** Where servers of the case listen. */
  protected get reach(): Reach {
    return LOOPBACK;
  }

  async #logsGoTo(configured: string | undefined, path: string, read: ReadVariable | undefined): Promise<string> {
    return configured ?? this.#logsAt(await this.#usualScheme(read), path);
  }

  #usualScheme(read: ReadVariable | undefined): Promise<'http' | 'https'> {
    const { config, securityProfile, pki } = this;
    return usualScheme({ config, securityProfile, pki, host: this.reach.host, read });
  }

  async #logsAt(scheme: FileScheme, path: string): Promise<string> {
    const tls = scheme === 'http' ? undefined : fileTls(scheme, await this.pki(), this.config);
    let known = this.#logServers.get(scheme);
    if (!known) {
      const server = new LogServer((entry) => this.trace.append(entry), tls);
      known = { server, url: server.listen(this.reach) };
      this.#logServers.set(scheme, known);
    }
    return `${await known.url}${path}`;
  }

  /** Lets go of what `find` has set up. */
  protected release(): void {
    this.contract.close();
    this.#firmware.close();
    for (const { server } of this.#logServers.values()) server.close();
  }
}
