import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor, Reply } from '../../wire/rpc.ts';

/** A violation that the station commits on request, so that whoever looks for violations can be tested. */
export interface Fault {
  name: string;
  /** What it violates. */
  requirement: string;
  about: string;
  /** The code of the finding, or the case, that has to notice it. */
  killedBy: string;
  /** Changes what goes out; a fault without it is consulted by the behaviour that it spoils. */
  interceptor?: Interceptor;
}

/** Faults by name. */
export function byName<const F extends readonly Fault[]>(...faults: F): { [K in F[number] as K['name']]: Fault } {
  return Object.fromEntries(faults.map((fault) => [fault.name, fault])) as { [K in F[number] as K['name']]: Fault };
}

/** Spoils the answers to an action that are no errors. */
export const answering = (actions: readonly string[], spoil: (payload: Payload) => Payload): Interceptor => ({
  reply: ({ action }, reply): Reply => (actions.includes(action) && 'payload' in reply ? { payload: spoil(reply.payload) } : reply),
});

/** Spoils the requests of an action. */
export const requesting = (actions: readonly string[], spoil: (payload: Payload) => Payload): Interceptor => ({
  request: (action, payload) => (actions.includes(action) ? spoil(payload) : payload),
});

/** Spoils every element of a list in a payload. */
export const eachOf =
  <E>(list: string, spoil: (element: E) => E) =>
  (payload: Payload): Payload => ({ ...payload, [list]: (payload[list] as E[] | undefined)?.map(spoil) });

/** The element without some of its fields. */
export function without<E extends object>(element: E, ...fields: (keyof E)[]): E {
  return Object.fromEntries(Object.entries(element).filter(([name]) => !fields.includes(name as keyof E))) as E;
}
