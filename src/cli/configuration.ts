import type { SutConfig } from '../sut/config.ts';
import { ConfigError, type Configuration, defaultConfiguration, readConfiguration } from '../sut/config-file.ts';
import { type OptionValues, UsageError } from './command.ts';

/** Addresses that mean all interfaces, and that no certificate is for. */
const ANYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** What --config says, or what holds without it. @throws UsageError naming file, line and field */
export function configurationOf(path: OptionValues[string]): Configuration {
  try {
    return path === undefined ? defaultConfiguration() : readConfiguration(String(path));
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

/** Passwords come from the environment or a file, never from the command line, where others can read them. @throws UsageError */
export function passwordOf({ securityProfile, password, identity }: SutConfig): string {
  const found = process.env.OCPPSPEC_PASSWORD ?? password;
  if (securityProfile < 3 && !found)
    throw new UsageError(
      `security profile ${securityProfile} needs the password of station ${identity}: set OCPPSPEC_PASSWORD, or passwordFile in --config`,
    );
  return found ?? '';
}

/** @throws UsageError if the URL of a CSMS does not fit the security profile */
export function checkTransport(url: string, { securityProfile }: SutConfig): void {
  const secure = url.startsWith('wss:');
  if (secure === securityProfile > 1) return;
  throw new UsageError(
    `security profile ${securityProfile} (securityProfile in --config) ${secure ? 'has no TLS, but --url begins with wss:' : 'needs TLS, but --url begins with ws:'}`,
  );
}

/** The names, besides those of loopback, that a server certificate for a CSMS listening on `host` is for. */
export const namesFor = ({ publicHost }: SutConfig, host: string): string[] =>
  [...(publicHost ? [publicHost] : []), host].filter((name) => !ANYWHERE.has(name));
