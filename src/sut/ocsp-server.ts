import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CertificateId,
  type CertificateStatus,
  certificateId,
  isSame,
  MALFORMED_REQUEST,
  ocspResponse,
  type Responder,
  readOcspRequest,
} from '../pki/ocsp.ts';
import { http } from '../wire/node-http.ts';

/** A certificate that the server knows, and who issued it. */
export interface Watched {
  certificate: string;
  issuer: Responder;
}

/** Bytes that a question about a few certificates may have. */
const MOST = 20_000;

/** Tells a CSMS under test whether certificates have been revoked: OCSP over HTTP. */
export class OcspServer {
  /** What it says of the first certificate that it knows; the others are good. */
  status: CertificateStatus = 'good';
  /** Which of its certificates it was asked about, by their place. */
  readonly asked = new Set<number>();
  #watched: readonly Watched[] = [];
  #server: Server | undefined;

  /** @param publicHost the address at which the CSMS reaches this machine, if not that of loopback */
  async listen(publicHost: string | undefined): Promise<string> {
    const server = http.createServer((request, response) => this.#serve(request, response));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(0, publicHost === undefined ? '127.0.0.1' : '0.0.0.0', resolve);
    });
    return `http://${publicHost ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}/ocsp`;
  }

  watch(certificates: readonly Watched[]): void {
    this.#watched = certificates;
  }

  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MOST) chunks.push(chunk);
    });
    request.on('end', () => {
      const question = request.method === 'GET' ? inPath(request.url) : Buffer.concat(chunks);
      response.writeHead(200, { 'Content-Type': 'application/ocsp-response' }).end(this.#answer(question));
    });
  }

  #answer(question: Buffer): Buffer {
    try {
      const { ids, nonce } = readOcspRequest(question);
      const [first = 0] = ids.map((id) => this.#find(id)).filter((place) => place >= 0);
      const issuer = this.#watched[first]?.issuer;
      if (!issuer || ids.length === 0) return MALFORMED_REQUEST;
      const statuses = ids.map((id) => ({ id, status: this.#judge(this.#find(id)) }));
      return ocspResponse(statuses, issuer, Date.now(), nonce);
    } catch {
      return MALFORMED_REQUEST;
    }
  }

  #find(id: CertificateId): number {
    return this.#watched.findIndex(({ certificate, issuer }) =>
      isSame(certificateId(certificate, issuer.certificate, id.hashAlgorithm), id),
    );
  }

  #judge(place: number): CertificateStatus {
    if (place < 0) return 'unknown';
    this.asked.add(place);
    return place === 0 ? this.status : 'good';
  }
}

/** RFC 6960 has short questions in the path as well, in base64. */
const inPath = (url = ''): Buffer => Buffer.from(decodeURIComponent(url.slice(url.lastIndexOf('/ocsp/') + 6)), 'base64');
