import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import { type Clock, SECOND } from '../../time/clock.ts';
import type { Entry, FrameEntry } from '../../trace/entry.ts';
import type { Trace } from '../../trace/trace.ts';
import type { Outcome } from '../../wire/rpc.ts';
import type { Environment } from '../environment.ts';
import { payloadOf } from '../payload.ts';

/** A station that is asked outside of scenarios. */
export interface Contact {
  readonly trace: Trace;
  readonly clock: Clock;
  /** Seconds to wait for the next part of a report. */
  readonly patience: number;
  send(action: Action, payload: Payload): Promise<Outcome>;
}

/** The station under test of a case, asked for what no line of it is about. */
export const contactOf = ({ trace, clock, settings, played }: Environment): Contact => ({
  trace,
  clock,
  patience: settings.timeouts.message,
  send: (action, payload) => played.send(action, payload),
});

/** What the station answers; undefined if it refuses or does not answer. */
export async function ask({ send }: Contact, action: Action, payload: Payload = {}): Promise<Payload | undefined> {
  const outcome = await send(action, payload);
  return outcome.kind === 'result' ? (outcome.payload as unknown as Payload) : undefined;
}

/** Far from the ids that scenarios use. */
let requestId = 900_000;

/**
 * What the station reports on a request: its parts in their order, none if there is nothing to report.
 * @returns undefined if it does not answer, or not to the end
 */
export async function askForReport(contact: Contact, action: Action, part: Action, payload: Payload = {}): Promise<Payload[] | undefined> {
  const id = ++requestId;
  const begin = contact.trace.entries.length;
  const answer = await ask(contact, action, { requestId: id, ...payload });
  if (!answer) return undefined;
  if (answer.status !== 'Accepted') return answer.status === 'NotSupported' || answer.status === 'Rejected' ? undefined : [];
  const parts = () => contact.trace.entries.slice(begin).filter((entry): entry is FrameEntry => isPart(entry, part, id));
  const complete = () => parts().some((entry) => payloadOf(entry).tbc !== true);
  return (await until(contact, complete)) ? parts().map(payloadOf) : undefined;
}

const isPart = (entry: Entry, action: Action, id: number): boolean =>
  entry.kind === 'frame' &&
  entry.from === 'station' &&
  entry.decoded.frame?.type === 'CALL' &&
  entry.decoded.frame.action === action &&
  entry.decoded.frame.payload.requestId === id;

/** Whether something comes true before nothing has come for a while. */
export async function until({ trace, clock, patience }: Contact, found: () => boolean): Promise<boolean> {
  if (found()) return true;
  const { promise, resolve } = Promise.withResolvers<void>();
  let timer = clock.after(patience * SECOND, resolve);
  const unwatch = trace.watch(() => {
    timer.cancel();
    if (found()) resolve();
    else timer = clock.after(patience * SECOND, resolve);
  });
  await promise;
  timer.cancel();
  unwatch();
  return found();
}
