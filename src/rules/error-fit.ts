import { isAction, mayRequest } from '../ocpp/action.ts';
import { codesForFrame, codesForViolations, type ErrorCode } from '../ocpp/error-code.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { unsigned } from './action.ts';
import { mayOffend } from './beyond-schema.ts';
import type { Code } from './catalogue.ts';
import { type DeviceLimits, LIMITED } from './device-limits.ts';
import type { Severity } from './finding.ts';
import { violationsOf } from './violations.ts';

/** Why an error code does not suit the CALL that it answers. */
export interface Misfit {
  code: Code;
  severity?: Severity;
  expected: string;
}

/** Codes that say something of the payload, which everyone can check. */
const ABOUT_PAYLOAD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'FormatViolation',
  'OccurrenceConstraintViolation',
  'PropertyConstraintViolation',
  'ProtocolError',
  'TypeConstraintViolation',
]);

/** Codes that may be right of any CALL: a receiver need not know an action, nor look at the payload before it refuses. */
const ALWAYS_POSSIBLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['NotImplemented', 'NotSupported', 'SecurityError']);

/**
 * Whether an error code suits a CALL, by the descriptions in Part 4, 4.3. A code that says something untrue of the CALL
 * is a violation; one that says less than it could is a warning.
 */
export function misfit(code: ErrorCode, call: FrameEntry, limits: DeviceLimits): Misfit | undefined {
  const { frame, faults } = call.decoded;
  if (frame?.type !== 'CALL' || unsigned(frame.action) !== frame.action) return undefined;
  if (code === 'MessageTypeNotSupported') return { code: 'error-code-mismatch', expected: 'a code that suits a CALL' };
  if (!isAction(frame.action)) return ofUnknown(code, 'NotImplemented');
  if (!mayRequest(call.from, frame.action)) return code === 'NotSupported' ? undefined : ofUnknown(code, 'NotImplemented or NotSupported');
  if (ALWAYS_POSSIBLE.has(code)) return undefined;
  const violations = violationsOf(call);
  if (faults.length > 0 || violations.length > 0) {
    const fitting = [...(faults.length > 0 ? codesForFrame(faults) : []), ...codesForViolations(violations)];
    return fitting.includes(code) ? undefined : lesser(code, `one of ${fitting.join(', ')}`);
  }
  return call.deliberate ? undefined : ofValid(code, call, limits);
}

/** GenericError is by definition for what no other code covers; the others say something that may be true as well. */
const lesser = (code: ErrorCode, expected: string): Misfit =>
  code === 'GenericError' ? { code: 'error-code-mismatch', expected } : { code: 'error-code-mismatch', severity: 'warning', expected };

function ofUnknown(code: ErrorCode, expected: string): Misfit | undefined {
  if (code === 'NotImplemented' || code === 'SecurityError') return undefined;
  return ABOUT_PAYLOAD.has(code) ? { code: 'error-code-mismatch', expected } : lesser(code, expected);
}

function ofValid(code: ErrorCode, call: FrameEntry, limits: DeviceLimits): Misfit | undefined {
  if (!ABOUT_PAYLOAD.has(code)) return { code: 'error-for-valid-request', expected: 'a CALLRESULT, as the request is valid' };
  const { frame } = call.decoded;
  if (frame?.type !== 'CALL' || mayOffend(frame.payload) || mayExceed(call, limits)) return undefined;
  return { code: 'error-code-mismatch', expected: 'no complaint about the payload, which is valid' };
}

/** Whether a request may be larger than the station takes (B06.FR.16, B06.FR.17, B08.FR.17, B08.FR.18 and their like). */
function mayExceed(call: FrameEntry, limits: DeviceLimits): boolean {
  const { frame } = call.decoded;
  if (frame?.type !== 'CALL' || !isAction(frame.action)) return true;
  const limited = LIMITED[frame.action];
  if (!limited) return false;
  const list = frame.payload[limited.list];
  const items = limits.items(frame.action) ?? 0;
  const bytes = limits.bytes(frame.action) ?? 0;
  return (Array.isArray(list) ? list.length : 0) > items || Buffer.byteLength(call.text) > bytes;
}
