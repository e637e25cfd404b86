import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from '../../pki/certify.ts';
import { CredentialStore } from '../../pki/store.ts';
import { nearest } from '../../scenario/nearest.ts';
import { UsageError } from '../command.ts';
import { shown } from './directory.ts';

/** Who signs, and what a certificate by it has to be shown with: its own, unless it is a root. */
export interface SigningAuthority extends Issued {
  name: string;
  above: string;
}

/** An authority of the PKI by the name of its files; it may be one that somebody has put there. @throws UsageError */
export function authorityIn(directory: string, name: string): SigningAuthority {
  const keys = join(directory, 'keys');
  const known = existsSync(keys) ? readdirSync(keys).flatMap((file) => /^(.+)\.pem$/.exec(file)?.[1] ?? []) : [];
  if (!known.includes(name)) throw new UsageError(`there is no key "${name}" in ${shown(keys)}${nearest(name, known)}`);
  const store = new CredentialStore(directory);
  const found = store.read(name);
  if (!found) throw new UsageError(`${shown(join(keys, `${name}.pem`))} does not hold a private key and its certificate`);
  const read = new X509Certificate(found.certificate);
  if (!read.ca) throw new UsageError(`${name} is no authority, so it cannot sign certificates`);
  // The new root of M05.FR.10 is signed by another one, but trusted for itself.
  const isRoot = read.issuer === read.subject || name === 'csms-root-new';
  return { ...found, name, above: isRoot ? '' : (store.readChain(name) ?? found.certificate) };
}
