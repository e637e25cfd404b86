import { X509Certificate } from 'node:crypto';
import { remembered } from './remembered.ts';

/** The first certificate in a PEM text. @returns undefined for what is no certificate */
export const certificateIn = remembered((pem): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
});
