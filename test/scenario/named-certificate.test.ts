import { expect, test } from 'vitest';
import { hashData } from '../../src/pki/hash-data.ts';
import { same } from '../../src/scenario/matcher.ts';
import { NamedCertificate } from '../../src/scenario/named-certificate.ts';
import { testPki } from '../pki/kit.ts';

const pki = await testPki();
const [root, sub, other] = (['v2g-root', 'v2g-sub-ca-1', 'v2g-sub-ca-2'] as const).map((name) => pki.credential(name).certificate) as [
  string,
  string,
  string,
];

test.each(['SHA256', 'SHA384', 'SHA512'] as const)('hash data with %s names a certificate, in whatever case', (algorithm) => {
  const told = hashData(sub, root, algorithm);
  const named = new NamedCertificate(sub, [root]);
  expect(same(named, told)).toBe(true);
  expect(same(named, { ...told, serialNumber: told.serialNumber.toUpperCase(), responderURL: 'http://127.0.0.1/' })).toBe(true);
});

test('hash data of another certificate, with another issuer or with a wrong part does not', () => {
  const named = new NamedCertificate(sub, [root]);
  const told = hashData(sub, root, 'SHA256');
  for (const wrong of [
    hashData(other, sub, 'SHA256'),
    hashData(sub, other, 'SHA256'),
    { ...told, hashAlgorithm: 'SHA384' },
    'text',
    undefined,
  ])
    expect(same(named, wrong)).toBe(false);
});

test('what is told has the algorithm that is asked for, SHA256 unless one is', () => {
  expect({ ...new NamedCertificate(sub, [root]) }).toEqual(hashData(sub, root, 'SHA256'));
  const named = new NamedCertificate(sub, [root], 'SHA512');
  expect({ ...named }).toEqual(hashData(sub, root, 'SHA512'));
  expect(same(named, hashData(sub, root, 'SHA256'))).toBe(false);
});
