import type { Refusal, UpgradeFacts } from '../ocpp/handshake.ts';
import type { Party } from '../ocpp/party.ts';
import { recordLink } from '../trace/recorder.ts';
import type { Trace } from '../trace/trace.ts';
import type { Link } from '../wire/link.ts';

export type EndpointName = 'first' | 'second';

interface Open {
  upgrade: UpgradeFacts;
  endpoint: EndpointName;
}

/**
 * Puts the connections of the played party, and the attempts that came to nothing, into the trace of the case that is
 * being played. Connections may outlive a case.
 */
export class Recording {
  readonly #played: Party;
  readonly #open = new Map<number, Open>();
  #trace: Trace | undefined;
  #connections = 0;

  constructor(played: Party, trace?: Trace) {
    this.#played = played;
    this.#trace = trace;
  }

  /** Records into this trace from now on, beginning with the connections that there are. */
  start(trace: Trace, carried: { accepted: boolean; heartbeatInterval?: number }): void {
    this.#trace = trace;
    for (const [connection, { upgrade, endpoint }] of this.#open)
      trace.append({ kind: 'connected', connection, upgrade, endpoint, seenBy: this.#played, carried });
  }

  stop(): void {
    this.#trace = undefined;
  }

  linked(link: Link, endpoint: EndpointName): void {
    const connection = ++this.#connections;
    this.#open.set(connection, { upgrade: { ...link.upgrade }, endpoint });
    link.listen({ closed: () => this.#open.delete(connection) });
    recordLink((entry) => this.#trace?.append(entry), link, connection, this.#played, endpoint);
  }

  refused(refusal: Refusal, endpoint: EndpointName): void {
    this.#trace?.append({ kind: 'refused', connection: ++this.#connections, refusal, endpoint, seenBy: this.#played });
  }
}

export const endpointName = (index: number): EndpointName => (index === 0 ? 'first' : 'second');
