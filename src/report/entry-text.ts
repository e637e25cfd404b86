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
      return ['connected', path, selected ?? 'no subprotocol', ...(tls ? [tls.version ?? 'TLS'] : [])].join('  ');
    }
    case 'refused':
      return `attempt to connect ended (${entry.refusal.stage}): ${entry.refusal.reason}`;
    case 'closed':
      return [`${entry.by} closes the connection: ${entry.code}`, entry.reason, entry.error].filter(Boolean).join(' ');
    case 'stimulus':
      return `stimulus ${entry.name} ${JSON.stringify(entry.parameters)}: ${entry.outcome} (${entry.carrier}${entry.dictatedFrom === undefined ? '' : ', which dictates what is sent'})`;
    case 'upload-server':
      return `uploads are taken at ${entry.url}`;
    case 'upload':
      return `upload by ${entry.method} to ${entry.url}: ${entry.bytes} bytes, answered with ${entry.status}`;
    case 'driver':
      return `driver ${entry.carrier}: ${entry.text}`;
    case 'step':
      return entry.text;
  }
}

const shorten = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest)} ... (${text.length} characters)` : text;
