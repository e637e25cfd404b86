const ANY = String.raw`\\*`;
const SOME = String.raw`(?:\\+|\\*u005[cC]\\*)`;
const SPECIAL = /[$()*+./?[\]^{|}]/g;

/**
 * A regular expression for all the ways in which JSON can write a text, in JSON that is itself quoted in JSON, too:
 * `/` may be written as `\/`, `é` as `\u00e9`, and every further quoting doubles the backslashes.
 */
export function spelled(text: string): string {
  const units = [...text.matchAll(/(\\*)(.?)/gsu)].filter(([unit]) => unit !== '');
  const patterns = units.map(([, backslashes, character]) => (backslashes ? SOME : ANY) + (character ? spellings(character) : ''));
  // A run of backslashes is tried from its beginning only, so that a long one takes no long time.
  return String.raw`(?<!\\)${patterns.join('')}`;
}

/** The character itself or its code; the surrogates of a pair have one each. */
function spellings(character: string): string {
  const codes = Array.from({ length: character.length }, (_, index) => `u${hexadecimal(character.charCodeAt(index))}`);
  return `(?:${character.replace(SPECIAL, String.raw`\$&`)}|${codes.join(String.raw`\\+`)})`;
}

const hexadecimal = (code: number): string =>
  code
    .toString(16)
    .padStart(4, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
