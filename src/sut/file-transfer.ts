import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { TestPki } from '../pki/test-pki.ts';
import type { ServerTls } from '../wire/server.ts';
import type { SecurityProfile, SutConfig } from './config.ts';
import { serverTls } from './simulators.ts';

/** How files travel between a station and ocppspec; `untrusted` is HTTPS with a certificate that nobody vouches for. */
export type FileScheme = 'http' | 'https' | 'untrusted';

/** Reads a variable of the station under test; undefined where it has none. */
export type ReadVariable = (variable: string) => Promise<string | undefined>;

interface Situation {
  config: SutConfig;
  securityProfile: SecurityProfile;
  pki: () => Promise<TestPki>;
  /** By which the station reaches ocppspec. */
  host: string;
  /** Absent where no station is under test: nobody can be asked what it can do. */
  read?: ReadVariable | undefined;
}

/**
 * HTTPS as soon as the station talks to its CSMS by TLS, can fetch and send files so (FileTransferProtocols), and finds in
 * our certificate the host that it is sent to; the configuration may want something else.
 */
export async function usualScheme({ config, securityProfile, pki, host, read }: Situation): Promise<'http' | 'https'> {
  if (config.fileTransfer) return config.fileTransfer;
  if (securityProfile === 1 || !read) return 'http';
  const protocols = await read('OCPPCommCtrlr.FileTransferProtocols');
  const isAble = protocols?.split(',').some((protocol) => protocol.trim() === 'HTTPS');
  return isAble && isFor(fileTls('https', await pki(), config), host) ? 'https' : 'http';
}

function isFor({ cert }: ServerTls = {}, host: string): boolean {
  const certificate = new X509Certificate(String([cert].flat()[0]));
  return (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined;
}

/** What a file server shows: the certificate of the CSMS, whose chain every station has to know (N01.FR.15). */
export function fileTls(scheme: FileScheme, pki: TestPki, config: SutConfig): ServerTls | undefined {
  if (scheme === 'http') return undefined;
  if (scheme === 'https') return serverTls(pki, config);
  const { chain, key } = pki.credential('csms-server-unrelated-root');
  return { cert: chain, key };
}
