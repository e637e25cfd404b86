import { KEY_KINDS } from '../../pki/keys.ts';
import type { CommandDescription } from '../command.ts';

const text = (value: string, help: string) => ({ type: 'string' as const, value, help });
const list = (value: string, help: string) => ({ type: 'string' as const, multiple: true, value, help });
const flag = (help: string) => ({ type: 'boolean' as const, help });

const dir = text('directory', 'where the PKI is; certs unless given');
const key = (help: string) => text(KEY_KINDS.join('|'), help);
const passwords = {
  'password-env': text('NAME', 'environment variable with the password of a PKCS#12 bundle; OCPPSPEC_P12_PASSWORD unless given'),
  'password-file': text('file', 'file with that password'),
};

/** What `ocppspec pki` can do. */
export const PKI_COMMANDS: Readonly<Record<string, CommandDescription>> = {
  init: {
    summary: 'make a whole PKI: roots, authorities, and certificates for CSMS, station, firmware and contracts',
    usage: 'ocppspec pki init [options]',
    options: {
      dir,
      config: text('file', 'take identity, serialNumber, publicHost, organization and pkiDirectory from this configuration'),
      key: key('kind of keys; ecdsa-p256 unless given'),
      host: list('name', 'name or address of the CSMS, the FQDN first; may be given more than once'),
      identity: text('CS001', 'identity of the station'),
      'serial-number': text('SN-0001', 'serial number of the station, the common name of its certificate'),
      organization: text('name', 'the CSO, who owns the certificates'),
      emaid: text('DEOCSC12345678A', 'contract of the EV'),
      days: text('n', 'how long certificates are valid; 365 unless given'),
      force: flag('make anew what does not fit these options'),
    },
    load: () => import('./init.ts'),
  },
  issue: {
    summary: 'issue one certificate: server, client, v2g, firmware-signing, contract, ocsp-responder or sub-ca',
    usage: 'ocppspec pki issue kind [options]',
    options: {
      dir,
      ca: text('name', 'authority that signs it, as its file is called; that of its kind unless given'),
      csr: text('file', 'certify the key of this certificate signing request, for the subject that it names'),
      'common-name': text('name', 'common name; what the kind calls for unless given'),
      organization: text('name', 'organization; that of the PKI unless given'),
      host: list('name', 'name or address in subjectAltName, for a server with several; the first is its common name'),
      key: key('kind of its key; that of the PKI unless given'),
      days: text('n', 'how long it is valid; as long as the others of the PKI unless given'),
      name: text('name', 'what its files are called'),
      p12: text('file', 'also write a PKCS#12 bundle of key and chain'),
      ...passwords,
      force: flag('write over files that are there'),
    },
    operands: true,
    load: () => import('./issue.ts'),
  },
  inspect: {
    summary: 'show what is in a file of certificates, a CSR or a PKCS#12 bundle, and what is wrong with it',
    usage: 'ocppspec pki inspect file [options]',
    options: {
      identity: text('CS001', 'whose certificate the first one should be: identity of the station'),
      'serial-number': text('SN-0001', 'whose certificate the first one should be: serial number of the station'),
      host: list('name', 'whose certificate the first one should be: name of the CSMS, the FQDN first'),
      issuer: list('file', 'certificate of an authority that is not in the file; may be given more than once'),
      ...passwords,
      json: flag('as JSON'),
    },
    operands: true,
    load: () => import('./inspect.ts'),
  },
  bad: {
    summary: 'write a deliberately bad certificate with its key, or all of them',
    usage: 'ocppspec pki bad name|all [options]',
    options: {
      dir,
      out: text('directory', 'where they go; bad in the directory of the PKI unless given'),
      list: flag('list the names, and what is wrong'),
      json: flag('list as JSON'),
      force: flag('write over files that are there'),
    },
    operands: true,
    load: () => import('./bad.ts'),
  },
};
