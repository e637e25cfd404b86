import { constants, createPrivateKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';

/**
 * Signs a firmware file (L01.FR.04): RSA-PSS or ECDSA, whichever the key is for, over the SHA-256 hash of the file.
 * @param key PEM of the private key
 * @returns the signature in base64, as UpdateFirmwareRequest carries it
 */
export const signFirmware = (firmware: Uint8Array, key: string): string =>
  sign('sha256', firmware, withPadding(createPrivateKey(key))).toString('base64');

/** @returns whether `signature` (base64) was made over the firmware with the key that `certificate` (PEM) certifies */
export const firmwareSignatureFits = (firmware: Uint8Array, signature: string, certificate: string): boolean =>
  verify('sha256', firmware, withPadding(new X509Certificate(certificate).publicKey), Buffer.from(signature, 'base64'));

const withPadding = (key: KeyObject) => ({
  key,
  ...(key.asymmetricKeyType === 'rsa'
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : { dsaEncoding: 'der' as const }),
});
