import type { Refusal } from '../ocpp/handshake.ts';
import type { Party } from '../ocpp/party.ts';
import { recordLink } from '../trace/recorder.ts';
import type { Trace } from '../trace/trace.ts';
import type { Link } from '../wire/link.ts';

type Endpoint = 'first' | 'second';

/** Puts the connections of the played party, and the attempts that came to nothing, into a trace. */
export class Recording {
  readonly #trace: Trace;
  readonly #played: Party;
  #connections = 0;

  constructor(trace: Trace, played: Party) {
    this.#trace = trace;
    this.#played = played;
  }

  linked(link: Link, endpoint: Endpoint): void {
    recordLink(this.#trace, link, ++this.#connections, this.#played, endpoint);
  }

  refused(refusal: Refusal, endpoint: Endpoint): void {
    this.#trace.append({ kind: 'refused', connection: ++this.#connections, refusal, endpoint, seenBy: this.#played });
  }
}

export const endpointName = (index: number): Endpoint => (index === 0 ? 'first' : 'second');
