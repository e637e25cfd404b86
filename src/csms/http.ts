import type { IncomingMessage } from 'node:http';

/** An answer of the control API that is not a success. */
export class HttpError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MAX_BODY = 1024 * 1024;

/**
 * The body as a JSON object; an empty one stands for `{}`.
 * @throws HttpError if it is too large, not JSON, not an object or not declared as JSON
 */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await readText(request);
  if (text.trim() === '') return {};
  // A web page that someone has open can send forms to loopback, but nothing declared as JSON.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'Content-Type: send the body as application/json');
  const json = parse(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new HttpError(400, 'body: a JSON object is needed');
  return json as Record<string, unknown>;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new HttpError(413, `body: at most ${MAX_BODY} bytes are taken`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpError(400, `body: not JSON: ${(error as Error).message}`);
  }
}
