import { createHash, createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import forge from 'node-forge';

const { asn1, pki } = forge;
const { Class, Type } = asn1;
type Asn1 = forge.asn1.Asn1;

const ROUNDS = 100_000;
/** As many as openssl has: these are counted out in JavaScript. */
const MAC_ROUNDS = 2048;

/** What a bundle holds; PEM texts. */
export interface Bundle {
  /** The certificate of the key first, if there is a key. */
  certificates: string[];
  key?: string;
}

/**
 * Puts a key and its certificates into a PKCS#12 bundle (RFC 7292): the key encrypted with AES-256 (PBES2), all of it under
 * a MAC with SHA-256. Keys and certificates are taken as they are in DER, because node-forge knows no elliptic curves.
 * @param certificates the certificate of the key first; PEM
 * @param password ASCII, since programs do not agree on how to encode anything else
 */
export function writePkcs12(key: string, certificates: readonly string[], password: string): Buffer {
  const [own = '', ...above] = certificates;
  const id = createHash('sha1').update(new X509Certificate(own).raw).digest().toString('latin1');
  const bags = [certBag(own, attribute(pki.oids.localKeyId, octets(id))), ...above.map((pem) => certBag(pem))];
  const contents = [sequence(...bags), sequence(keyBag(key, password, id))];
  const safe = der(sequence(...contents.map((content) => data(der(content)))));
  return Buffer.from(der(sequence(integer(3), data(safe), mac(safe, password))), 'latin1');
}

/** @throws an Error for what is no PKCS#12 bundle, and for a wrong password */
export function readPkcs12(bundle: Buffer, password: string): Bundle {
  const parsed = forge.pkcs12.pkcs12FromAsn1(asn1.fromDer(bundle.toString('latin1')), password);
  const bags = parsed.safeContents.flatMap(({ safeBags }) => safeBags as unknown as Bag[]);
  const certificates = bags.filter(({ type }) => type === pki.oids.certBag).map((bag) => pemOf(certificateIn(bag)));
  const keys = bags.filter(({ type }) => type === pki.oids.pkcs8ShroudedKeyBag || type === pki.oids.keyBag);
  const [key] = keys.map(keyIn);
  return { certificates, ...(key === undefined ? {} : { key }) };
}

/** What forge makes of an item; it knows RSA only, and leaves everything else as it is in `asn1`. */
interface Bag {
  type: string;
  cert?: forge.pki.Certificate | null;
  key?: forge.pki.rsa.PrivateKey | null;
  asn1?: Asn1;
}

const certificateIn = ({ cert, asn1: raw }: Bag): string => der(raw ?? pki.certificateToAsn1(cert as forge.pki.Certificate));
const pemOf = (bytes: string): string => new X509Certificate(Buffer.from(bytes, 'latin1')).toString();

function keyIn({ key, asn1: raw }: Bag): string {
  const bytes = der(raw ?? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key as forge.pki.rsa.PrivateKey)));
  const read = createPrivateKey({ key: Buffer.from(bytes, 'latin1'), format: 'der', type: 'pkcs8' });
  return read.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function certBag(pem: string, ...attributes: Asn1[]): Asn1 {
  const raw = new X509Certificate(pem).raw.toString('latin1');
  return bag(pki.oids.certBag, sequence(oid(pki.oids.x509Certificate), explicit(octets(raw))), attributes);
}

function keyBag(key: string, password: string, id: string): Asn1 {
  const info = createPrivateKey(key).export({ format: 'der', type: 'pkcs8' }).toString('latin1');
  const options = { algorithm: 'aes256', count: ROUNDS, saltSize: 16, prfAlgorithm: 'sha256' } as const;
  const encrypted = pki.encryptPrivateKeyInfo(asn1.fromDer(info), password, options);
  return bag(pki.oids.pkcs8ShroudedKeyBag, encrypted, [attribute(pki.oids.localKeyId, octets(id))]);
}

function mac(safe: string, password: string): Asn1 {
  const salt = forge.util.createBuffer(randomBytes(16).toString('latin1'));
  const MAC_KEY = 3;
  const key = forge.pkcs12.generateKey(password, forge.util.createBuffer(salt), MAC_KEY, MAC_ROUNDS, 32, forge.md.sha256.create());
  const hmac = forge.hmac.create();
  hmac.start('sha256', key);
  hmac.update(safe);
  const digest = sequence(
    sequence(oid(pki.oids.sha256), asn1.create(Class.UNIVERSAL, Type.NULL, false, '')),
    octets(hmac.getMac().getBytes()),
  );
  return sequence(digest, octets(salt.getBytes()), integer(MAC_ROUNDS));
}

const bag = (type: string | undefined, content: Asn1, attributes: readonly Asn1[]): Asn1 =>
  sequence(oid(type), explicit(content), ...(attributes.length > 0 ? [set(...attributes)] : []));
const attribute = (type: string | undefined, value: Asn1): Asn1 => sequence(oid(type), set(value));
const data = (bytes: string): Asn1 => sequence(oid(pki.oids.data), explicit(octets(bytes)));

const der = (value: Asn1): string => asn1.toDer(value).getBytes();
const sequence = (...values: Asn1[]): Asn1 => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, values);
const set = (...values: Asn1[]): Asn1 => asn1.create(Class.UNIVERSAL, Type.SET, true, values);
const explicit = (value: Asn1): Asn1 => asn1.create(Class.CONTEXT_SPECIFIC, 0, true, [value]);
const octets = (bytes: string): Asn1 => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes);
const oid = (dotted: string | undefined): Asn1 => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(dotted as string).getBytes());
const integer = (value: number): Asn1 => asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
