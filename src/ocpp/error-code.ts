import type { FrameFault } from './frame.ts';
import type { Violation, ViolationKind } from './validate.ts';

/** The RPC framework error codes of Part 4, section 4.3. */
export const ERROR_CODES = [
  'FormatViolation',
  'GenericError',
  'InternalError',
  'MessageTypeNotSupported',
  'NotImplemented',
  'NotSupported',
  'OccurrenceConstraintViolation',
  'PropertyConstraintViolation',
  'ProtocolError',
  'RpcFrameworkError',
  'SecurityError',
  'TypeConstraintViolation',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);

/** Spellings found in earlier texts of the specification and in its use cases; understood, but not in the list. */
export const OUTDATED_SPELLINGS: Readonly<Record<string, ErrorCode>> = {
  FormationViolation: 'FormatViolation',
  OccurenceConstraintViolation: 'OccurrenceConstraintViolation',
};

/**
 * The codes that Part 4 lets a receiver choose for each kind of schema violation, the most specific first.
 * FormatViolation and ProtocolError describe any payload that is not as the PDU prescribes.
 */
const FOR_VIOLATION: Record<ViolationKind, readonly ErrorCode[]> = {
  occurrence: ['OccurrenceConstraintViolation', 'ProtocolError', 'FormatViolation'],
  type: ['TypeConstraintViolation', 'FormatViolation'],
  value: ['PropertyConstraintViolation', 'FormatViolation'],
  structure: ['FormatViolation', 'ProtocolError', 'PropertyConstraintViolation', 'OccurrenceConstraintViolation'],
};

/** @returns the codes that fit at least one of the violations, the best for the first of them in front */
export const codesForViolations = (violations: readonly Violation[]): ErrorCode[] => [
  ...new Set(violations.flatMap(({ kind }) => FOR_VIOLATION[kind])),
];

/** @returns the codes that fit a CALL whose envelope has these faults */
export const codesForFrame = (faults: readonly FrameFault[]): ErrorCode[] =>
  faults.includes('unknown-message-type')
    ? ['MessageTypeNotSupported', 'RpcFrameworkError']
    : faults.includes('payload-not-object')
      ? ['FormatViolation', 'ProtocolError', 'TypeConstraintViolation', 'RpcFrameworkError']
      : ['RpcFrameworkError', 'FormatViolation', 'ProtocolError', 'GenericError'];

/** The message id of a CALLERROR that answers a frame whose own id could not be read (Part 4, 4.2.3). */
export const UNREADABLE_MESSAGE_ID = '-1';
