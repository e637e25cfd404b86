import type { TestPki } from '../pki/test-pki.ts';
import type { ServerTls } from '../wire/server.ts';
import type { SecurityProfile, SutConfig } from './config.ts';
import { serverTls } from './simulators.ts';

/** How files travel between a station and ocppspec; `untrusted` is HTTPS with a certificate that nobody vouches for. */
export type FileScheme = 'http' | 'https' | 'untrusted';

/** Reads a variable of the station under test; undefined where it has none. */
export type ReadVariable = (variable: string) => Promise<string | undefined>;

/**
 * HTTPS as soon as the station talks to its CSMS by TLS and can fetch and send files so (FileTransferProtocols); the
 * configuration may want something else.
 * @param read absent where no station is under test: nobody can be asked what it can do
 */
export async function usualScheme(config: SutConfig, securityProfile: SecurityProfile, read?: ReadVariable): Promise<'http' | 'https'> {
  if (config.fileTransfer) return config.fileTransfer;
  if (securityProfile === 1 || !read) return 'http';
  const protocols = await read('OCPPCommCtrlr.FileTransferProtocols');
  return protocols?.split(',').some((protocol) => protocol.trim() === 'HTTPS') ? 'https' : 'http';
}

/** What a file server shows: the certificate of the CSMS, whose chain every station has to know (N01.FR.15). */
export function fileTls(scheme: FileScheme, pki: TestPki, config: SutConfig): ServerTls | undefined {
  if (scheme === 'http') return undefined;
  return serverTls(pki, scheme === 'https' ? 'csms-server' : 'csms-server-unrelated-root', config);
}
