import type { ClientRequest, IncomingMessage } from 'node:http';
import { get as getOverHttps } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { Clock } from '../../time/clock.ts';
import { http } from '../../wire/node-http.ts';

export interface DownloadOptions {
  /** Holds the clock still while bytes travel. */
  clock: Clock;
  /** Roots of the CSO, which may have a file server of its own; those of the public are trusted as well. */
  roots: readonly string[];
  /** Gives up. */
  signal: AbortSignal;
  /** A longer file is not taken. */
  maxBytes?: number;
  /** Milliseconds on the wall without a byte: a clock that is held would never end the wait for a server that says nothing. */
  silence?: number;
}

const MAX_BYTES = 16 * 1024 * 1024;
const SILENCE = 10_000;

/** Fetches a file by HTTP or HTTPS. @throws Error saying why it cannot be had */
export async function download(location: string, options: DownloadOptions): Promise<Buffer> {
  const release = options.clock.hold();
  try {
    return await fetchFile(location, options);
  } finally {
    release();
  }
}

function fetchFile(location: string, { roots, signal, maxBytes = MAX_BYTES, silence = SILENCE }: DownloadOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = open(location, { roots, signal });
    request.once('error', reject);
    request.setTimeout(silence, () => request.destroy(new Error('the server says nothing')));
    request.once('response', (response) => {
      if (response.statusCode === 200) receive(response, maxBytes).then(resolve, reject);
      else request.destroy(new Error(`the server answered ${response.statusCode}`));
    });
  });
}

/** @throws TypeError if it is no URL, Error if it has another scheme */
function open(location: string, { roots, signal }: Pick<DownloadOptions, 'roots' | 'signal'>): ClientRequest {
  const url = new URL(location);
  if (url.protocol === 'http:') return http.get(url, { signal });
  if (url.protocol === 'https:') return getOverHttps(url, { signal, ca: [...rootCertificates, ...roots] });
  throw new Error(`files are not fetched by ${url.protocol}`);
}

async function receive(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop destroys the response.
    if (bytes > maxBytes) throw new Error(`the file has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
