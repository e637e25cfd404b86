import type { OCSPRequestDataType } from '../ocpp/generated/messages.ts';
import type { CredentialName } from '../pki/credentials.ts';
import { type CertificateHashData, hashData } from '../pki/hash-data.ts';
import type { Credential, TestPki } from '../pki/test-pki.ts';
import { OcspServer } from './ocsp-server.ts';

/** The names of what a station says of a contract to a CSMS that asks whether it has been revoked. */
export const CONTRACT_NAMES = [
  'contract hash data',
  'contract certificate chain',
  'V2G sub-CA 1 OCSP data',
  'V2G sub-CA 2 OCSP data',
] as const;
export type ContractName = (typeof CONTRACT_NAMES)[number];

/** How a CSMS names the customer with the contract of the test PKI. */
export const customerCertificate = (pki: TestPki): CertificateHashData =>
  hashData(pki.credential('contract').certificate, pki.credential('mo-sub-ca').certificate, 'SHA256');

/** A contract whose certificate names a responder of ours. */
export class ContractUnderWatch {
  readonly responder = new OcspServer();
  readonly #publicHost: string | undefined;
  #issued: Promise<{ contract: Credential; url: string }> | undefined;

  constructor(publicHost: string | undefined) {
    this.#publicHost = publicHost;
  }

  async find(name: ContractName, pki: TestPki): Promise<string | OCSPRequestDataType | OCSPRequestDataType[]> {
    this.#issued ??= this.#issue(pki);
    const { contract, url } = await this.#issued;
    if (name === 'contract certificate chain') return contract.chain;
    if (name === 'V2G sub-CA 1 OCSP data') return dataOf(pki, 'v2g-sub-ca-1', 'v2g-root', url);
    if (name === 'V2G sub-CA 2 OCSP data') return dataOf(pki, 'v2g-sub-ca-2', 'v2g-sub-ca-1', url);
    const [authority, root] = [pki.credential('mo-sub-ca').certificate, pki.credential('mo-root').certificate];
    return [
      { ...hashData(contract.certificate, authority, 'SHA256'), responderURL: url },
      { ...hashData(authority, root, 'SHA256'), responderURL: url },
    ];
  }

  close(): void {
    if (this.#issued) this.responder.close();
  }

  async #issue(pki: TestPki): Promise<{ contract: Credential; url: string }> {
    const url = await this.responder.listen(this.#publicHost);
    const contract = await pki.withResponder('contract', url);
    this.responder.watch([
      { certificate: contract.certificate, issuer: pki.credential('mo-sub-ca') },
      { certificate: pki.credential('mo-sub-ca').certificate, issuer: pki.credential('mo-root') },
      { certificate: pki.credential('v2g-sub-ca-1').certificate, issuer: pki.credential('v2g-root') },
      { certificate: pki.credential('v2g-sub-ca-2').certificate, issuer: pki.credential('v2g-sub-ca-1') },
    ]);
    return { contract, url };
  }
}

/** What a station says of a certificate to have it looked up. */
const dataOf = (pki: TestPki, certificate: CredentialName, issuer: CredentialName, responderURL: string): OCSPRequestDataType => ({
  ...hashData(pki.credential(certificate).certificate, pki.credential(issuer).certificate, 'SHA256'),
  responderURL,
});
