import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Entry, EntryBody } from '../trace/entry.ts';
import type { ServerTls } from '../wire/server.ts';
import { FileEnd } from './file-end.ts';
import type { Reach } from './reach.ts';

type Upload = Omit<Extract<Entry, { kind: 'upload' }>, 'seq' | 'at'>;

/** Where logs are taken, and where they are not. */
export const LOGS = '/logs/';
export const NOWHERE = '/nowhere/';

/** Enough to find the headers of a part, if the file comes in parts. */
const BEGINNING = 4096;
/** No log of a station is larger. */
const MOST_BYTES = 256 * 1024 * 1024;
/** What a station sends beyond that in one case is not looked at any more. */
const MOST_UPLOADS = 500;

/** Takes the logs that a station uploads by HTTP or HTTPS, and keeps nothing of them but that they came. */
export class LogServer {
  readonly #record: (entry: EntryBody) => void;
  readonly #end: FileEnd;
  readonly #mostBytes: number;
  #url = '';
  #recorded = 0;

  /**
   * @param record hears of the server, of every file, and of what came to nothing
   * @param tls what it shows; none for plain HTTP
   */
  constructor(record: (entry: EntryBody) => void, tls?: ServerTls, mostBytes = MOST_BYTES) {
    this.#record = record;
    this.#mostBytes = mostBytes;
    this.#end = new FileEnd(
      (request, response) => this.#take(request, response),
      tls,
      (reason, facts) => this.#failed(reason, facts),
    );
  }

  /** @returns its URL without a path */
  async listen(reach: Reach): Promise<string> {
    this.#url = await this.#end.listen(reach);
    this.#record({ kind: 'upload-server', connection: 0, url: this.#url });
    return this.#url;
  }

  close(): void {
    this.#end.close();
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    if (this.#recorded >= MOST_UPLOADS) return void request.destroy();
    receive(request, this.#mostBytes).then(
      async ({ bytes, beginning }) => {
        await this.#end.transferred();
        const upload = describe(request, this.#url, bytes, beginning);
        if (bytes > this.#mostBytes) upload.status = 413;
        this.#tell(upload);
        response.writeHead(upload.status, bytes > this.#mostBytes ? { Connection: 'close' } : {}).end(() => {
          if (bytes > this.#mostBytes) request.destroy();
        });
      },
      () => {
        this.#failed('the upload broke off');
        response.destroy();
      },
    );
  }

  #failed(reason: string, tls?: Extract<Entry, { kind: 'upload-failed' }>['tls']): void {
    this.#tell({ kind: 'upload-failed', connection: 0, url: this.#url, reason, ...(tls ? { tls } : {}) });
  }

  #tell(entry: EntryBody): void {
    if (this.#recorded++ < MOST_UPLOADS) this.#record(entry);
  }
}

/** Reads to the end, or until there is too much. @throws Error if it does not come */
async function receive(request: IncomingMessage, most: number): Promise<{ bytes: number; beginning: string }> {
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
