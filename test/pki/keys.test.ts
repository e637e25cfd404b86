import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashData } from '../../src/pki/hash-data.ts';
import { issue } from '../../src/pki/issue.ts';
import type { KeyKind } from '../../src/pki/keys.ts';
import { certificateId, ocspResponse, readOcspResponse } from '../../src/pki/ocsp.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { openssl, testPki } from './kit.ts';

const period = (): [Date, Date] => [new Date(Date.now() - 1e6), new Date(Date.now() + 1e9)];
const base = { organization: 'CSO', alternatives: [], days: 1, period: 'valid' } as const;

/** A root and what it signs, with their files. */
async function chainOf(key: KeyKind) {
  const root = await issue({ ...base, commonName: `root ${key}`, usage: 'authority', key }, undefined, period());
  const leaf = await issue({ ...base, commonName: 'SN-1', usage: 'tls', key }, root, period());
  const directory = temporaryDirectory();
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  return { root, leaf, file, rootFile: file('root.pem', root.certificate), leafFile: file('leaf.pem', leaf.certificate) };
}

/** issuerNameHash and issuerKeyHash with SHA-256, of what openssl cuts out of a certificate by itself. */
function opensslHashes(issuer: string): string[] {
  const whole = new X509Certificate(readFileSync(issuer)).raw;
  const lines = openssl('asn1parse', '-in', issuer).split('\n');
  const place = (line = '') => (/^ *(\d+):d=\d+ +hl=(\d+) l= *(\d+)/.exec(line) ?? []).slice(1).map(Number) as [number, number, number];
  // The subject is the fourth SEQUENCE of the signed part, after algorithm, issuer and validity.
  const [at, head, length] = place(lines.filter((line) => /d=2 .*cons: SEQUENCE/.test(line))[3]);
  const [bitsAt, bitsHead, bitsLength] = place(lines.find((line) => /d=3 .*BIT STRING/.test(line)));
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return [sha256(whole.subarray(at, at + head + length)), sha256(whole.subarray(bitsAt + bitsHead + 1, bitsAt + bitsHead + bitsLength))];
}

test.each<[KeyKind, string, string]>([
  ['ecdsa-p256', 'ASN1 OID: prime256v1', 'ecdsa-with-SHA256'],
  ['ecdsa-p384', 'ASN1 OID: secp384r1', 'ecdsa-with-SHA384'],
  // RSA-PSS, as A00.FR.505 has it.
  ['rsa-2048', 'Public-Key: (2048 bit)', 'rsassaPss'],
])('openssl trusts a chain of %s keys, and computes the same hash data', async (kind, key, signature) => {
  const { root, leaf, rootFile, leafFile } = await chainOf(kind);
  expect(openssl('verify', '-x509_strict', '-auth_level', '2', '-CAfile', rootFile, leafFile)).toContain('OK');
  const text = openssl('x509', '-in', leafFile, '-noout', '-text');
  expect(text).toContain(key);
  expect(text).toContain(`Signature Algorithm: ${signature}`);
  const [issuerNameHash, issuerKeyHash] = opensslHashes(rootFile);
  expect(hashData(leaf.certificate, root.certificate, 'SHA256')).toMatchObject({ issuerNameHash, issuerKeyHash });
  expect(hashData(leaf.certificate, root.certificate, 'SHA256').serialNumber).toBe(
    openssl('x509', '-in', leafFile, '-noout', '-serial')
      .trim()
      .replace(/^serial=0*/, '')
      .toLowerCase(),
  );
});

test.each<KeyKind>(['ecdsa-p384', 'rsa-2048'])('openssl verifies an OCSP response that an authority with %s signs', async (kind) => {
  const { root, leaf, file, rootFile, leafFile } = await chainOf(kind);
  const id = certificateId(leaf.certificate, root.certificate, 'SHA256');
  const der = ocspResponse([{ id, status: 'revoked' }], root, Date.now());
  const said = openssl('ocsp', '-respin', file('answer.der', der), '-issuer', rootFile, '-sha256', '-cert', leafFile, '-CAfile', rootFile);
  expect(said).toContain('leaf.pem: revoked');
  expect(readOcspResponse(der, id)).toBe('revoked');
});

test('openssl lets the OCSP responder of the PKI answer for what the root has signed, and for nothing else', async () => {
  const pki = await testPki();
  const directory = temporaryDirectory();
  const answer = join(directory, 'answer.der');
  const ask = (name: 'csms-server' | 'contract', issuer: 'csms-root' | 'mo-sub-ca', root: 'csms-root' | 'mo-root') => {
    const files = [name, issuer, root].map((of) => {
      writeFileSync(join(directory, `${of}.pem`), pki.credential(of as 'csms-root').certificate);
      return join(directory, `${of}.pem`);
    }) as [string, string, string];
    const id = certificateId(pki.credential(name).certificate, pki.credential(issuer).certificate, 'SHA256');
    writeFileSync(answer, ocspResponse([{ id, status: 'good' }], pki.credential('ocsp-responder'), Date.now()));
    return openssl('ocsp', '-respin', answer, '-issuer', files[1], '-sha256', '-cert', files[0], '-CAfile', files[2]);
  };
  expect(ask('csms-server', 'csms-root', 'csms-root')).toContain('csms-server.pem: good');
  expect(() => ask('contract', 'mo-sub-ca', 'mo-root')).toThrow(/verif/i);
});
