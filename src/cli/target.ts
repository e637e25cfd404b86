import type { ListenAddress } from '../sut/reception.ts';
import { type OptionValues, UsageError } from './command.ts';

/** What is to be tested, and how it is reached. */
export type Target =
  | { kind: 'embedded'; sut: 'station' | 'csms' | 'both' }
  | { kind: 'external'; sut: 'csms'; url: string }
  | { kind: 'external'; sut: 'station'; listen: ListenAddress };

/** Where the system under test is, as a configuration says it. */
export interface Whereabouts {
  url?: string;
  listen?: string;
}

/** @param configured what holds unless the command line says where. @throws UsageError naming the option and the fix */
export function targetOf(options: OptionValues, configured: Whereabouts = {}): Target {
  const wanted = sutOf(options.sut);
  const isGiven = options.url !== undefined || options.listen !== undefined;
  const { url, listen } = isGiven ? options : configured;
  const [urlName, listenName] = isGiven ? ['--url', '--listen'] : ['url in --config', 'listen in --config'];
  if (url !== undefined && listen !== undefined)
    throw new UsageError(`${urlName} tests a CSMS and ${listenName} a station: give one of them`);
  if (url !== undefined) {
    if (wanted !== undefined && wanted !== 'csms') throw new UsageError(`${urlName} is where a CSMS is, so --sut cannot be ${wanted}`);
    return { kind: 'external', sut: 'csms', url: webSocketUrl(urlName, String(url)) };
  }
  if (listen !== undefined) {
    if (wanted !== undefined && wanted !== 'station') throw new UsageError(`${listenName} is for a station, so --sut cannot be ${wanted}`);
    return { kind: 'external', sut: 'station', listen: addressOf(listenName, String(listen)) };
  }
  return { kind: 'embedded', sut: wanted ?? 'both' };
}

export function sutOf(sut: OptionValues[string]): 'station' | 'csms' | 'both' | undefined {
  if (sut === undefined || sut === 'station' || sut === 'csms' || sut === 'both') return sut;
  throw new UsageError(`--sut is station, csms or both, not "${sut}"`);
}

/** @throws UsageError */
export function webSocketUrl(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['ws:', 'wss:'].includes(url.protocol))
    throw new UsageError(`${option} is a WebSocket URL like ws://127.0.0.1:8080/ocpp, not "${text}"`);
  return text.replace(/\/$/, '');
}

/** `8080` and `:8080` are on loopback. @throws UsageError */
export function addressOf(option: string, text: string): ListenAddress {
  const [, host, port] = /^(?:(\[[^\]]+\]|[^:]*):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) throw new UsageError(`${option} is an address like 127.0.0.1:8080, not "${text}"`);
  return { host: host?.replace(/^\[|\]$/g, '') || '127.0.0.1', port: Number(port) };
}
