import type { CsmsConfig } from '../csms/config.ts';
import type { Authority } from '../pki/sign-csr.ts';
import type { TestPki } from '../pki/test-pki.ts';

/** Issues certificates in the name of an authority of the test PKI. */
export async function issueFor(pki: TestPki, csr: string, authority: Authority): Promise<string> {
  // Loaded only when something has to be issued, as in test-pki.ts.
  const { signCsr } = await import('../pki/sign-csr.ts');
  return signCsr(pki, csr, authority);
}

/** The certificate authorities of the CSO, behind a simulated CSMS. */
export const authorityOf =
  (pki: TestPki): NonNullable<CsmsConfig['certificateAuthority']> =>
  (csr, type) =>
    issueFor(pki, csr, type === 'V2GCertificate' ? 'v2g-sub-ca-2' : 'csms-root');

/** What a scenario can have made of a CSR: `<certificate for $csr>`. */
export const ISSUED: Readonly<Record<string, Authority>> = {
  certificate: 'csms-root',
  'unrelated certificate': 'csms-root-unrelated',
  'V2G certificate': 'v2g-sub-ca-2',
};
