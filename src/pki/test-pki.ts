import { type Blueprint, blueprints, CREDENTIAL_NAMES, type CredentialName, type PkiParameters } from './credentials.ts';
import { fits, validityOf } from './fits.ts';
import type { Issued } from './issue.ts';
import { CredentialStore } from './store.ts';

/** PEM texts; `chain` is the certificate followed by what lies between it and its root, the root left out. */
export interface Credential {
  certificate: string;
  key: string;
  chain: string;
}

/** Keys and certificates of every kind that scenarios need, good and deliberately bad, kept on disk. */
export class TestPki {
  readonly #credentials: ReadonlyMap<CredentialName, Credential>;
  readonly #blueprints: Record<CredentialName, Blueprint>;

  private constructor(credentials: ReadonlyMap<CredentialName, Credential>, wanted: Record<CredentialName, Blueprint>) {
    this.#credentials = credentials;
    this.#blueprints = wanted;
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
      const chain = issued.certificate + (isIntermediate(blueprint.issuer, wanted) ? (issuer?.chain ?? '') : '');
      credentials.set(name, { ...issued, chain });
      if (issued !== stored || !written.has(name)) store.writeChain(name, chain);
    }
    return new TestPki(credentials, wanted);
  }

  /** Another certificate like that, which says where to ask whether it has been revoked; it is not kept. */
  async withResponder(name: CredentialName, responder: string, now = Date.now()): Promise<Credential> {
    const blueprint = { ...this.#blueprints[name], responder };
    const issuer = blueprint.issuer && this.#credentials.get(blueprint.issuer);
    const { issue } = await import('./issue.ts');
    const issued = await issue(blueprint, issuer, validityOf(blueprint, now));
    return { ...issued, chain: issued.certificate + (isIntermediate(blueprint.issuer, this.#blueprints) ? (issuer?.chain ?? '') : '') };
  }

  credential(name: CredentialName): Credential {
    return this.#credentials.get(name) as Credential;
  }
}

/** The new root of M05.FR.10 is signed by another authority, but trusted for itself. */
const isIntermediate = (issuer: CredentialName | undefined, wanted: Record<CredentialName, Blueprint>): boolean =>
  issuer !== undefined && issuer !== 'csms-root-new' && wanted[issuer].issuer !== undefined;

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
