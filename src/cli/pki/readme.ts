import { ABOUT } from '../../pki/about.ts';
import { CREDENTIAL_NAMES } from '../../pki/credentials.ts';
import { BAD, FLAWS } from '../../pki/flaws.ts';
import type { PkiSettings } from '../../pki/settings.ts';

export const TITLE = 'Test PKI of ocppspec';

/** What a directory of a PKI says of itself. */
export function readmeFor({ identity, serialNumber, hosts, organization, emaid, key, days }: PkiSettings): string {
  const width = Math.max(...CREDENTIAL_NAMES.map((name) => name.length)) + '.pem'.length;
  return `${TITLE}

For tests only: trust none of this anywhere else.

Made for station ${identity} with serial number ${serialNumber}, contract ${emaid},
CSMS ${hosts.join(', ')}, organization ${organization};
keys ${key}, ${days} days.

<name>.pem       the certificate, followed by what lies between it and its root
keys/<name>.pem  private key and certificate, for their owner only
pki.json         what the PKI was made for

${CREDENTIAL_NAMES.map((name) => `${`${name}.pem`.padEnd(width)}  ${aboutOf(name)}`).join('\n')}

\`ocppspec pki bad --list\` lists more bad certificates, which are made on request.
`;
}

/** What a certificate is for; of a bad one, what is wrong with it. */
export function aboutOf(name: (typeof CREDENTIAL_NAMES)[number]): string {
  const bad = BAD.get(name);
  return bad && ABOUT[name] === 'bad' ? `bad: ${FLAWS[bad.flaw]}` : ABOUT[name];
}
