import { X509Certificate } from 'node:crypto';
import {
  type Expected,
  type Objection,
  objectionsTo,
  objectionsToChain,
  objectionsToCsr,
  objectionsToName,
} from '../../pki/check-certificate.ts';
import { allHashData, type CertificateFacts, type CsrFacts, csrFactsOf, factsOf } from '../../pki/facts.ts';
import type { CertificateHashData } from '../../pki/hash-data.ts';
import type { Holding } from '../../pki/read-certificates.ts';

/** What is wrong, and where: the place in the file, from 1; none for what the file as a whole is blamed for. */
export type Located = Objection & { certificate?: number; csr?: number };

export interface Inspection {
  file: string;
  kind: Holding['kind'];
  privateKeys: number;
  /** With hash data where the certificate of the issuer is at hand. */
  certificates: (CertificateFacts & { hashData: CertificateHashData[] | undefined })[];
  csrs: CsrFacts[];
  objections: Located[];
}

/** @param authorities PEM texts of certificates that are not in the file. @param now milliseconds since the epoch */
export function inspected(file: string, holding: Holding, authorities: readonly string[], expected: Expected, now: number): Inspection {
  const { kind, certificates, keys } = holding;
  const facts = certificates.map((pem) => ({ ...factsOf(pem), hashData: hashDataOf(pem, [...certificates, ...authorities]) }));
  const csrs = holding.csrs.map(csrFactsOf);
  const [first] = facts;
  const last = certificates.at(-1);
  const above = last && issuerOf(last, [last, ...authorities]);
  return {
    file,
    kind,
    privateKeys: keys,
    certificates: facts,
    csrs,
    objections: [
      ...formatObjections(holding),
      ...facts.flatMap((one, index) => objectionsTo(one, now).map((objection) => ({ ...objection, certificate: index + 1 }))),
      ...(first ? objectionsToName(first, expected).map((objection) => ({ ...objection, certificate: 1 })) : []),
      ...objectionsToChain(above && above !== last ? [...certificates, above] : certificates),
      ...originObjections(facts.at(-1), above, authorities),
      ...csrs.flatMap((one, index) => objectionsToCsr(one, expected).map((objection) => ({ ...objection, csr: index + 1 }))),
    ],
  };
}

/** A00.FR.507; a bundle carries certificates to a device and is not sent. */
const formatObjections = ({ kind }: Holding): Objection[] =>
  kind === 'DER' ? [{ requirement: 'A00.FR.507', level: 'must', what: 'it is DER, and not PEM' }] : [];

/** The certificate whose key it was signed with; failing that, the one that it says. */
function issuerOf(pem: string, among: readonly string[]): string | undefined {
  const read = new X509Certificate(pem);
  const named = among.filter((other) => {
    const { subject } = new X509Certificate(other);
    return subject === read.issuer && (other === pem || read.checkIssued(new X509Certificate(other)));
  });
  return named.find((other) => read.verify(new X509Certificate(other).publicKey)) ?? named[0];
}

/** Whoever says who may have issued it wants to know if none of them has. */
function originObjections(last: CertificateFacts | undefined, above: string | undefined, authorities: readonly string[]): Objection[] {
  if (!last || last.selfIssued || above !== undefined || authorities.length === 0) return [];
  return [
    { requirement: 'RFC 5280', level: 'must', what: `the issuer of the last certificate (${last.issuer}) is not among those of --issuer` },
  ];
}

function hashDataOf(pem: string, among: readonly string[]): CertificateHashData[] | undefined {
  const issuer = issuerOf(pem, among);
  return issuer === undefined ? undefined : allHashData(pem, issuer);
}
