import type { Inspection, Located } from './inspection.ts';

/** An inspection for people. */
export function inspectionText({ file, kind, privateKeys, certificates, csrs, objections }: Inspection): string {
  const holds = [counted(certificates.length, 'certificate'), counted(csrs.length, 'CSR'), counted(privateKeys, 'private key')].filter(
    Boolean,
  );
  return [
    `${file}: ${kind}, ${holds.join(', ')}`,
    ...certificates.flatMap((one, index) => ['', `certificate ${index + 1}`, ...certificateLines(one)]),
    ...csrs.flatMap((one, index) => ['', `CSR ${index + 1}`, ...csrLines(one)]),
    '',
    ...(objections.length > 0 ? objections.map(objectionLine) : ['nothing is wrong with what was looked at']),
    '',
  ].join('\n');
}

const counted = (count: number, what: string): string | undefined =>
  count === 0 ? undefined : `${count} ${what}${count === 1 ? '' : 's'}`;

const line = (label: string, value: string): string => `  ${label.padEnd(15)} ${value}`;

function certificateLines(facts: Inspection['certificates'][number]): string[] {
  const { hashData } = facts;
  return [
    line('subject', facts.subject),
    line('issuer', facts.selfIssued ? 'itself' : facts.issuer),
    line('serial number', facts.serialNumber),
    line('valid', `${facts.from.toISOString()} to ${facts.to.toISOString()}`),
    line('key', `${facts.key}${facts.strength === undefined ? '' : `, as strong as ${facts.strength} bits`}`),
    line('signed with', facts.signature),
    line('authority', facts.authority ? 'yes' : 'no'),
    line('key usage', facts.keyUsages?.join(', ') ?? 'none'),
    ...(facts.extendedKeyUsages ? [line('extended usage', facts.extendedKeyUsages.join(', '))] : []),
    line('subjectAltName', facts.alternatives.join(', ') || 'none'),
    ...(facts.responders.length > 0 ? [line('OCSP', facts.responders.join(', '))] : []),
    line('PEM', `${facts.size} characters`),
    ...(hashData?.flatMap((data) => [
      line(data.hashAlgorithm, `issuerNameHash ${data.issuerNameHash}`),
      line('', `issuerKeyHash ${data.issuerKeyHash}`),
      line('', `serialNumber ${data.serialNumber}`),
    ]) ?? [line('hash data', 'needs the certificate of the issuer: --issuer')]),
  ];
}

const csrLines = ({ subject, key, strength, signed }: Inspection['csrs'][number]): string[] => [
  line('subject', subject),
  line('key', `${key}${strength === undefined ? '' : `, as strong as ${strength} bits`}`),
  line('signed', signed ? 'with its own key' : 'not with its own key'),
];

const objectionLine = ({ level, requirement, certificate, csr, what }: Located): string => {
  const place = certificate === undefined ? (csr === undefined ? '' : `CSR ${csr}: `) : `certificate ${certificate}: `;
  return `${level === 'must' ? '✗' : '!'} ${requirement.padEnd(10)} ${place}${what}`;
};
