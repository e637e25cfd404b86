import { X509Certificate } from 'node:crypto';
import { type Bearer, certify, type Issued, type Said } from '../../pki/certify.ts';
import { DAYS } from '../../pki/credentials.ts';
import { validityOf } from '../../pki/fits.ts';
import { type KeyKind, makeKeys } from '../../pki/keys.ts';
import { readCsr } from '../../pki/read-csr.ts';
import type { PkiSettings } from '../../pki/settings.ts';
import { strengthOf } from '../../pki/strength.ts';
import { UsageError } from '../command.ts';
import { alternativesFor, type Kind } from './kinds.ts';

/** What is to be issued. */
export interface Order {
  kind: Kind;
  settings: PkiSettings;
  issuer: Issued;
  hosts: readonly string[];
  commonName: string | undefined;
  organization: string | undefined;
  key: KeyKind | undefined;
  days: number | undefined;
}

const saidIn = ({ kind, hosts, settings }: Order): Said => ({
  usage: kind.usage,
  alternatives: kind.hosts ? alternativesFor(hosts.length > 0 ? hosts : settings.hosts) : [],
  ...(kind.responder === undefined ? {} : { responder: kind.responder }),
});

const certifyFor = (order: Order, bearer: Bearer): Promise<string> =>
  certify(
    bearer,
    saidIn(order),
    order.issuer,
    validityOf({ period: 'valid', days: order.days ?? order.settings.days ?? DAYS }, Date.now()),
  );

/** A certificate with a key of its own. @throws UsageError */
export async function withNewKey(order: Order): Promise<Issued> {
  const { kind, settings, hosts, organization } = order;
  const commonName = order.commonName ?? (kind.hosts && hosts.length > 0 ? hosts[0] : kind.commonName(settings));
  if (commonName === undefined) throw new UsageError('--common-name says what the authority is called');
  const { publicKey, pem } = await makeKeys(order.key ?? settings.key);
  const subject = [{ O: [organization ?? settings.organization] }, { CN: [commonName] }];
  return { certificate: await certifyFor(order, { subject, publicKey }), key: pem };
}

/** A certificate for the key and the subject of a CSR. @param file what it is called in messages. @throws UsageError */
export async function forCsr(order: Order, csr: string, file: string): Promise<string> {
  const read = readCsr(csr);
  if (!read) throw new UsageError(`${file} is no certificate signing request in PEM`);
  if (!read.signed) throw new UsageError(`${file} is not signed with its own key, so nobody knows whose key it is`);
  if ((strengthOf(read.publicKey) ?? 0) < 112) throw new UsageError(`${file} has a key that is too weak (A00.FR.501)`);
  const { Pkcs10CertificateRequest } = await import('@peculiar/x509');
  const { subject, publicKey } = new Pkcs10CertificateRequest(csr);
  return certifyFor(order, { subject, publicKey });
}

/** @param certificate PEM */
export const commonNameIn = (certificate: string): string => /^CN=(.*)$/m.exec(new X509Certificate(certificate).subject)?.[1] ?? '';
