import type { CredentialName } from '../pki/credentials.ts';
import type { TestPki } from '../pki/test-pki.ts';
import type { ServerTls } from '../wire/server.ts';

/**
 * What a TLS endpoint shows and trusts.
 * @param names the certificates it shows: by default one for the ECDSA and one for the RSA cipher suites (A00.FR.318)
 */
export function serverTls(pki: TestPki, names: readonly CredentialName[] = ['csms-server', 'csms-server-rsa']): ServerTls {
  const credentials = names.map((name) => pki.credential(name));
  return {
    key: credentials.map(({ key }) => key),
    cert: credentials.map(({ chain }) => chain),
    ca: [pki.credential('csms-root').certificate],
  };
}
