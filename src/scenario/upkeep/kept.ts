import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import { ask, type Contact } from './contact.ts';

/** A request that the CSMS sends. */
export interface Request {
  action: Action;
  payload: Payload;
}

export type Items = ReadonlyMap<string, Payload>;

/** What a station keeps under ids that can be listed, taken out and put in. */
export interface Kept {
  name: string;
  /** Words of scenarios that are about it. */
  words: readonly string[];
  /** Requests that may change it. */
  changedBy: readonly Action[];
  /** @returns undefined where the station cannot say */
  list(contact: Contact): Promise<Items | undefined>;
  remove(id: string, item: Payload): Request;
  /** @returns undefined if it cannot be put in again */
  add(item: Payload): Request | undefined;
}

/** Takes out what is new, and puts in what is gone or has changed. @returns the ids with which that did not succeed */
export async function restore({ name, list, remove, add }: Kept, contact: Contact, before: Items): Promise<string[]> {
  const now = await list(contact);
  if (!now) return [name];
  const wrong = differences(before, now);
  for (const id of wrong) {
    const [strange, gone] = [now.get(id), before.get(id)];
    const request = gone ? add(gone) : strange && remove(id, strange);
    if (request) await ask(contact, request.action, request.payload);
  }
  return wrong.length === 0 ? [] : differences(before, (await list(contact)) ?? new Map());
}

const differences = (before: Items, now: Items): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id)));
