import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entry, EntryBody } from '../trace/entry.ts';
import { http } from '../wire/node-http.ts';
import { type Reach, urlAt } from './reach.ts';

type Upload = Omit<Extract<Entry, { kind: 'upload' }>, 'seq' | 'at'>;

/** Where logs are taken, and where they are not. */
export const LOGS = '/logs/';
export const NOWHERE = '/nowhere/';

/** Enough to find the headers of a part, if the file comes in parts. */
const BEGINNING = 4096;

/** Takes the logs that a station uploads by HTTP, and keeps nothing of them but that they came. */
export class LogServer {
  readonly #record: (entry: EntryBody) => void;
  readonly #server: Server = http.createServer((request, response) => {
    receive(request).then(async ({ bytes, beginning }) => {
      await this.#transfer?.();
      const upload = describe(request, this.#url, bytes, beginning);
      this.#record(upload);
      response.writeHead(upload.status).end();
    }, response.destroy.bind(response));
  });
  #url = '';
  #transfer: Reach['transfer'];

  /** @param record hears of the server, and of every file */
  constructor(record: (entry: EntryBody) => void) {
    this.#record = record;
  }

  /** @returns its URL without a path */
  async listen(reach: Reach): Promise<string> {
    this.#transfer = reach.transfer;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, reach.listen, resolve);
    });
    this.#url = urlAt(reach, (this.#server.address() as AddressInfo).port);
    this.#record({ kind: 'upload-server', connection: 0, url: this.#url });
    return this.#url;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Reads to the end. @throws Error if it does not come */
async function receive(request: IncomingMessage): Promise<{ bytes: number; beginning: string }> {
  let bytes = 0;
  let beginning = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (beginning.length < BEGINNING) beginning += chunk.subarray(0, BEGINNING - beginning.length).toString('latin1');
  }
  return { bytes, beginning };
}

function describe({ method = '', url = '', headers }: IncomingMessage, server: string, bytes: number, beginning: string): Upload {
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
