const BEGIN = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
const END = /-----END [A-Z0-9 ]*PRIVATE KEY-----/;
/** What a key consists of in PEM, line ends in whatever quoting and the header lines of encrypted keys included. */
const BODY = /^[A-Za-z0-9+/=\s\\:,.-]*/;

/** Masks private keys in PEM, also one whose end is missing. */
export function maskPrivateKeys(text: string, mask: string): string {
  const [before = '', ...keys] = text.split(BEGIN);
  return before + keys.map((rest) => mask + afterKey(rest)).join('');
}

function afterKey(rest: string): string {
  const [body = ''] = BODY.exec(rest) ?? [];
  const end = END.exec(body);
  return rest.slice(end ? end.index + end[0].length : body.length);
}
