import { type KeyObject, X509Certificate } from 'node:crypto';
import type { SignCertificateRequest } from '../ocpp/generated/messages.ts';
import { readCsr } from '../pki/read-csr.ts';
import { curveBits, strengthOf } from '../pki/strength.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { requestIn } from './violations.ts';

const MIN_STRENGTH = 112;
/** ISO 15118 knows nothing but elliptic curves of at least this many bits. */
const MIN_CURVE = 256;
/** A station asks for few certificates; a flood of them is another rule's business. */
const MOST_KEYS = 100;

/** Certificates that a station asks for, and what it is sent (A02, A03). */
export const certificateSigning: Rule = (report) => {
  const stations = new PerStation<KeyObject[]>(() => []);

  function asked(entry: FrameEntry, { csr, certificateType }: SignCertificateRequest, keys: KeyObject[]): void {
    const common = { party: 'station', pointer: '/csr', entries: [entry] } as const;
    const read = readCsr(csr);
    if (!read?.signed) {
      const actual = read ? 'it was signed with another key than its own' : 'something else';
      if (!entry.deliberate)
        report(finding('csr-malformed', { ...common, expected: 'a PEM text of a CSR that its own key has signed', actual }));
      if (!read) return;
    }
    keys.push(read.publicKey);
    if (keys.length > MOST_KEYS) keys.shift();
    const wrong = objectionTo(read.publicKey, certificateType);
    if (wrong && !entry.deliberate) report(finding('csr-key-weak', { ...common, ...wrong }));
  }

  function sent(entry: FrameEntry, chain: string, keys: readonly KeyObject[]): void {
    // What was asked for before the trace began is not known.
    if (entry.deliberate || keys.length === 0) return;
    const key = keyOf(chain);
    if (key && keys.some((one) => one.equals(key))) return;
    const actual = key ? 'a certificate for another key' : 'something that is no certificate';
    const common = { party: 'csms', pointer: '/certificateChain', entries: [entry] } as const;
    report(finding('certificate-not-for-csr', { ...common, expected: 'a certificate for a key that the station has asked for', actual }));
  }

  return {
    messages: ['SignCertificate', 'CertificateSigned'],
    see(entry) {
      const keys = stations.of(entry);
      if (entry.kind !== 'frame') return;
      const sign = requestIn(entry, 'SignCertificate');
      if (sign && entry.from === 'station') asked(entry, sign, keys);
      const signed = requestIn(entry, 'CertificateSigned');
      if (signed && entry.from === 'csms') sent(entry, signed.certificateChain, keys);
    },
  };
};

function objectionTo(key: KeyObject, type: SignCertificateRequest['certificateType']): { expected: string; actual: string } | undefined {
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  const bits = curveBits(key) ?? asymmetricKeyDetails?.modulusLength;
  const actual = `${asymmetricKeyType}${bits === undefined ? '' : ` with ${bits} bits`}`;
  if (type === 'V2GCertificate' && asymmetricKeyType !== 'rsa' && (curveBits(key) ?? MIN_CURVE) >= MIN_CURVE) return undefined;
  if (type === 'V2GCertificate') return { expected: `a key on an elliptic curve of at least ${MIN_CURVE} bits`, actual };
  if ((strengthOf(key) ?? MIN_STRENGTH) >= MIN_STRENGTH) return undefined;
  return { expected: 'RSA or DSA with at least 2048 bits, or an elliptic curve with at least 224 bits', actual };
}

function keyOf(chain: string): KeyObject | undefined {
  try {
    return new X509Certificate(chain).publicKey;
  } catch {
    return undefined;
  }
}
