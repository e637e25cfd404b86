import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { CertificateSigningUseEnumType } from '../ocpp/generated/messages.ts';
import type { KeyAndCsr } from '../pki/make-csr.ts';
import type { Timer } from '../time/clock.ts';
import type { Core } from './core.ts';

const CHAIN_SPLIT = /-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n?/g;

/** Asks for certificates and takes them up: use cases A02 and A03. */
export class CertificateRenewal {
  readonly #core: Core;
  /** What has been asked for and not been answered by a certificate, by its type. */
  readonly #asked = new Map<CertificateSigningUseEnumType, KeyAndCsr>();
  readonly #repeats = new Map<CertificateSigningUseEnumType, Timer>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Asks for a certificate for a new key (A02.FR.02). */
  async begin(type: CertificateSigningUseEnumType): Promise<void> {
    this.#stop(type);
    const asked = await this.#newKey(type);
    this.#asked.set(type, asked);
    const { variables } = this.#core;
    await this.#send(type, asked, variables.integer('SecurityCtrlr.CertSigningWaitMinimum'), 0);
  }

  /** @returns a reason code if a chain is no certificate for the station (A02.FR.06) */
  objection(type: CertificateSigningUseEnumType, chain: string): string | undefined {
    const { certificates, config, faults, variables } = this.#core;
    if (faults.has('invalid-certificate-accepted')) return undefined;
    // A02.FR.16
    if (chain.length > variables.integer('SecurityCtrlr.MaxCertificateChainSize')) return 'InvalidCertificate';
    const key = this.#keyFor(type, chain);
    if (key === undefined) return 'InvalidCertificate';
    const name = type === 'V2GCertificate' ? config.identity : config.serialNumber;
    return certificates.objectionToOwn(type, chain.match(CHAIN_SPLIT) ?? [], name);
  }

  /** Uses a certificate from now on, if it is one for a key of the station (A02.FR.08). */
  install(type: CertificateSigningUseEnumType, chain: string): void {
    const { activity, certificateStatuses, persistent, connection, faults } = this.#core;
    const key = this.#keyFor(type, chain);
    if (key === undefined) return;
    this.#forget(type);
    if (type === 'V2GCertificate') {
      persistent.v2gCredential = { certificate: chain, key };
      activity.start(() => certificateStatuses.refresh());
    } else if (!faults.has('renewed-certificate-not-used')) persistent.credential = { certificate: chain, key };
    if (type === 'ChargingStationCertificate' && persistent.securityProfile === 3 && !faults.has('no-reconnect-after-renewal'))
      connection.renew();
  }

  /** A certificate is of no use: nothing more is asked for until the CSMS triggers it (A02.FR.07, A02.FR.20). */
  discard(type: CertificateSigningUseEnumType): void {
    this.#forget(type);
    if (!this.#core.faults.has('invalid-certificate-not-told')) this.#core.securityEvents.raise('InvalidChargingStationCertificate');
  }

  async #send(type: CertificateSigningUseEnumType, asked: KeyAndCsr, wait: number, sent: number): Promise<void> {
    const { messages, life, variables, activity, faults } = this.#core;
    const certificateType = faults.has('csr-of-wrong-type') ? 'ChargingStationCertificate' : type;
    const outcome = await messages.call('SignCertificate', { csr: asked.csr, certificateType }, true);
    if (this.#asked.get(type) !== asked) return;
    if (outcome.kind === 'result' && outcome.payload.status === 'Rejected') return this.#forget(type);
    // The first wait is no increment of it (A02.FR.19).
    if (sent > variables.integer('SecurityCtrlr.CertSigningRepeatTimes') || faults.has('csr-not-repeated')) return;
    const again = () => activity.start(() => this.#send(type, asked, faults.has('csr-wait-not-doubled') ? wait : wait * 2, sent + 1));
    this.#repeats.set(type, life.after(wait, again));
  }

  async #newKey(type: CertificateSigningUseEnumType): Promise<KeyAndCsr> {
    const { clock, config, variables, faults } = this.#core;
    const release = clock.hold();
    try {
      const { makeCsr } = await import('../pki/make-csr.ts');
      const v2g = type === 'V2GCertificate';
      const commonName = v2g ? config.identity : config.serialNumber;
      return await makeCsr({ commonName, organization: variables.get('SecurityCtrlr.OrganizationName') }, faults.has('csr-key-too-short'));
    } finally {
      release();
    }
  }

  /** The private key for a chain, among those of what was asked for and of what is in use. */
  #keyFor(type: CertificateSigningUseEnumType, chain: string): string | undefined {
    const { credential, v2gCredential } = this.#core.persistent;
    const inUse = type === 'V2GCertificate' ? v2gCredential : credential;
    return [this.#asked.get(type)?.key, inUse?.key].find((key) => key !== undefined && fits(chain, key));
  }

  #forget(type: CertificateSigningUseEnumType): void {
    this.#stop(type);
    this.#asked.delete(type);
  }

  #stop(type: CertificateSigningUseEnumType): void {
    this.#repeats.get(type)?.cancel();
    this.#repeats.delete(type);
  }
}

function fits(chain: string, key: string): boolean {
  try {
    return new X509Certificate(chain).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}
