/** Takes secrets out of a text. */
export type Redactor = (text: string) => string;

const MASK = '[redacted]';

/**
 * Masks the given secrets, however JSON writes them, and every password that a SetVariables carries.
 * @param secrets passwords and the like that were configured
 */
export function redactor(secrets: readonly string[]): Redactor {
  const written = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const known = [...new Set(written)].sort((a, b) => b.length - a.length);
  return (text) => maskPasswords(known.reduce((masked, secret) => masked.replaceAll(secret, MASK), text));
}

/** The value that is set for BasicAuthPassword, also within a frame that is itself quoted in JSON. */
function maskPasswords(text: string): string {
  if (!text.includes('BasicAuthPassword')) return text;
  return text
    .replace(
      /(\\*"attributeValue\\*"\s*:\s*\\*")((?:(?!\\*").)*)(\\*"(?:(?!attributeValue)[^{}]|\{[^{}]*\})*BasicAuthPassword)/g,
      `$1${MASK}$3`,
    )
    .replace(/(BasicAuthPassword(?:(?!attributeValue).)*?\\*"attributeValue\\*"\s*:\s*\\*")((?:(?!\\*").)*)/g, `$1${MASK}`);
}
