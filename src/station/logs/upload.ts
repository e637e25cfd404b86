import type { ClientRequest, RequestOptions } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { Clock } from '../../time/clock.ts';
import { http } from '../../wire/node-http.ts';

export interface UploadOptions {
  /** Holds the clock still while bytes travel. */
  clock: Clock;
  /** Roots of the CSO, which may have a file server of its own; those of the public are trusted as well. */
  roots: readonly string[];
  /** Gives up. */
  signal: AbortSignal;
  method?: 'PUT' | 'POST';
  /** What a POST calls the file (N01.FR.19). */
  fileName?: string;
  /** Milliseconds on the wall without a byte: a clock that is held would never end the wait for a server that says nothing. */
  silence?: number;
}

const SILENCE = 10_000;

/** Puts or posts a text to a location by HTTP or HTTPS. @throws Error saying why it cannot be done */
export async function upload(location: string, text: string, options: UploadOptions): Promise<void> {
  const release = options.clock.hold();
  try {
    await send(location, text, options);
  } finally {
    release();
  }
}

function send(
  location: string,
  text: string,
  { roots, signal, method = 'PUT', fileName, silence = SILENCE }: UploadOptions,
): Promise<void> {
  const disposition = fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` };
  const headers = { 'content-type': 'application/octet-stream', 'content-length': Buffer.byteLength(text), ...disposition };
  return new Promise((resolve, reject) => {
    const request = open(location, { method, headers, signal }, roots);
    request.once('error', reject);
    request.setTimeout(silence, () => request.destroy(new Error('the server says nothing')));
    request.once('response', (response) => {
      response.resume();
      const { statusCode = 0 } = response;
      if (statusCode >= 200 && statusCode < 300) response.once('end', resolve).once('error', reject);
      else request.destroy(new Error(`the server answered ${statusCode}`));
    });
    request.end(text);
  });
}

/** @throws TypeError if it is no URL, Error if it has another scheme */
function open(location: string, options: RequestOptions, roots: readonly string[]): ClientRequest {
  const url = new URL(location);
  if (url.protocol === 'http:') return http.request(url, options);
  if (url.protocol === 'https:') return requestOverHttps(url, { ...options, ca: [...rootCertificates, ...roots] });
  throw new Error(`files are not sent by ${url.protocol}`);
}
