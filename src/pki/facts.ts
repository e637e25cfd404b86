import 'reflect-metadata';
import { X509Certificate as NodeCertificate } from 'node:crypto';
import {
  AuthorityInfoAccessExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  X509Certificate,
} from '@peculiar/x509';
import { type CertificateHashData, hashData } from './hash-data.ts';
import { readCsr } from './read-csr.ts';
import { strengthOf } from './strength.ts';

/** What a certificate says, in words. */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  commonName: string | undefined;
  organization: string | undefined;
  serialNumber: string;
  from: Date;
  to: Date;
  /** As in `EC prime256v1` and `RSA 2048`. */
  key: string;
  /** Bits of a symmetric key that is as strong; undefined where that is not known. */
  strength: number | undefined;
  /** As in `ECDSA SHA-256`; `unknown` for what nobody here knows. */
  signature: string;
  authority: boolean;
  selfIssued: boolean;
  keyUsages: string[] | undefined;
  extendedKeyUsages: string[] | undefined;
  alternatives: string[];
  responders: string[];
  /** Characters of its PEM text. */
  size: number;
}

/** @param pem a certificate. @throws an Error if it cannot be read */
export function factsOf(pem: string): CertificateFacts {
  const [read, node] = [new X509Certificate(pem), new NodeCertificate(pem)];
  const usages = read.getExtension(KeyUsagesExtension)?.usages;
  const only = (field: string) => read.subjectName.getField(field)[0];
  return {
    subject: read.subject,
    issuer: read.issuer,
    commonName: only('CN'),
    organization: only('O'),
    serialNumber: node.serialNumber.toLowerCase(),
    from: read.notBefore,
    to: read.notAfter,
    key: keyName(node),
    strength: strengthOf(node.publicKey),
    signature: signatureName(read),
    authority: read.getExtension(BasicConstraintsExtension)?.ca === true,
    selfIssued: node.issuer === node.subject,
    keyUsages: usages === undefined ? undefined : USAGES.filter((name) => usages & KeyUsageFlags[name]),
    extendedKeyUsages: read.getExtension(ExtendedKeyUsageExtension)?.usages.map((usage) => String(usage)),
    alternatives: read.getExtension(SubjectAlternativeNameExtension)?.names.items.map(({ type, value }) => `${type}:${value}`) ?? [],
    responders: read.getExtension(AuthorityInfoAccessExtension)?.ocsp.map(({ value }) => value) ?? [],
    size: pem.trim().length + 1,
  };
}

/** What a certificate signing request says, in words. */
export interface CsrFacts {
  subject: string;
  commonName: string | undefined;
  organization: string | undefined;
  key: string;
  strength: number | undefined;
  /** Whether it was signed with the private key that goes with it. */
  signed: boolean;
  size: number;
}

/** @param pem a CSR. @throws an Error if it cannot be read */
export function csrFactsOf(pem: string): CsrFacts {
  const { subject, subjectName } = new Pkcs10CertificateRequest(pem);
  const csr = readCsr(pem);
  if (!csr) throw new Error('this is no CSR of RFC 2986');
  return {
    subject,
    commonName: subjectName.getField('CN')[0],
    organization: subjectName.getField('O')[0],
    key: keyName(csr),
    strength: strengthOf(csr.publicKey),
    signed: csr.signed,
    size: pem.trim().length + 1,
  };
}

/** How OCPP names it with each of its algorithms. @param issuer PEM of the certificate of its issuer */
export const allHashData = (pem: string, issuer: string): CertificateHashData[] =>
  (['SHA256', 'SHA384', 'SHA512'] as const).map((algorithm) => hashData(pem, issuer, algorithm));

const USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export function keyName({ publicKey }: Pick<NodeCertificate, 'publicKey'>): string {
  const { namedCurve, modulusLength } = publicKey.asymmetricKeyDetails ?? {};
  const kind = publicKey.asymmetricKeyType?.toUpperCase() ?? 'unknown';
  return `${kind} ${namedCurve ?? modulusLength ?? ''}`.trim();
}

function signatureName(read: X509Certificate): string {
  try {
    const { name, hash } = read.signatureAlgorithm as { name: string; hash?: { name: string } };
    return `${name} ${hash?.name ?? 'SHA-1'}`;
  } catch {
    return 'unknown';
  }
}
