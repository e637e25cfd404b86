import type { Payload } from '../ocpp/frame.ts';

/** What is to be different in a payload: objects by name, arrays by index, `undefined` for what has to go. */
export type Changes = Record<string, unknown>;

/** @returns `base` with `changes` laid over it; neither is altered */
export const merge = (base: Payload, changes: Changes): Payload => overlay(base, changes) as Payload;

function overlay(base: unknown, change: unknown): unknown {
  if (Array.isArray(change)) {
    const items = Array.isArray(base) ? base : [];
    const length = Math.max(items.length, change.length);
    return Array.from({ length }, (_, index) => (index in change ? overlay(items[index], change[index]) : items[index])).filter(
      (item) => item !== undefined,
    );
  }
  if (!isPlain(change)) return change;
  const result: Record<string, unknown> = isPlain(base) ? { ...base } : {};
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) delete result[name];
    else result[name] = overlay(result[name], value);
  }
  return result;
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
