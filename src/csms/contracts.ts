import { X509Certificate } from 'node:crypto';
import type { AuthorizeCertificateStatusEnumType, AuthorizeRequest } from '../ocpp/generated/messages.ts';
import { type CertificateId, type CertificateStatus, certificateId } from '../pki/ocsp.ts';
import { askOcsp } from './ask-ocsp.ts';
import type { Context } from './context.ts';

type Judgement = Extract<AuthorizeCertificateStatusEnumType, 'Accepted' | 'CertificateExpired' | 'CertificateRevoked' | 'CertChainError'>;

/** Whether the certificates of a contract are in order: C07.FR.05, C07.FR.15 to C07.FR.17. */
export async function judgeContract({ certificate, iso15118CertificateHashData }: AuthorizeRequest, context: Context): Promise<Judgement> {
  const release = context.clock.hold();
  try {
    if (certificate !== undefined) return await judgeChain(certificate, context);
    const asked = (iso15118CertificateHashData ?? []).map(({ responderURL, ...id }) => ask(context, id, responderURL));
    return verdict(await Promise.all(asked));
  } finally {
    release();
  }
}

async function judgeChain(text: string, context: Context): Promise<Judgement> {
  const chain = certificatesIn(text);
  const { MORootCertificate = '', V2GRootCertificate = '' } = context.config.certificates;
  const roots = certificatesIn(MORootCertificate + V2GRootCertificate);
  const last = chain.at(-1);
  const root = last && roots.find((candidate) => isIssued(last, candidate));
  if (!root || chain.some((one, index) => index > 0 && !isIssued(chain[index - 1] as X509Certificate, one))) return 'CertChainError';
  if (chain.some(({ validTo }) => Date.parse(validTo) < Date.now())) return 'CertificateExpired';
  const asked = chain.flatMap((one, index) => {
    const responder = responderIn(one);
    const issuer = chain[index + 1] ?? root;
    return responder ? [ask(context, certificateId(one.toString(), issuer.toString(), 'SHA256'), responder)] : [];
  });
  return verdict(await Promise.all(asked));
}

const ask = async ({ faulty }: Context, id: CertificateId, responderURL: string): Promise<CertificateStatus> =>
  faulty('contract-revocation-not-looked-up') ? 'good' : askOcsp(id, responderURL);

function verdict(statuses: readonly CertificateStatus[]): Judgement {
  if (statuses.includes('revoked')) return 'CertificateRevoked';
  return statuses.includes('unknown') ? 'CertChainError' : 'Accepted';
}

const isIssued = (certificate: X509Certificate, by: X509Certificate): boolean =>
  certificate.checkIssued(by) && certificate.verify(by.publicKey);

/** Where the certificate says that its status can be asked for. */
const responderIn = ({ infoAccess }: X509Certificate): string | undefined => /OCSP - URI:(\S+)/.exec(infoAccess ?? '')?.[1];

/** Those that can be read. */
function certificatesIn(text: string): X509Certificate[] {
  return (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).flatMap((pem) => {
    try {
      return [new X509Certificate(pem)];
    } catch {
      return [];
    }
  });
}
