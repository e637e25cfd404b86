import type { Entry } from './entry.ts';
import { replaceStrings } from './json-strings.ts';
import { maskPrivateKeys } from './private-keys.ts';
import { secretsIn } from './secrets.ts';

export const MASK = '[redacted]';

/** Shorter secrets may be parts of words and of ids, so that they are masked only where they are all of a text. */
const UNMISTAKABLE = 8;
/** Longer ones, too: no password is as long, and looking for them everywhere would take a peer's time for ours. */
const LONGEST = 255;
/** As much of the beginning of a secret is recognized where a text was cut short. */
const TELLING = 4;

const CUT = /(?= \.\.\. \(\d+ characters\))/;
const SECRET_FIELDS = /^(?:(?:proxy-)?authorization|(?:apn)?password)$/i;
const SIM_PIN = /("simPin"\s*:\s*)\d+/g;
const AUTHORIZATION = /(authorization["']?\s*[:=]\s*["']?)?\b(Basic|Bearer) +([A-Za-z0-9+/_.~-]+=*)/gi;
const URL_PASSWORD = /(:\/\/[^\s/:@"'<>]*:)[^\s/"'<>]+(?=@)/g;

/** What there is in every text that may have to be masked, known secrets aside; a backslash may spell anything. */
const SUSPICIOUS = /[\\@]|(?:authorization|password)"|basic |bearer |simpin|private key|\.\.\. \(/i;

/**
 * Masks secrets in what is written down: those that are configured, those that messages set (see secrets.ts),
 * Authorization headers, passwords in URLs and private keys.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** Secrets of which a part of a text can be told to be one, as texts may spell them; the longest first. */
  #spellings: string[] = [];
  #known = /(?!)/g;

  /** @param secrets passwords and the like that are configured */
  constructor(secrets: readonly string[] = []) {
    this.#add(secrets);
  }

  /** Takes note of the secrets that the messages of a trace set. */
  learn(entries: readonly Entry[]): void {
    this.#add(entries.flatMap(secretsIn));
  }

  /**
   * A text without secrets. In JSON only strings change, so that it stays JSON; a string may hold JSON in its turn.
   * In other text secrets are masked wherever they are.
   */
  readonly text = (text: string): string => (this.#secrets.has(text) ? MASK : this.#within(text));

  /** A value without secrets: the same one if it holds none. @param value anything that JSON can write */
  readonly value = <T>(value: T): T => {
    if (typeof value === 'string') return this.text(value) as T;
    // A number is none, and JSON as a whole has to stay JSON, whatever somebody chose as a password.
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    const clean = this.#within(text);
    return clean === text ? value : JSON.parse(clean);
  };

  #within(text: string): string {
    // Nearly all texts are harmless, and to take them apart takes a while.
    if (!SUSPICIOUS.test(text) && !this.#holdsSecret(text)) return text;
    const clean = replaceStrings(text, (value, key) => (value && key && SECRET_FIELDS.test(key) ? MASK : this.text(value)));
    return (isJson(clean) ? clean : this.#plain(clean)).replace(SIM_PIN, (_, name: string) => `${name}0`);
  }

  #add(secrets: readonly string[]): void {
    const before = this.#secrets.size;
    for (const secret of secrets) if (!MASK.includes(secret)) this.#secrets.add(secret);
    if (this.#secrets.size === before) return;
    const telling = [...this.#secrets].filter(({ length }) => length >= UNMISTAKABLE && length <= LONGEST);
    this.#spellings = [...new Set(telling.flatMap(spellings))].sort((a, b) => b.length - a.length);
    if (this.#spellings.length > 0) this.#known = new RegExp(this.#spellings.map(literally).join('|'), 'g');
  }

  #holdsSecret(text: string): boolean {
    if (text.search(this.#known) >= 0) return true;
    for (const secret of this.#secrets) if (text.includes(secret)) return true;
    return false;
  }

  #plain(text: string): string {
    const masked = this.#maskCut(text.replace(this.#known, MASK));
    return maskPrivateKeys(this.#maskHeaders(masked), MASK).replace(URL_PASSWORD, `$1${MASK}`);
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
    const parts = text.split(CUT);
    return parts.map((part, index) => (index < parts.length - 1 ? this.#withoutTail(part) : part)).join('');
  }

  #withoutTail(text: string): string {
    for (const secret of this.#spellings) {
      const tail = text.slice(-secret.length);
      const head = secret.slice(0, TELLING);
      for (let at = tail.indexOf(head); at >= 0; at = tail.indexOf(head, at + 1))
        if (secret.startsWith(tail.slice(at))) return text.slice(0, text.length - tail.length + at) + MASK;
    }
    return text;
  }
}

/** A secret itself, quoted in JSON once and twice, and as part of a URL. */
function spellings(secret: string): string[] {
  const once = quoted(secret);
  return [secret, once, quoted(once), encodeURIComponent(secret.toWellFormed())];
}

const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** What JSON other than numbers and the like begins and ends with; most other text can be told by that. */
const BRACKETS = ['[]', '{}', '""'];

function isJson(text: string): boolean {
  const trimmed = text.trim();
  if (!BRACKETS.includes(`${trimmed.at(0)}${trimmed.at(-1)}`)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
