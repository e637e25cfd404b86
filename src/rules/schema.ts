import type { Violation } from '../ocpp/validate.ts';
import { DeviceLimits } from './device-limits.ts';
import { finding } from './finding.ts';
import { at, quote } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { callOf, violationsOf } from './violations.ts';

/** A payload that is wrong all over is described by its first violations. */
const MOST_PER_FRAME = 10;

/** Payloads are as the official schemas of their action have them (Part 4, 4.1.2 and 4.1.7). */
export const schema: Rule = (report) => {
  const stations = new PerStation(() => new DeviceLimits());
  return {
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const found = violationsOf(entry);
      if (found.length === 0) return stations.of(entry).learn(entry);
      const { frame } = entry.decoded;
      if (entry.deliberate || !frame || frame.type === 'CALLERROR') return;
      const isCall = frame.type === 'CALL';
      const message = `${entry.action}${isCall ? 'Request' : 'Response'}`;
      const limits = stations.of(entry);
      const call = callOf(entry);
      const entries = isCall || !call ? [entry] : [entry, call];
      let count = 0;
      for (const violation of found) {
        const { pointer } = violation;
        const value = at(frame.payload, pointer);
        if (isAllowed(violation, message, value, limits)) continue;
        if (++count > MOST_PER_FRAME) return;
        const expected = `${violation.expected} at ${pointer || 'the top'} of ${message}`;
        const code = isCall ? 'request-schema' : 'response-schema';
        report(finding(code, { party: entry.from, expected, actual: quote(value), pointer, entries }));
      }
    },
  };
};

/** Stations may announce with OCPPCommCtrlr.FieldLength that they take longer fields than the schema does. */
function isAllowed(violation: Violation, message: string, value: unknown, limits: DeviceLimits): boolean {
  if (!isTooLong(violation) || typeof value !== 'string') return false;
  const path = violation.pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  const length = limits.fieldLength(`${message}.${path.join('.')}`) ?? limits.fieldLength(`${message}.${path.at(-1)}`);
  return length !== undefined && value.length <= length;
}

/** Whether a string is longer than the schema says. */
export const isTooLong = ({ kind, expected }: Violation): boolean => kind === 'value' && /^at most \d+ characters$/.test(expected);
