import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Action } from './action.ts';
import type { Decoded, Payload } from './frame.ts';
import validators from './generated/validators.cjs';

/** The nature of a schema violation; Part 4 gives each its own error code. */
export type ViolationKind = 'structure' | 'occurrence' | 'type' | 'value';

/** One way in which a payload departs from its official schema. */
export interface Violation {
  kind: ViolationKind;
  /** JSON pointer into the payload, to the offending value or to where a missing one belongs. */
  pointer: string;
  /** What the schema asks for there, as a phrase: `one of Accepted, Pending, Rejected`. */
  expected: string;
}

const KINDS: Record<string, ViolationKind> = {
  type: 'type',
  required: 'occurrence',
  minItems: 'occurrence',
  maxItems: 'occurrence',
  additionalProperties: 'structure',
};

/** @returns what the official request schema of `action` finds wrong, nothing if the payload is valid */
export const requestViolations = (action: Action, payload: Payload): readonly Violation[] => violations('Request', action, payload);

/** @returns what the official response schema of `action` finds wrong, nothing if the payload is valid */
export const responseViolations = (action: Action, payload: Payload): readonly Violation[] => violations('Response', action, payload);

const NONE: readonly Violation[] = [];

/** Found already, so that the name of a schema is not put together anew for every message. */
const known = { Request: new Map<Action, ValidateFunction>(), Response: new Map<Action, ValidateFunction>() };

function validatorOf(kind: keyof typeof known, action: Action): ValidateFunction {
  const validate = validators[`${action}${kind}`];
  if (!validate) throw new Error(`no schema ${action}${kind}`);
  known[kind].set(action, validate);
  return validate;
}

/**
 * What the official schema finds wrong with the payload of a message of that action. A message is validated once, however
 * many ask. Nothing is found where no schema applies: in errors, and in what is no frame.
 */
export function frameViolations(decoded: Decoded, action: Action): readonly Violation[] {
  const { frame, validated } = decoded;
  if (validated?.action === action) return validated.violations;
  if (!frame || frame.type === 'CALLERROR') return NONE;
  const violations = frame.type === 'CALL' ? requestViolations(action, frame.payload) : responseViolations(action, frame.payload);
  decoded.validated = { action, violations };
  return violations;
}

function violations(kind: keyof typeof known, action: Action, payload: Payload): readonly Violation[] {
  const validate = known[kind].get(action) ?? validatorOf(kind, action);
  return validate(payload) ? NONE : (validate.errors ?? []).map(toViolation);
}

function toViolation({ keyword, instancePath, params }: ErrorObject): Violation {
  return { kind: KINDS[keyword] ?? 'value', pointer: pointerOf(keyword, instancePath, params), expected: phrase(keyword, params) };
}

function pointerOf(keyword: string, path: string, params: ErrorObject['params']): string {
  const member =
    keyword === 'required' ? params.missingProperty : keyword === 'additionalProperties' ? params.additionalProperty : undefined;
  return member === undefined ? path : `${path}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function phrase(keyword: string, params: ErrorObject['params']): string {
  switch (keyword) {
    case 'required':
      return 'a required field';
    case 'additionalProperties':
      return 'no such field';
    case 'type':
      return `a value of type ${params.type}`;
    case 'enum':
      return `one of ${params.allowedValues.join(', ')}`;
    case 'maxLength':
      return `at most ${params.limit} characters`;
    case 'minItems':
      return `at least ${params.limit} element(s)`;
    case 'maxItems':
      return `at most ${params.limit} element(s)`;
    case 'format':
      return `a ${params.format} as in RFC 3339`;
    case 'minimum':
    case 'maximum':
      return `a number ${params.comparison} ${params.limit}`;
    default:
      return `a value that satisfies ${keyword}`;
  }
}
