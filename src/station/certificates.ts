import type { X509Certificate } from 'node:crypto';
import type { CertificateHashDataChainType, CertificateHashDataType } from '../ocpp/generated/messages.ts';
import { hashData } from '../pki/hash-data.ts';
import { certificateIn } from '../pki/x509.ts';
import type { RootType } from './config.ts';
import type { Core } from './core.ts';
import type { InstalledRoot } from './persistent.ts';

/** The certificates of the station and the roots that it trusts: use cases M03, M04 and M05. */
export class Certificates {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  get count(): number {
    return this.#roots.length + (this.#core.persistent.credential ? 1 : 0) + this.v2gChain.length;
  }

  get hasCsmsRoot(): boolean {
    return this.#of('CSMSRootCertificate').some(({ certificate }) => this.#isCurrent(certificate));
  }

  get hasClientCertificate(): boolean {
    const { credential } = this.#core.persistent;
    return credential !== undefined && this.#isCurrent(credential.certificate);
  }

  /** Roots to verify the CSMS with: the regular ones, or those kept as a fallback (M05.FR.14). */
  csmsRoots(fallback: boolean): string[] {
    return this.#of('CSMSRootCertificate')
      .filter((root) => (root.fallback ?? false) === fallback)
      .map(({ certificate }) => certificate);
  }

  /** Roots to verify servers of files with, besides those of the public (N01.FR.15, N01.FR.16). */
  get rootsForFiles(): string[] {
    return this.#core.faults.has('csms-root-not-for-files') ? [] : this.csmsRoots(false);
  }

  /** Roots to verify firmware signing certificates with. */
  get manufacturerRoots(): string[] {
    return this.#of('ManufacturerRootCertificate').map(({ certificate }) => certificate);
  }

  /** The root of a contract certificate chain, leaf first, if the chain is valid and its root installed (C07). */
  contractRoot(chain: readonly string[]): string | undefined {
    const linked = chain.every((pem, index) => this.#isCurrent(pem) && (chain[index + 1] === undefined || issued(pem, chain[index + 1])));
    const roots = [...this.#of('MORootCertificate'), ...this.#of('V2GRootCertificate')];
    return linked ? roots.find(({ certificate }) => issued(chain.at(-1), certificate))?.certificate : undefined;
  }

  /**
   * @param chain the certificate for the station, followed by those between it and its root
   * @param commonName whom it has to be for
   * @returns a reason code if the station cannot prove itself by it (A02.FR.06)
   */
  objectionToOwn(type: 'ChargingStationCertificate' | 'V2GCertificate', chain: readonly string[], commonName: string): string | undefined {
    const [leaf = ''] = chain;
    const roots = this.#of(type === 'V2GCertificate' ? 'V2GRootCertificate' : 'CSMSRootCertificate');
    const linked = chain.every((pem, index) => this.#isCurrent(pem) && (chain[index + 1] === undefined || issued(pem, chain[index + 1])));
    const rooted = roots.some(({ certificate }) => issued(chain.at(-1), certificate));
    if (!linked || !rooted || certificateIn(leaf)?.ca) return 'InvalidCertificate';
    return certificateIn(leaf)?.toLegacyObject().subject.CN === commonName ? undefined : 'InvalidCertificate';
  }

  /** The CSMS has proved itself by a regular root: what it replaced can go (M05.FR.13). */
  proved(): void {
    if (this.#core.faults.has('fallback-root-kept')) return;
    this.#core.persistent.roots = this.#roots.filter(({ fallback }) => !fallback);
  }

  /** @returns why a root cannot be installed, undefined if it can */
  objection(type: RootType, pem: string): { status: 'Rejected'; reasonCode: string } | undefined {
    const certificate = certificateIn(pem);
    const rejected = (reasonCode: string) => ({ status: 'Rejected', reasonCode }) as const;
    const { faults } = this.#core;
    if (!certificate?.ca || !(this.#isCurrent(pem) || faults.has('expired-root-installed'))) return rejected('InvalidCertificate');
    const foreign = type === 'CSMSRootCertificate' && this.#replacesOldRoot && !this.#isSignedByOldRoot(certificate);
    if (foreign && !faults.has('unsigned-root-installed')) return rejected('InvalidCertificate');
    const full = this.count >= this.#core.variables.maxLimit('SecurityCtrlr.CertificateEntries');
    return full && !this.#find(type, pem) ? rejected('OutOfStorage') : undefined;
  }

  install(type: RootType, certificate: string): void {
    if (this.#core.faults.has('installed-root-not-stored')) return;
    const known = this.#find(type, certificate);
    if (known) known.certificate = certificate;
    else if (type === 'CSMSRootCertificate' && this.#replacesOldRoot) this.#replace(certificate);
    else this.#roots.push({ type, certificate });
  }

  /** Hash data of the installed roots, of some types or of all. */
  installed(types: readonly string[] | undefined): CertificateHashDataChainType[] {
    const { faults } = this.#core;
    const wanted = faults.has('certificates-of-all-types-told')
      ? undefined
      : faults.has('certificates-of-first-type-told')
        ? types?.slice(0, 1)
        : types;
    if (!types && faults.has('certificates-told-by-type-only')) return [];
    const roots = this.#roots.map(({ type, certificate }) => ({
      certificateType: type,
      certificateHashData: this.#hash(certificate, 'SHA256'),
    }));
    return [...roots, ...this.#installedChain()].filter(({ certificateType }) => !wanted || wanted.includes(certificateType));
  }

  /** The V2G certificate, followed by those between it and its root. */
  get v2gChain(): string[] {
    return this.#core.persistent.v2gCredential?.certificate.match(CERTIFICATE) ?? [];
  }

  /** The V2G root that issued a certificate. */
  v2gRootOf(pem: string): string | undefined {
    return this.#of('V2GRootCertificate').find(({ certificate }) => issued(pem, certificate))?.certificate;
  }

  /** M03.FR.05 */
  #installedChain(): CertificateHashDataChainType[] {
    const [leaf, ...between] = this.v2gChain.map((certificate) => this.#hash(certificate, 'SHA256'));
    if (!leaf || this.#core.faults.has('v2g-chain-not-told')) return [];
    const entry = { certificateType: 'V2GCertificateChain', certificateHashData: leaf } as const;
    const [first, ...more] = between;
    return [
      first && !this.#core.faults.has('v2g-chain-without-children')
        ? { ...entry, childCertificateHashData: [first, ...more] as never }
        : entry,
    ];
  }

  /** @returns what deleting the certificate comes to (M04) */
  deletion(hash: CertificateHashDataType): 'Accepted' | 'Failed' | 'NotFound' {
    const { credential } = this.#core.persistent;
    if (credential && this.#isNamed(credential.certificate, hash))
      return this.#core.faults.has('own-certificate-deleted') ? 'Accepted' : 'Failed';
    return [...this.#roots.map(({ certificate }) => certificate), ...this.v2gChain].some((one) => this.#isNamed(one, hash))
      ? 'Accepted'
      : 'NotFound';
  }

  delete(hash: CertificateHashDataType): void {
    if (this.#core.faults.has('deleted-certificate-kept')) return;
    if (this.v2gChain.some((one) => this.#isNamed(one, hash))) delete this.#core.persistent.v2gCredential;
    this.#core.persistent.roots = this.#roots.filter(({ certificate }) => !this.#isNamed(certificate, hash));
  }

  get #roots(): InstalledRoot[] {
    return this.#core.persistent.roots;
  }

  get #replacesOldRoot(): boolean {
    return this.#core.variables.flag('SecurityCtrlr.AdditionalRootCertificateCheck');
  }

  #of(type: RootType): InstalledRoot[] {
    return this.#roots.filter((root) => root.type === type);
  }

  #find(type: RootType, pem: string): InstalledRoot | undefined {
    const fingerprint = certificateIn(pem)?.fingerprint256;
    return this.#of(type).find(({ certificate }) => certificateIn(certificate)?.fingerprint256 === fingerprint);
  }

  #isSignedByOldRoot(certificate: X509Certificate): boolean {
    return this.csmsRoots(false).some((pem) => {
      const old = certificateIn(pem);
      return old !== undefined && certificate.checkIssued(old) && certificate.verify(old.publicKey);
    });
  }

  /** M05.FR.09 and M05.FR.12: one root, and the one before it as a fallback. */
  #replace(certificate: string): void {
    const others = this.#roots.filter(({ type }) => type !== 'CSMSRootCertificate');
    const old = this.#of('CSMSRootCertificate').filter(({ fallback }) => !fallback);
    const type = 'CSMSRootCertificate';
    this.#core.persistent.roots = [...others, { type, certificate }, ...old.map((root) => ({ ...root, fallback: true as const }))];
  }

  #isCurrent(pem: string): boolean {
    const certificate = certificateIn(pem);
    const now = this.#core.time.now();
    return certificate !== undefined && Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
  }

  #isNamed(pem: string, hash: CertificateHashDataType): boolean {
    const own = this.#hash(pem, hash.hashAlgorithm);
    return (['issuerNameHash', 'issuerKeyHash', 'serialNumber'] as const).every((name) => own[name] === hash[name].toLowerCase());
  }

  #hash(pem: string, algorithm: CertificateHashDataType['hashAlgorithm']): CertificateHashDataType {
    const certificate = certificateIn(pem);
    const issuer = [...this.#roots.map((root) => root.certificate), ...this.v2gChain].find((one) => {
      const candidate = certificateIn(one);
      return candidate && certificate?.checkIssued(candidate);
    });
    return hashData(pem, issuer ?? pem, algorithm);
  }
}

const CERTIFICATE = /-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n?/g;

/** Whether one certificate was signed by the owner of the other. */
function issued(pem: string | undefined, issuer: string | undefined): boolean {
  const [certificate, by] = [certificateIn(pem ?? ''), certificateIn(issuer ?? '')];
  return certificate !== undefined && by !== undefined && certificate.checkIssued(by) && certificate.verify(by.publicKey);
}
