import { X509Certificate } from 'node:crypto';
import { hashData } from '../pki/hash-data.ts';
import type { Core } from './core.ts';

const WEEK = 7 * 24 * 3600;

/** What is known of whether the V2G certificates of the station have been revoked: use case M06. */
export class CertificateStatuses {
  readonly #core: Core;
  /** OCSP responses in base64, by the certificate that they are about; what EVs are shown in TLS handshakes. */
  readonly cached = new Map<string, string>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Asks about the V2G certificate and what lies between it and its root, now (M06.FR.07) and every week (M06.FR.10). */
  async refresh(): Promise<void> {
    const { certificates, faults, life, activity, messages } = this.#core;
    const chain = certificates.v2gChain;
    const asked = faults.has('only-leaf-status-asked') ? chain.slice(0, 1) : faults.has('leaf-status-not-asked') ? chain.slice(1) : chain;
    this.cached.clear();
    for (const certificate of asked) {
      const issuer = chain[chain.indexOf(certificate) + 1] ?? certificates.v2gRootOf(certificate);
      const responderURL = responderIn(certificate);
      if (issuer === undefined || responderURL === undefined || faults.has('certificate-status-not-asked')) continue;
      const ocspRequestData = { ...hashData(certificate, issuer, 'SHA256'), responderURL };
      const outcome = await messages.call('GetCertificateStatus', { ocspRequestData });
      if (outcome.kind === 'result' && outcome.payload.ocspResult) this.cached.set(certificate, outcome.payload.ocspResult);
    }
    life.after(WEEK, () => activity.start(() => this.refresh()));
  }
}

/** Without it, nobody can ask about the certificate (M06, remarks). */
const responderIn = (pem: string): string | undefined => /OCSP - URI:(\S+)/.exec(new X509Certificate(pem).infoAccess ?? '')?.[1];
