import { createPrivateKey, sign } from 'node:crypto';
import forge from 'node-forge';

const { asn1 } = forge;
const { Class, Type } = asn1;

/** A certificate taken apart: what is signed, how, and the signature. */
type Parts = [tbs: forge.asn1.Asn1, algorithm: forge.asn1.Asn1, signature: forge.asn1.Asn1];

/** @returns the certificate with one bit of its signature wrong. @param certificate PEM */
export function withBrokenSignature(certificate: string): string {
  const parts = partsOf(certificate);
  const [, , signature] = parts;
  const bits = String(signature.value);
  signature.value = bits.slice(0, -1) + String.fromCharCode(bits.charCodeAt(bits.length - 1) ^ 1);
  return pemOf(parts);
}

/** @returns the certificate with a signature made with SHA-1. @param key PEM of the key of its issuer */
export function withWeakSignature(certificate: string, key: string): string {
  const [tbs, , signature] = partsOf(certificate);
  const signer = createPrivateKey(key);
  const algorithm = sha1With(signer.asymmetricKeyType === 'rsa');
  // After version and serial number.
  (tbs.value as forge.asn1.Asn1[])[2] = algorithm;
  const bytes = sign('sha1', Buffer.from(asn1.toDer(tbs).getBytes(), 'latin1'), signer);
  signature.value = `\0${bytes.toString('latin1')}`;
  return pemOf([tbs, algorithm, signature]);
}

function partsOf(certificate: string): Parts {
  const { body } = forge.pem.decode(certificate)[0] as forge.pem.ObjectPEM;
  // A signature by an elliptic curve key is DER in a BIT STRING, and stays as it is.
  const whole = asn1.fromDer(forge.util.createBuffer(body), { decodeBitStrings: false } as never);
  return whole.value as Parts;
}

function pemOf(parts: Parts): string {
  const der = asn1.toDer(asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts)).getBytes();
  return forge.pem.encode({ type: 'CERTIFICATE', body: der }, { maxline: 64 }).replaceAll('\r', '');
}

function sha1With(rsa: boolean): forge.asn1.Asn1 {
  const oid = asn1.oidToDer(rsa ? '1.2.840.113549.1.1.5' : '1.2.840.10045.4.1').getBytes();
  const fields = [asn1.create(Class.UNIVERSAL, Type.OID, false, oid)];
  if (rsa) fields.push(asn1.create(Class.UNIVERSAL, Type.NULL, false, ''));
  return asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, fields);
}
