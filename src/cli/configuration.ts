import { existsSync } from 'node:fs';
import type { SutConfig } from '../sut/config.ts';
import { type Configuration, defaultConfiguration } from '../sut/config-content.ts';
import { type OptionValues, UsageError } from './command.ts';

/** Addresses that mean all interfaces, and that no certificate is for. */
const ANYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** The configuration that is read if no other is asked for. */
export const USUAL_FILE = 'ocppspec.yaml';

/** What --config says, or ocppspec.yaml if there is one, or else what is usual. @throws UsageError naming file, line and field */
export async function configurationOf(path: OptionValues[string]): Promise<Configuration> {
  const file = path === undefined ? usualFile() : String(path);
  if (file === undefined) return defaultConfiguration();
  // To load what reads and checks a file takes longer than to read and check it.
  const { ConfigError, readConfiguration } = await import('../sut/config-file.ts');
  try {
    return readConfiguration(file);
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

/** Whoever did not ask for a file has to know that there is one. */
function usualFile(): string | undefined {
  if (!existsSync(USUAL_FILE)) return undefined;
  process.stderr.write(`configuration: ${USUAL_FILE}\n`);
  return USUAL_FILE;
}

/** The environment variable that may hold the password. */
export const passwordVariable = ({ passwordEnv = 'OCPPSPEC_PASSWORD' }: SutConfig): string => passwordEnv;

/** Passwords come from the environment or a file, never from the command line, where others can read them. @throws UsageError */
export function passwordOf(config: SutConfig): string {
  const { securityProfile, password, identity } = config;
  const variable = passwordVariable(config);
  const found = process.env[variable] || password;
  if (securityProfile < 3 && !found)
    throw new UsageError(
      `security profile ${securityProfile} needs the password of station ${identity}: set ${variable}, or passwordFile in --config`,
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
