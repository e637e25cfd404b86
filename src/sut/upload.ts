import type { IncomingMessage } from 'node:http';
import type { Entry } from '../trace/entry.ts';

type Upload = Omit<Extract<Entry, { kind: 'upload' }>, 'seq' | 'at'>;

/** Where logs are taken, and where they are not. */
export const LOGS = '/logs/';
export const NOWHERE = '/nowhere/';

/** Enough to find the headers of a part, if the file comes in parts. */
const BEGINNING = 4096;

/** Reads to the end, or until there is too much. @throws Error if it does not come */
export async function receive(request: IncomingMessage, most: number): Promise<{ bytes: number; beginning: string }> {
  let bytes = 0;
  let beginning = '';
  // To leave the loop must not close the connection, over which there is an answer to come.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (beginning.length < BEGINNING) beginning += chunk.subarray(0, BEGINNING - beginning.length).toString('latin1');
    if (bytes > most) break;
  }
  return { bytes, beginning };
}

/** What an upload was, as the trace has it. @param server URL without a path */
export function describe({ method = '', url = '', headers }: IncomingMessage, server: string, bytes: number, beginning: string): Upload {
  const path = url.split('?', 1)[0] ?? '';
  const contentType = headers['content-type'];
  // The headers of a part are in the body.
  const headersOfPart = contentType?.startsWith('multipart/') ? beginning.split('\r\n\r\n', 1)[0] : '';
  const [, fileName] = /filename\*?="?([^";\r\n]+)/i.exec(headers['content-disposition'] ?? headersOfPart ?? '') ?? [];
  const taken = path.startsWith(LOGS) ? 201 : 404;
  return {
    kind: 'upload',
    connection: 0,
    url: `${server}${path}`,
    method,
    status: method === 'PUT' || method === 'POST' ? taken : 405,
    bytes,
    ...(contentType === undefined ? {} : { contentType }),
    ...(fileName === undefined ? {} : { fileName }),
  };
}
