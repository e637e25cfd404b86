import { constants } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialName } from '../src/pki/credentials.ts';
import { TestPki } from '../src/pki/test-pki.ts';

/** What both ends of a connection with TLS show and trust, as PEM. */
export interface Certificates {
  server: { cert: string[]; key: string[]; ca: string[] };
  client: { cert: string; key: string; ca: string[] };
}

const SHOWN: readonly CredentialName[] = ['csms-server', 'csms-server-rsa'];

/** As in a run, no session is resumed. */
export const NO_TICKETS = { secureOptions: constants.SSL_OP_NO_TICKET } as const;

/** A test PKI of its own, made anew. */
export async function newCertificates(): Promise<Certificates> {
  const directory = mkdtempSync(join(tmpdir(), 'ocppspec-bench-'));
  try {
    const pki = await TestPki.load(directory, { identity: 'CS001', serialNumber: 'SN-0001', hosts: ['localhost', '127.0.0.1'] });
    const ca = [pki.credential('csms-root').certificate];
    const { chain: cert, key } = pki.credential('station-client');
    const shown = SHOWN.map((name) => pki.credential(name));
    return { server: { cert: shown.map(({ chain }) => chain), key: shown.map((one) => one.key), ca }, client: { cert, key, ca } };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
