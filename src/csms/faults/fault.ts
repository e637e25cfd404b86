import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor } from '../../wire/rpc.ts';

/** A named violation that the CSMS commits on request, so that what is meant to notice it can be tested. */
export interface Fault {
  name: string;
  /** The requirement it breaks. */
  requirement: string;
  /** What it does, in one sentence. */
  about: string;
  /** The finding or the case that has to notice it. */
  killedBy: string;
  /** Changes what is sent on one connection; a fault without it is a flag that the code asks for. */
  interceptor?(): Interceptor;
  /** Replaces the message ids of CALLs. */
  messageId?(): string;
}

export type FaultDescription = Omit<Fault, 'name'>;

/** Changes the requests of one action. */
export const changing = (action: Action, change: (payload: Payload) => Payload) => (): Interceptor => ({
  request: (sending, payload) => (sending === action ? change(payload) : payload),
});

/** A payload without one of its fields. */
export const without =
  (name: string) =>
  ({ [name]: _, ...rest }: Payload): Payload =>
    rest;

/** The elements of a list, empty where it is none: a script may have sent anything. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
