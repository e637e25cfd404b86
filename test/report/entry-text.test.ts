import { expect, test } from 'vitest';
import type { TlsFacts } from '../../src/ocpp/handshake.ts';
import { entryText } from '../../src/report/entry-text.ts';

const certificate = (commonName: string, issuer: string) => ({
  commonName,
  organization: 'O',
  issuer,
  serialNumber: '01',
  fingerprint256: 'AA',
  validFrom: '',
  validTo: '',
});
const COMMON = { seq: 1, at: 0, connection: 1 };
const TLS: TlsFacts = { version: 'TLSv1.2', cipher: 'TLS_RSA_WITH_AES_128_GCM_SHA256', serverName: 'csms.example' };

test('a refused attempt is told with all that is known of its TLS handshake', () => {
  const tls: TlsFacts = {
    ...TLS,
    peer: certificate('csms.example', 'sub-CA'),
    chain: [certificate('sub-CA', 'root')],
    alert: { name: 'unknown_ca', by: 'us' },
  };
  expect(entryText({ ...COMMON, kind: 'refused', refusal: { stage: 'tls', reason: 'unknown issuer', tls } })).toBe(
    'attempt to connect ended (tls): unknown issuer  TLSv1.2  TLS_RSA_WITH_AES_128_GCM_SHA256  for csms.example  ' +
      'certificate of csms.example, sub-CA, issued by root  alert unknown_ca sent by ocppspec',
  );
});

test('an alert of the peer is told as such, and a handshake without result says nothing', () => {
  const tls: TlsFacts = { version: null, cipher: null, serverName: null, alert: { name: 'protocol_version', by: 'peer' } };
  expect(entryText({ ...COMMON, kind: 'refused', refusal: { stage: 'tls', reason: 'too old', tls } })).toBe(
    'attempt to connect ended (tls): too old  alert protocol_version received',
  );
});

test('a connection is told with its TLS, and a refusal by HTTP with its status', () => {
  const upgrade = { path: '/CS001', offered: [], selected: 'ocpp2.0.1', status: 101, tls: TLS };
  expect(entryText({ ...COMMON, kind: 'connected', upgrade })).toBe(
    'connected  /CS001  ocpp2.0.1  TLSv1.2  TLS_RSA_WITH_AES_128_GCM_SHA256  for csms.example',
  );
  const refused = { ...upgrade, status: 401 };
  expect(entryText({ ...COMMON, kind: 'refused', refusal: { stage: 'upgrade', reason: 'refuse', upgrade: refused } })).toBe(
    'attempt to connect ended (upgrade): refuse  HTTP status 401  TLSv1.2  TLS_RSA_WITH_AES_128_GCM_SHA256  for csms.example',
  );
});

test('an upload that failed is told with its reason', () => {
  expect(entryText({ ...COMMON, kind: 'upload-failed', url: 'https://x:1', reason: 'http request' })).toBe(
    'no upload at https://x:1: http request',
  );
});
