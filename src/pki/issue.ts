import { certify, type Issued } from './certify.ts';
import type { Blueprint } from './credentials.ts';
import { makeKeys } from './keys.ts';

/**
 * Makes a key and a certificate for it.
 * @param issuer absent for what signs itself
 * @param validity begin and end
 */
export async function issue(blueprint: Blueprint, issuer: Issued | undefined, validity: [Date, Date]): Promise<Issued> {
  const { pem, publicKey, ...own } = await makeKeys(blueprint.key);
  const subject = [{ O: [blueprint.organization] }, { CN: [blueprint.commonName] }];
  return { certificate: await certify({ subject, publicKey }, blueprint, issuer ?? own, validity), key: pem };
}
