import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Entry, EntryBody } from '../trace/entry.ts';
import type { ServerTls } from '../wire/server.ts';
import { FileEnd } from './file-end.ts';
import type { Reach } from './reach.ts';
import { describe, receive } from './upload.ts';

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
