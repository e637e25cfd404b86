import type { TlsFacts } from '../ocpp/handshake.ts';
import type { Entry } from '../trace/entry.ts';
import { printable } from './printable.ts';

/** One entry of a trace as a line of text. @param longest how many characters of a frame are shown */
export const entryText = (entry: Entry, longest = Number.POSITIVE_INFINITY): string => printable(describe(entry, longest));

function describe(entry: Entry, longest: number): string {
  switch (entry.kind) {
    case 'frame':
      return `${entry.from === 'station' ? 'station → CSMS' : 'CSMS → station'}  ${shorten(entry.text, longest)}`;
    case 'binary':
      return `${entry.from} sends ${entry.bytes} binary bytes`;
    case 'ping':
    case 'pong':
      return `${entry.from} sends a ${entry.kind}`;
    case 'connected': {
      const { path, selected, tls } = entry.upgrade;
      return ['connected', path, selected ?? 'no subprotocol', ...secured(tls)].join('  ');
    }
    case 'refused': {
      const { stage, reason, tls, upgrade } = entry.refusal;
      const status = upgrade?.status === undefined ? [] : [`HTTP status ${upgrade.status}`];
      return [`attempt to connect ended (${stage}): ${reason}`, ...status, ...secured(tls ?? upgrade?.tls)].join('  ');
    }
    case 'closed':
      return [`${entry.by} closes the connection: ${entry.code}`, entry.reason, entry.error].filter(Boolean).join(' ');
    case 'stimulus':
      return `stimulus ${entry.name} ${JSON.stringify(entry.parameters)}: ${entry.outcome} (${entry.carrier}${entry.dictatedFrom === undefined ? '' : ', which dictates what is sent'})`;
    case 'upload-server':
      return `uploads are taken at ${entry.url}`;
    case 'upload':
      return `upload by ${entry.method} to ${entry.url}: ${entry.bytes} bytes, answered with ${entry.status}`;
    case 'upload-failed':
      return [`no upload at ${entry.url}: ${entry.reason}`, ...secured(entry.tls)].join('  ');
    case 'driver':
      return `driver ${entry.carrier}: ${entry.text}`;
    case 'step':
      return entry.text;
  }
}

/** What the TLS handshake showed, as far as it went. */
function secured(tls: TlsFacts | undefined): string[] {
  if (!tls) return [];
  const { version, cipher, serverName, peer, chain = [], alert } = tls;
  return [
    ...[version, cipher].filter((part) => part !== null),
    ...(serverName === null ? [] : [`for ${serverName}`]),
    ...(peer
      ? [`certificate of ${[peer, ...chain].map(({ commonName }) => commonName).join(', ')}, issued by ${(chain.at(-1) ?? peer).issuer}`]
      : []),
    ...(alert ? [`alert ${alert.name} ${alert.by === 'us' ? 'sent by ocppspec' : 'received'}`] : []),
  ];
}

const shorten = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest)} ... (${text.length} characters)` : text;
