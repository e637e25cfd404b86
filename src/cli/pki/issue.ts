import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from '../../pki/certify.ts';
import { allNames } from '../../pki/credentials.ts';
import { CredentialStore } from '../../pki/store.ts';
import { nearest } from '../../scenario/nearest.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from '../command.ts';
import { authorityIn } from './authority.ts';
import { directoryOf, settingsIn, shown, withFiles } from './directory.ts';
import { KINDS, type Kind } from './kinds.ts';
import { commonNameIn, forCsr, withNewKey } from './order.ts';
import { bundlePassword, daysOf, hostsOf, keyKind, NO_PASSWORD, nameOf } from './values.ts';

/** Issues one certificate, with a new key or for a CSR. */
export async function run(options: OptionValues, [kind, ...more]: readonly string[]): Promise<ExitCode> {
  const known = Object.keys(KINDS);
  if (kind === undefined || more.length > 0) throw new UsageError(`usage: ocppspec pki issue ${known.join('|')} [options]`);
  if (!Object.hasOwn(KINDS, kind)) throw new UsageError(`there is no kind "${kind}"${nearest(kind, known)}; there are ${known.join(', ')}`);
  const { ca, hosts: isEndpoint } = KINDS[kind] as Kind;
  const hosts = hostsOf(options.host);
  if (hosts.length > 0 && !isEndpoint) throw new UsageError(`--host is for a server, not for ${kind}`);
  const csr = await csrOf(options);
  const bundle = await bundleOf(options);
  const directory = directoryOf(options.dir);
  const settings = settingsIn(directory);
  const issuer = await withFiles(() => authorityIn(directory, String(options.ca ?? ca)));
  const order = {
    ...{ kind: KINDS[kind] as Kind, settings, issuer, hosts },
    commonName: nameOf('common-name', options['common-name']),
    organization: nameOf('organization', options.organization),
    key: keyKind(options.key),
    days: daysOf(options.days),
  };
  const issued: Pick<Issued, 'certificate'> & Partial<Issued> =
    csr === undefined ? await withNewKey(order) : { certificate: await forCsr(order, csr, String(options.csr)) };
  const chain = issued.certificate + issuer.above;
  const commonName = commonNameIn(issued.certificate);
  const name = fileName(options.name, `${kind}-${commonName}`);
  const files = await withFiles(() => write(directory, name, chain, issued, options.force === true));
  const { key } = issued;
  if (bundle && key !== undefined) files.push(await withFiles(() => writeBundle(bundle, key, chain)));
  process.stdout.write(
    `${kind} certificate "${commonName}", signed by ${issuer.name}\n${files.map((file) => `  ${shown(file)}\n`).join('')}`,
  );
  return EXIT.conforms;
}

/** Whoever asks has chosen key and subject. @throws UsageError */
async function csrOf(options: OptionValues): Promise<string | undefined> {
  if (options.csr === undefined) return undefined;
  const beside = ['common-name', 'organization', 'key', 'p12'].find((option) => options[option] !== undefined);
  if (beside) throw new UsageError(`--${beside} does not go with --csr, which comes with a key and a subject of its own`);
  return withFiles(() => readFileSync(String(options.csr), 'utf8'));
}

interface Bundle {
  file: string;
  password: string;
}

/** @throws UsageError */
async function bundleOf(options: OptionValues): Promise<Bundle | undefined> {
  if (options.p12 === undefined) return undefined;
  const [file, password] = [String(options.p12), await bundlePassword(options)];
  if (password === undefined) throw new UsageError(NO_PASSWORD);
  if (existsSync(file) && options.force !== true) throw new UsageError(`${shown(file)} is there already; --force writes over it`);
  return { file, password };
}

async function writeBundle({ file, password }: Bundle, key: string, chain: string): Promise<string> {
  const { writePkcs12 } = await import('../../pki/pkcs12.ts');
  writeFileSync(file, writePkcs12(key, chain.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [], password), { mode: 0o600 });
  return file;
}

/** The names of the PKI itself are taken: what is called so would be made anew. @throws UsageError */
function fileName(asked: OptionValues[string], usual: string): string {
  const name = String(asked ?? usual.replace(/[^A-Za-z0-9._-]+/g, '_'));
  if (!/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name))
    throw new UsageError(`--name is made of letters, digits, ".", "_" and "-", not "${name}"`);
  if (allNames().includes(name)) throw new UsageError(`${name} is part of the PKI itself; --name is another name`);
  return name;
}

/** @returns the files. @throws UsageError */
function write(directory: string, name: string, chain: string, { certificate, key }: Partial<Issued>, force: boolean): string[] {
  const [chainFile, keyFile] = [join(directory, `${name}.pem`), join(directory, 'keys', `${name}.pem`)];
  const there = [chainFile, keyFile].filter((file) => existsSync(file));
  if (there.length > 0 && !force)
    throw new UsageError(
      `${there.map(shown).join(' and ')} ${there.length > 1 ? 'are' : 'is'} there already; --force writes over it, --name is another name`,
    );
  const store = new CredentialStore(directory);
  store.writeChain(name, chain);
  if (key === undefined || certificate === undefined) return [chainFile];
  store.write(name, { key, certificate }, true);
  return [chainFile, keyFile];
}
