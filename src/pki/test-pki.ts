import type { Issued } from './certify.ts';
import {
  allNames,
  type Blueprint,
  blueprintOf,
  blueprints,
  CREDENTIAL_NAMES,
  type CredentialName,
  ORGANIZATION,
  type PkiParameters,
} from './credentials.ts';
import { fits, validityOf } from './fits.ts';
import { BAD } from './flaws.ts';
import { CredentialStore } from './store.ts';

/** PEM texts; `chain` is the certificate followed by what lies between it and its root, the root left out. */
export interface Credential {
  certificate: string;
  key: string;
  chain: string;
  /** The list of its authority that names it, for one that is revoked; PEM. */
  crl?: string;
  /** The cipher list of OpenSSL that is needed to present it, if that is another than usual. */
  ciphers?: string;
}

/** Keys and certificates of every kind that scenarios need, good and deliberately bad, kept on disk. */
export class TestPki {
  readonly #credentials: ReadonlyMap<CredentialName, Credential>;
  readonly #blueprints: Record<CredentialName, Blueprint>;
  readonly #parameters: PkiParameters;
  readonly #bad = new Map<string, Promise<Credential>>();

  private constructor(
    credentials: ReadonlyMap<CredentialName, Credential>,
    wanted: Record<CredentialName, Blueprint>,
    parameters: PkiParameters,
  ) {
    this.#credentials = credentials;
    this.#blueprints = wanted;
    this.#parameters = parameters;
  }

  /**
   * Reads the credentials from `directory`; makes what is missing, about to expire or for other parameters.
   * @param now wall time in milliseconds since the epoch: TLS knows no other
   */
  static async load(directory: string, parameters: PkiParameters, now = Date.now()): Promise<TestPki> {
    const store = new CredentialStore(directory);
    const wanted = blueprints(parameters);
    const written = store.chains();
    const credentials = new Map<CredentialName, Credential>();
    for (const name of CREDENTIAL_NAMES) {
      const stored = store.read(name);
      const blueprint = wanted[name];
      const issuer = blueprint.issuer && credentials.get(blueprint.issuer);
      const issued = await obtain(store, name, blueprint, stored, issuer, now);
      const chain = issued.certificate + chainAbove(name, wanted, credentials);
      credentials.set(name, { ...issued, chain });
      if (issued !== stored || !written.has(name)) store.writeChain(name, chain);
    }
    return new TestPki(credentials, wanted, parameters);
  }

  /**
   * The PKI as it is on disk: nothing is made or renewed. What is not there cannot be had, except for bad certificates
   * whose authority is there.
   */
  static open(directory: string, parameters: PkiParameters): TestPki {
    const store = new CredentialStore(directory);
    const wanted = blueprints(parameters);
    const credentials = new Map<CredentialName, Credential>();
    for (const name of CREDENTIAL_NAMES) {
      const stored = store.read(name);
      if (stored) credentials.set(name, { ...stored, chain: stored.certificate + chainAbove(name, wanted, credentials) });
    }
    return new TestPki(credentials, wanted, parameters);
  }

  /** What `load` would make, because there is none, and what it would make anew, because it does not fit. */
  static survey(directory: string, parameters: PkiParameters, now = Date.now()): { missing: CredentialName[]; stale: CredentialName[] } {
    const store = new CredentialStore(directory);
    const wanted = blueprints(parameters);
    const fitting = new Map<CredentialName, Issued>();
    const [missing, stale]: [CredentialName[], CredentialName[]] = [[], []];
    for (const name of CREDENTIAL_NAMES) {
      const stored = store.read(name);
      const { issuer } = wanted[name];
      const signer = issuer && fitting.get(issuer);
      if (!stored) missing.push(name);
      else if ((issuer && !signer) || !fits(stored, wanted[name], signer, now)) stale.push(name);
      else fitting.set(name, stored);
    }
    return { missing, stale };
  }

  /** The owner of the certificates of the station and of the CSMS (A00.FR.509). */
  get organization(): string {
    return this.#parameters.organization ?? ORGANIZATION;
  }

  /** Another certificate like that, which says where to ask whether it has been revoked; it is not kept. */
  async withResponder(name: CredentialName, responder: string, now = Date.now()): Promise<Credential> {
    const blueprint = { ...this.#blueprints[name], responder };
    const issuer = blueprint.issuer && this.#credentials.get(blueprint.issuer);
    const { issue } = await import('./issue.ts');
    const issued = await issue(blueprint, issuer, validityOf(blueprint, now));
    return { ...issued, chain: issued.certificate + chainAbove(name, this.#blueprints, this.#credentials) };
  }

  credential(name: CredentialName): Credential {
    return this.#credentials.get(name) as Credential;
  }

  /**
   * Whatever has a name: of the bad certificates, most are made when they are first asked for, and not kept on disk.
   * @throws RangeError for a name that nothing has
   */
  async named(name: string, now = Date.now()): Promise<Credential> {
    const kept = this.#credentials.get(name as CredentialName);
    if (kept) return kept;
    const made = this.#bad.get(name) ?? this.#make(name, now);
    this.#bad.set(name, made);
    return made;
  }

  /** A bad certificate that is made now. @throws RangeError for a name that none has, and where its authority is missing */
  anew(name: string, now = Date.now()): Promise<Credential> {
    return this.#make(name, now);
  }

  async #make(name: string, now: number): Promise<Credential> {
    const bad = BAD.get(name);
    const blueprint = blueprintOf(name, this.#parameters);
    if (!bad || !blueprint) throw new RangeError(`there is no certificate "${name}"; there are ${allNames().join(', ')}`);
    const { makeBad } = await import('./make-bad.ts');
    const issuer = blueprint.issuer && this.credential(blueprint.issuer);
    if (blueprint.issuer && !issuer) throw new RangeError(`${blueprint.issuer}, which would have to sign ${name}, is not there`);
    return makeBad(bad, blueprint, issuer, this.#above(blueprint.issuer), now);
  }

  /** PEM texts of what lies between what an authority signs and the root, nearest first. */
  #above(issuer: CredentialName | undefined): string[] {
    if (issuer === undefined || !isIntermediate(issuer, this.#blueprints)) return [];
    return [this.credential(issuer).certificate, ...this.#above(this.#blueprints[issuer].issuer)];
  }
}

/** The new root of M05.FR.10 is signed by another authority, but trusted for itself. */
const isIntermediate = (issuer: CredentialName | undefined, wanted: Record<CredentialName, Blueprint>): boolean =>
  issuer !== undefined && issuer !== 'csms-root-new' && wanted[issuer].issuer !== undefined;

/** The chain of what signs it, unless that is a root. */
function chainAbove(
  name: CredentialName,
  wanted: Record<CredentialName, Blueprint>,
  credentials: ReadonlyMap<CredentialName, Credential>,
): string {
  const { issuer } = wanted[name];
  return issuer !== undefined && isIntermediate(issuer, wanted) ? (credentials.get(issuer)?.chain ?? '') : '';
}

async function obtain(
  store: CredentialStore,
  name: CredentialName,
  blueprint: Blueprint,
  stored: Issued | undefined,
  issuer: Issued | undefined,
  now: number,
): Promise<Issued> {
  if (stored && fits(stored, blueprint, issuer, now)) return stored;
  // Loaded only when something has to be issued: the library takes longer to load than all credentials to be read.
  const { issue } = await import('./issue.ts');
  return store.write(name, await issue(blueprint, issuer, validityOf(blueprint, now)), stored !== undefined);
}
