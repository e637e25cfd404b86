import { constants } from 'node:crypto';
import type { Refusal, UpgradeFacts } from '../ocpp/handshake.ts';
import type { Clock } from '../time/clock.ts';
import type { Link } from '../wire/link.ts';
import { type Answer, OcppServer, type ServerTls } from '../wire/server.ts';
import type { EndpointConfig, SecurityProfile } from './config.ts';

export interface EndpointHooks {
  passwordOf(identity: string | undefined): string | undefined;
  answer(upgrade: UpgradeFacts): Answer;
  linked(link: Link): void;
  refused(refusal: Refusal): void;
  /** Lets certificates through the TLS handshake that are not valid, for `answer` to judge. */
  lenient(): boolean;
  /** Whether it agrees to compress messages (Part 4, 3.3). */
  compresses(): boolean;
  /** What faults make of the way it proves itself. */
  spoil(tls: ServerTls): ServerTls;
}

/** One address of the CSMS. */
export class Endpoint {
  readonly securityProfile: SecurityProfile;
  readonly path: string;
  readonly #config: EndpointConfig;
  readonly #hooks: EndpointHooks;
  #tls: ServerTls | undefined;
  #server: OcppServer | undefined;
  #url = '';

  constructor(config: EndpointConfig, hooks: EndpointHooks) {
    this.#config = config;
    this.#hooks = hooks;
    this.#tls = config.tls;
    this.securityProfile = config.securityProfile;
    this.path = config.path;
  }

  /** The OCPP-J endpoint URL, to which stations append their identity. @throws an Error while it is not listening */
  get url(): string {
    if (!this.isListening) throw new Error('the CSMS is not listening');
    return this.#url;
  }

  get isListening(): boolean {
    return this.#server !== undefined;
  }

  /** @throws an error with code EADDRINUSE if the port is taken */
  async listen(clock: Clock): Promise<void> {
    const { host, port, advertisedHost } = this.#config;
    const tls = this.#tls ? { tls: this.#complete(this.#tls) } : {};
    this.#server = await OcppServer.listen({ ...this.#hooks, host, port, clock, deflate: this.#hooks.compresses(), ...tls });
    const url = new URL(this.#server.url);
    if (advertisedHost) url.hostname = advertisedHost;
    this.#url = `${url.origin}${this.path}`;
  }

  /** Shows these certificates, and trusts these authorities, from the next handshake on. */
  setTls(tls: ServerTls): void {
    this.#tls = tls;
    this.#server?.setTls(this.#complete(tls));
  }

  async close(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  #complete(tls: ServerTls): ServerTls {
    const asks = this.securityProfile === 3;
    return {
      ...this.#hooks.spoil(tls),
      requestCert: asks,
      rejectUnauthorized: asks && !this.#hooks.lenient(),
      // No session is resumed, so that every handshake shows its certificates.
      secureOptions: (tls.secureOptions ?? 0) | constants.SSL_OP_NO_TICKET,
    };
  }
}
