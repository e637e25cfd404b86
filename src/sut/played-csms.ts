import type { Csms } from '../csms/csms.ts';
import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { PlayedCsms, Reception } from '../scenario/played.ts';
import type { Interceptor, Outcome } from '../wire/rpc.ts';
import type { Answer, ServerTls } from '../wire/server.ts';
import { limited, type TlsLimits } from '../wire/tls-limits.ts';

/** What a CSMS that turns everybody away answers. */
const UNAVAILABLE = 503;

const ANSWERS: Record<Reception, Answer | undefined> = {
  accept: undefined,
  refuse: { do: 'refuse', status: UNAVAILABLE },
  stall: { do: 'stall' },
};

/** The simulated CSMS, played against a station. */
export class CsmsPlayer implements PlayedCsms {
  readonly party = 'csms';
  reception: Reception = 'accept';
  nextReception?: () => Reception | undefined;
  readonly csms: Csms;
  readonly #identity: string;
  /** Endpoints that have shown another certificate than usual. */
  readonly #changed = new Set<'first' | 'second'>();
  readonly #tlsFor: (certificate: string) => Promise<ServerTls>;

  /** @param tlsFor what an endpoint needs to show a certificate of the test PKI */
  constructor(csms: Csms, identity: string, tlsFor: (certificate: string) => Promise<ServerTls>) {
    this.csms = csms;
    this.#identity = identity;
    this.#tlsFor = tlsFor;
    const answer = () => ANSWERS[this.nextReception?.() ?? this.reception];
    csms.answer = answer;
  }

  get interceptors(): Interceptor[] {
    return this.csms.interceptors;
  }

  get connected(): boolean {
    return this.csms.stations({ connected: true }).includes(this.#identity);
  }

  get busy(): boolean {
    return this.csms.busy;
  }

  idle(): Promise<void> {
    return this.csms.idle();
  }

  send(action: Action, partial: Payload): Promise<Outcome> {
    return this.csms.send(this.#identity, action, partial);
  }

  sendFrame(text: string): void {
    this.csms.sendRaw(this.#identity, text);
  }

  closeConnection(): void {
    this.csms.disconnect(this.#identity);
  }

  async presentCertificate(name: string, endpoint: 'first' | 'second', limits: TlsLimits = {}): Promise<void> {
    this.#changed.add(endpoint);
    this.csms.endpoints[endpoint === 'first' ? 0 : 1]?.setTls({
      ...(await this.#tlsFor(name)),
      ...limited(limits),
    });
  }

  /** Undoes what a scenario told it to do differently. */
  async reset(): Promise<void> {
    this.reception = 'accept';
    delete this.nextReception;
    for (const endpoint of this.#changed) await this.presentCertificate('csms-server', endpoint);
    this.#changed.clear();
  }
}
