import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from './certify.ts';

/**
 * The files of the test PKI: `keys/<name>.pem` holds key and certificate and is for its owner only, `<name>.pem` holds
 * the certificate with what lies between it and its root. Read synchronously: for small files that is the quickest way.
 */
export class CredentialStore {
  readonly #directory: string;
  readonly #keys: string;

  constructor(directory: string) {
    this.#directory = directory;
    this.#keys = join(directory, 'keys');
    mkdirSync(directory, { recursive: true });
    mkdirSync(this.#keys, { recursive: true, mode: 0o700 });
  }

  /** @returns undefined if there is none, or none that can be read as key and certificate */
  read(name: string): Issued | undefined {
    const text = unless('ENOENT', () => readFileSync(this.#keyFile(name), 'utf8'));
    const [key, certificate] = text?.match(PEM_BLOCK) ?? [];
    if (!key?.includes('PRIVATE KEY') || !certificate?.includes('CERTIFICATE')) return undefined;
    return { key: `${key}\n`, certificate: `${certificate}\n` };
  }

  /**
   * Writes a credential. Several processes may do so at the same time: where there was none, the first one stays.
   * @param replace whether one that no longer fits is to be overwritten
   * @returns the credential that is now in place
   */
  write(name: string, issued: Issued, replace: boolean): Issued {
    const file = this.#keyFile(name);
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, issued.key + issued.certificate, { mode: 0o600 });
    if (replace) renameSync(draft, file);
    else {
      unless('EEXIST', () => linkSync(draft, file));
      unlinkSync(draft);
    }
    return this.read(name) ?? issued;
  }

  /** @returns the certificate with what lies above it; undefined if it is not on disk */
  readChain(name: string): string | undefined {
    return unless('ENOENT', () => readFileSync(join(this.#directory, `${name}.pem`), 'utf8'));
  }

  /** @returns the names whose public part is on disk */
  chains(): Set<string> {
    return new Set(readdirSync(this.#directory).map((file) => file.replace(/\.pem$/, '')));
  }

  writeChain(name: string, chain: string): void {
    writeFileSync(join(this.#directory, `${name}.pem`), chain);
  }

  #keyFile(name: string): string {
    return join(this.#keys, `${name}.pem`);
  }
}

const PEM_BLOCK = /-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g;

/** Does it, and takes an error with that code for an answer. */
function unless<T>(code: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return undefined;
    throw error;
  }
}
