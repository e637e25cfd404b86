import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Where a server beside a case listens, and the host by which the system under test reaches it. */
export interface Reach {
  listen: string;
  host: string;
  /** For how long a file is under way, so that a station can be asked about it meanwhile; at once unless given. */
  transfer?: () => Promise<void>;
}

/** Nobody but this machine. */
export const LOOPBACK: Reach = { listen: '127.0.0.1', host: '127.0.0.1' };

const ANYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** @param listen the host that ocppspec listens on. @param publicHost what the configuration says of how it is reached */
export const reachOf = (listen: string, publicHost: string | undefined): Reach => ({
  listen,
  host: publicHost ?? (ANYWHERE.has(listen) ? someAddress() : listen),
});

/** The beginning of a URL at that host. */
export const urlAt = ({ host }: Reach, port: number, scheme: 'http' | 'https' = 'http'): string =>
  `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`;

/** An address that others may know this machine by, where nobody has said which. */
function someAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? LOOPBACK.host;
}
