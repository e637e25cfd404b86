import { X509Certificate } from 'node:crypto';
import type { CertificateHashDataType } from '../ocpp/generated/messages.ts';
import { hashData } from '../pki/hash-data.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** More roots than any station has room for. */
const MOST_ROOTS = 100;

/** A station names a root that it was given in this trace by the hashes of that root (M03.FR.04). */
export const certificateHashes: Rule = (report) => {
  const stations = new PerStation<Map<string, string>>(() => new Map());

  function told(entry: FrameEntry, hashes: CertificateHashDataType, at: number, roots: ReadonlyMap<string, string>): void {
    const pem = roots.get(numberOf(hashes.serialNumber));
    if (pem === undefined) return;
    const right = hashData(pem, pem, hashes.hashAlgorithm);
    for (const field of ['issuerNameHash', 'issuerKeyHash'] as const) {
      if (hashes[field].toLowerCase() === right[field]) continue;
      const pointer = `/certificateHashDataChain/${at}/certificateHashData/${field}`;
      const expected = `${right[field]}, as it is that of the root with this number which was installed`;
      report(finding('certificate-hash-data', { party: 'station', pointer, entries: [entry], expected, actual: hashes[field] }));
    }
  }

  return {
    messages: ['InstallCertificate', 'GetInstalledCertificateIds'],
    see(entry) {
      const roots = stations.of(entry);
      if (entry.kind !== 'frame' || entry.from !== 'station') return;
      const call = callOf(entry);
      const installed = call && requestIn(call, 'InstallCertificate')?.certificate;
      if (installed && responseIn(entry, 'InstallCertificate')?.status === 'Accepted' && roots.size < MOST_ROOTS) note(roots, installed);
      if (entry.deliberate) return;
      const chains = responseIn(entry, 'GetInstalledCertificateIds')?.certificateHashDataChain ?? [];
      for (const [at, { certificateHashData }] of chains.entries()) told(entry, certificateHashData, at, roots);
    },
  };
};

/** Only of a root that signed itself it is known here who issued it. */
function note(roots: Map<string, string>, pem: string): void {
  try {
    const certificate = new X509Certificate(pem);
    if (certificate.checkIssued(certificate)) roots.set(numberOf(certificate.serialNumber), pem);
  } catch {
    // What is no certificate is the business of cases.
  }
}

const numberOf = (serialNumber: string): string => serialNumber.toLowerCase().replace(/^0+(?=.)/, '');
