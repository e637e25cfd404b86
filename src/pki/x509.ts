import { X509Certificate } from 'node:crypto';

const known = new Map<string, X509Certificate | undefined>();
/** A station looks at the same few certificates again and again. */
const MOST_KNOWN = 200;

/** The first certificate in a PEM text. @returns undefined for what is no certificate */
export function certificateIn(pem: string): X509Certificate | undefined {
  if (known.has(pem)) return known.get(pem);
  const certificate = parsed(pem);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(pem, certificate);
  return certificate;
}

function parsed(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
