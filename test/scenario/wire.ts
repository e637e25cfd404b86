import { decode } from '../../src/ocpp/frame.ts';
import type { Party } from '../../src/ocpp/party.ts';
import { otherParty } from '../../src/ocpp/party.ts';
import { type Clock, SECOND } from '../../src/time/clock.ts';
import type { Trace } from '../../src/trace/trace.ts';
import type { Link, LinkListener } from '../../src/wire/link.ts';
import { UPGRADE } from '../rules/kit.ts';

/** A connection without sockets. One end is a `Link` for the played party, the other speaks and hears literal texts. */
export class Wire {
  readonly #clock: Clock;
  readonly #trace: Trace;
  readonly #played: Party;
  #listeners: LinkListener[] = [];
  #connection = 0;
  open = false;
  hears: (text: string) => void = () => {};

  constructor(clock: Clock, trace: Trace, played: Party) {
    this.#clock = clock;
    this.#trace = trace;
    this.#played = played;
  }

  /** A new connection; `carried` if it was there, and the station accepted, before the trace began. */
  connect(carried = false): Link {
    this.open = true;
    this.#listeners = [];
    this.#trace.append({
      kind: 'connected',
      connection: ++this.#connection,
      upgrade: UPGRADE,
      seenBy: this.#played,
      ...(carried ? { carried: { accepted: true } } : {}),
    });
    return {
      listen: (listener: LinkListener) => this.#listeners.push(listener),
      send: (text: string) => this.#send(text),
    } as unknown as Link;
  }

  /** An attempt to connect that comes to nothing. */
  refuse(reason = 'HTTP status 503'): void {
    this.#trace.append({
      kind: 'refused',
      connection: ++this.#connection,
      refusal: { stage: 'upgrade', reason, upgrade: { ...UPGRADE, status: 503 } },
      seenBy: this.#played,
    });
  }

  close(by: Party): void {
    if (!this.open) return;
    this.open = false;
    this.#trace.append({ kind: 'closed', connection: this.#connection, by, code: 1000, reason: '' });
    for (const { closed } of this.#listeners) closed?.({ code: 1000, reason: '', by: by === this.#played ? 'us' : 'peer' });
  }

  /** A text of the party that is not played. */
  say(text: string): void {
    if (!this.open) return;
    this.#trace.append({ kind: 'frame', connection: this.#connection, from: otherParty(this.#played), text });
    const decoded = decode(text);
    for (const { text: hear } of this.#listeners) hear?.(text, decoded);
  }

  /** The same, so many seconds from now. */
  sayAfter(seconds: number, text: string): void {
    this.#clock.after(seconds * SECOND, () => this.say(text));
  }

  #send(text: string): boolean {
    if (!this.open) return false;
    this.#trace.append({ kind: 'frame', connection: this.#connection, from: this.#played, text });
    const arrived = this.#clock.hold();
    setImmediate(() => {
      this.hears(text);
      arrived();
    });
    return true;
  }
}
