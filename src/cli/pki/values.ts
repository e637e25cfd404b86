import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { KEY_KINDS, type KeyKind } from '../../pki/keys.ts';
import { nearest } from '../../scenario/nearest.ts';
import { type OptionValues, UsageError } from '../command.ts';
import { listOf } from '../options.ts';
import { withFiles } from './directory.ts';

/** @throws UsageError */
export function keyKind(value: OptionValues[string]): KeyKind | undefined {
  if (value === undefined) return undefined;
  const kind = KEY_KINDS.find((known) => known === value);
  if (!kind)
    throw new UsageError(`there is no key "${value}"${nearest(String(value), KEY_KINDS)}; --key is one of ${KEY_KINDS.join(', ')}`);
  return kind;
}

/** A certificate of a hundred years outlives everybody. @throws UsageError */
export function daysOf(value: OptionValues[string]): number | undefined {
  if (value === undefined) return undefined;
  const days = Number(value);
  if (!Number.isInteger(days) || days < 1 || days > 36500) throw new UsageError(`--days is a number from 1 to 36500, not "${value}"`);
  return days;
}

const HOST = /^(?=.{1,253}$)(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?$/;

/** Names and addresses without scheme, port or path. @throws UsageError */
export function hostsOf(value: OptionValues[string]): string[] {
  const hosts = listOf(value);
  const strange = hosts.find((host) => !isIP(host) && !HOST.test(host));
  if (strange !== undefined) throw new UsageError(`--host is a name or an address, like csms.example.com, not "${strange}"`);
  return [...new Set(hosts)];
}

/** A text that fits into a name (RFC 5280, ub-common-name and ub-organization-name). @throws UsageError */
export function nameOf(option: string, value: OptionValues[string]): string | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  if (!/^[^\p{Cc}]{1,64}$/u.test(text)) throw new UsageError(`--${option} has 1 to 64 characters`);
  return text;
}

/** The password of a bundle; never given on the command line, where others can read it. @throws UsageError */
export async function bundlePassword(options: OptionValues): Promise<string | undefined> {
  const { 'password-env': variable, 'password-file': file } = options;
  if (variable !== undefined && file !== undefined) throw new UsageError('--password-env and --password-file: give one of them');
  const text =
    file === undefined
      ? process.env[String(variable ?? 'OCPPSPEC_P12_PASSWORD')]
      : (await withFiles(() => readFileSync(String(file), 'utf8'))).replace(/\r?\n$/, '');
  if (variable !== undefined && !text) throw new UsageError(`the environment variable ${variable} is not set`);
  if (text && !/^[\x20-\x7e]+$/.test(text))
    throw new UsageError('the password of a PKCS#12 bundle is ASCII: programs do not agree on anything else');
  return text || undefined;
}

export const NO_PASSWORD = 'a PKCS#12 bundle needs a password: set OCPPSPEC_P12_PASSWORD, or give --password-env or --password-file';
