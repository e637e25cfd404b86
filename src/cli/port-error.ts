import { UsageError } from './command.ts';

/** @returns what to tell the user about an address that cannot be listened on; undefined for any other error */
export function portError(error: unknown, option: string): UsageError | undefined {
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE') return new UsageError(`port ${port} of ${address} is in use; choose another one for ${option}`);
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND')
    return new UsageError(`cannot listen on ${address}:${port} (${code}); choose another address for ${option}`);
  return undefined;
}
