/** Cipher suites that requirements name, by their code point, as IANA writes them. */
const NAMES: Readonly<Record<number, string>> = {
  59: 'TLS_RSA_WITH_NULL_SHA256',
  156: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
  157: 'TLS_RSA_WITH_AES_256_GCM_SHA384',
  4865: 'TLS_AES_128_GCM_SHA256',
  4866: 'TLS_AES_256_GCM_SHA384',
  4867: 'TLS_CHACHA20_POLY1305_SHA256',
  49195: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  49196: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  49199: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  49200: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
};

/** The name of a cipher suite; `0xc0ac` for one that no requirement names. */
export const suiteName = (code: number): string => NAMES[code] ?? `0x${code.toString(16).padStart(4, '0')}`;

/** What OpenSSL calls the suites of A00.FR.318, and one that nobody may use (A00.FR.320). */
const OPENSSL: Readonly<Record<string, string>> = {
  TLS_RSA_WITH_AES_128_GCM_SHA256: 'AES128-GCM-SHA256',
  TLS_RSA_WITH_AES_256_GCM_SHA384: 'AES256-GCM-SHA384',
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 'ECDHE-ECDSA-AES128-GCM-SHA256',
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 'ECDHE-ECDSA-AES256-GCM-SHA384',
  TLS_RSA_WITH_NULL_SHA256: 'NULL-SHA256:@SECLEVEL=0',
};

/** @throws RangeError for a suite that is none of those */
export function opensslName(suite: string): string {
  const name = OPENSSL[suite];
  if (!name) throw new RangeError(`"${suite}" is not one of ${Object.keys(OPENSSL).join(', ')}`);
  return name;
}
