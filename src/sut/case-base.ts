import { X509Certificate } from 'node:crypto';
import type { CredentialName } from '../pki/credentials.ts';
import type { TestPki } from '../pki/test-pki.ts';
import { Inconclusive } from '../scenario/verdict.ts';
import type { SecurityProfile, SutConfig } from './config.ts';
import { namesOf, PKI_NAMES } from './names.ts';

/** Loads the test PKI when it is first needed. */
export type PkiSource = () => Promise<TestPki>;

/** What the environments of all kinds of cases have in common: names, the security profile and the test PKI. */
export class CaseBase {
  readonly names: Map<string, unknown>;
  readonly crashes: unknown[] = [];
  protected readonly config: SutConfig;
  protected readonly pki: PkiSource;
  protected securityProfile: SecurityProfile;

  /** @param anyProfile whether the system under test takes on whatever profile a case asks for */
  constructor(config: SutConfig, pki: PkiSource, anyProfile: boolean) {
    this.config = config;
    this.pki = pki;
    this.securityProfile = config.securityProfile;
    this.names = namesOf(config);
    this.useSecurityProfile = (profiles) => {
      if (profiles.includes(config.securityProfile)) return;
      if (!anyProfile)
        throw new Inconclusive(
          `the connection uses security profile ${config.securityProfile}, but the case needs ${profiles.join(' or ')}`,
        );
      this.securityProfile = profiles[0] as SecurityProfile;
    };
  }

  readonly useSecurityProfile: (profiles: number[]) => void;

  /** PEM texts and properties of certificates, which are not made before a scenario needs them. */
  find(name: string): Promise<unknown> | undefined {
    if (name === 'CSMS root serial number') return this.#serialNumber('csms-root');
    const credential = PKI_NAMES[name];
    return credential === undefined ? undefined : this.pki().then((pki) => pki.credential(credential as CredentialName).certificate);
  }

  async #serialNumber(credential: CredentialName): Promise<string> {
    const { certificate } = (await this.pki()).credential(credential);
    return new X509Certificate(certificate).serialNumber.toLowerCase().replace(/^0+(?=.)/, '');
  }
}
