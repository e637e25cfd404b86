import { type CertificateHashData, hashData } from '../pki/hash-data.ts';

const ALGORITHMS = ['SHA256', 'SHA384', 'SHA512'] as const;
export type HashAlgorithm = (typeof ALGORITHMS)[number];

/**
 * CertificateHashData of a certificate: with one algorithm where it is told, with any of them where it is expected,
 * as whoever tells it chooses one.
 */
export class NamedCertificate implements CertificateHashData {
  readonly hashAlgorithm: HashAlgorithm;
  readonly issuerNameHash: string;
  readonly issuerKeyHash: string;
  readonly serialNumber: string;
  readonly #alternatives: readonly CertificateHashData[];

  /**
   * @param issuers certificates that may be taken for that of the issuer, the right one first
   * @param algorithm the only one; any unless given
   */
  constructor(certificate: string, issuers: readonly string[], algorithm?: HashAlgorithm) {
    const algorithms = algorithm ? [algorithm] : ALGORITHMS;
    this.#alternatives = algorithms.flatMap((one) => issuers.map((issuer) => hashData(certificate, issuer, one)));
    const { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber } = this.#alternatives[0] as CertificateHashData;
    this.hashAlgorithm = hashAlgorithm;
    this.issuerNameHash = issuerNameHash;
    this.issuerKeyHash = issuerKeyHash;
    this.serialNumber = serialNumber;
  }

  /** Whether hash data names this certificate. Its texts are identifierStrings, in which case does not matter. */
  isNamedBy(actual: unknown): boolean {
    if (typeof actual !== 'object' || actual === null) return false;
    const told = actual as Record<string, unknown>;
    return this.#alternatives.some((known) =>
      Object.entries(known).every(([field, value]) => String(told[field]).toLowerCase() === value.toLowerCase()),
    );
  }
}
