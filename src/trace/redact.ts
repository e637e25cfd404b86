import type { Entry } from './entry.ts';
import { spelled } from './json-spelling.ts';
import { maskPrivateKeys } from './private-keys.ts';
import { secretsIn } from './secrets.ts';

export const MASK = '[redacted]';

/** Shorter secrets may be parts of words and of ids, so that they are masked only where they are all of a text. */
const UNMISTAKABLE = 8;
/** As much of the beginning of a secret is recognized where a text was cut short. */
const TELLING = 4;
const CUT = ' ...';

const AUTHORIZATION = /(authorization\\*["']?\s*[:=]\s*\\*["']?)?\b(Basic|Bearer) +([A-Za-z0-9+/_.~-]+=*)/gi;
const URL_PASSWORD = /(:(?:\\*\/){2}[^\s/:@"'\\<>]*:)[^\s/@"'\\<>]+(?=@)/g;

/**
 * Masks secrets in what is written down: those that are configured, those that messages set (see secrets.ts),
 * Authorization headers, passwords in URLs and private keys.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  #known: RegExp | undefined;

  /** @param secrets passwords and the like that are configured */
  constructor(secrets: readonly string[] = []) {
    this.#add(secrets);
  }

  /** Takes note of the secrets that the messages of a trace set. */
  learn(entries: readonly Entry[]): void {
    this.#add(entries.flatMap(secretsIn));
  }

  /** A text without secrets. What is JSON stays JSON, also where it is quoted in JSON. */
  readonly text = (text: string): string => {
    if (this.#secrets.has(text)) return MASK;
    const masked = this.#known ? text.replace(this.#known, MASK) : text;
    return maskPrivateKeys(this.#maskHeaders(this.#maskCut(masked)), MASK).replace(URL_PASSWORD, `$1${MASK}`);
  };

  #add(secrets: readonly string[]): void {
    const before = this.#secrets.size;
    for (const secret of secrets) if (secret !== '' && secret !== MASK) this.#secrets.add(secret);
    if (this.#secrets.size > before) this.#known = patternOf([...this.#secrets]);
  }

  #maskHeaders(text: string): string {
    return text.replace(AUTHORIZATION, (all, name: string | undefined, scheme: string, token: string) =>
      name !== undefined || this.#isCredential(scheme, token) ? `${name ?? ''}${scheme} ${MASK}` : all,
    );
  }

  /** Tells credentials from a sentence about Basic authentication. */
  #isCredential(scheme: string, token: string): boolean {
    if (scheme.toLowerCase() === 'bearer') return token.length >= 16 && /\d/.test(token);
    const decoded = token.length % 4 === 0 ? Buffer.from(token, 'base64').toString('utf8') : '';
    return /^[^\p{Cc}\uFFFD]*:[^\p{Cc}\uFFFD]*$/u.test(decoded) || [...this.#secrets].some((secret) => decoded.includes(secret));
  }

  /** The beginning of a secret, where whoever quoted a text cut it short within the secret. */
  #maskCut(text: string): string {
    if (!text.includes(CUT)) return text;
    const parts = text.split(CUT);
    return parts.map((part, index) => (index < parts.length - 1 ? this.#withoutTail(part) : part)).join(CUT);
  }

  #withoutTail(text: string): string {
    for (const secret of this.#secrets)
      for (let length = secret.length - 1; length >= TELLING; length--)
        if (text.endsWith(secret.slice(0, length))) return `${text.slice(0, -length)}${MASK}`;
    return text;
  }
}

/** Finds secrets, the longest first, however JSON writes them. */
function patternOf(secrets: readonly string[]): RegExp {
  const sorted = secrets.toSorted((a, b) => b.length - a.length);
  const patterns = sorted.map((secret) => (secret.length >= UNMISTAKABLE ? spelled(secret) : String.raw`(?<=")${spelled(secret)}(?=\\*")`));
  return new RegExp(patterns.join('|'), 'gu');
}
