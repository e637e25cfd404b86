import type { Violation } from './validate.ts';

/** The payload of a message: a JSON object, not yet checked against a schema. */
export type Payload = Record<string, unknown>;

export type Call = { type: 'CALL'; messageId: string; action: string; payload: Payload };
export type CallResult = { type: 'CALLRESULT'; messageId: string; payload: Payload };
export type CallError = {
  type: 'CALLERROR';
  messageId: string;
  errorCode: string;
  errorDescription: string;
  errorDetails: Payload;
};
export type Frame = Call | CallResult | CallError;

/** What can be wrong with the RPC envelope of a frame (Part 4, chapter 4). */
export type FrameFault =
  | 'not-json'
  | 'not-array'
  | 'message-type-not-integer'
  | 'unknown-message-type'
  | 'message-id-not-string'
  | 'message-id-too-long'
  | 'element-count'
  | 'action-not-string'
  | 'payload-not-object'
  | 'error-code-not-string'
  | 'error-description-not-string'
  | 'error-description-too-long'
  | 'error-details-not-object';

export interface Decoded {
  /** Absent where the envelope cannot be read. */
  frame?: Frame;
  /** The message id where it could be read, also of a frame that cannot be. */
  messageId?: string;
  /** The message type number where it could be read. */
  messageType?: number;
  faults: FrameFault[];
  /** What was found when the payload was validated as that of a message of this action: see frameViolations. */
  validated?: { action: string; violations: readonly Violation[] };
}

const MESSAGE_TYPE = { CALL: 2, CALLRESULT: 3, CALLERROR: 4 } as const;
const LENGTH: Record<number, number> = { 2: 4, 3: 3, 4: 5 };
export const MAX_MESSAGE_ID = 36;
const MAX_ERROR_DESCRIPTION = 255;

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where both ends of a connection are in this process, who sends and who receives read the same text one after the other. */
let latest: { text: string; decoded: Decoded } | undefined;

/**
 * Reads a frame of OCPP-J; never throws, names every fault of the envelope instead. Whoever reads the same text next gets
 * the same object: nobody may change it.
 */
export function decode(text: string): Decoded {
  if (latest?.text !== text) latest = { text, decoded: read(text) };
  return latest.decoded;
}

function read(text: string): Decoded {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { faults: ['not-json'] };
  }
  if (!Array.isArray(json)) return { faults: ['not-array'] };
  const type: unknown = json[0];
  const messageId: unknown = json[1];
  const decoded: Decoded = { faults: [] };
  if (typeof messageId === 'string') {
    decoded.messageId = messageId;
    if (messageId.length > MAX_MESSAGE_ID) decoded.faults.push('message-id-too-long');
  }
  if (typeof type !== 'number' || !Number.isInteger(type)) {
    decoded.faults.push('message-type-not-integer');
    return decoded;
  }
  decoded.messageType = type;
  if (LENGTH[type] === undefined) {
    decoded.faults.push('unknown-message-type');
    return decoded;
  }
  if (typeof messageId !== 'string') {
    decoded.faults.push('message-id-not-string');
    return decoded;
  }
  if (json.length !== LENGTH[type]) decoded.faults.push('element-count');
  const frame = bodyOf(type, messageId, json, decoded.faults);
  if (frame) decoded.frame = frame;
  return decoded;
}

function bodyOf(type: number, messageId: string, json: unknown[], faults: FrameFault[]): Frame | undefined {
  if (type === MESSAGE_TYPE.CALLERROR) return callError(messageId, json, faults);
  const payload = json[type === MESSAGE_TYPE.CALL ? 3 : 2];
  if (!isObject(payload)) faults.push('payload-not-object');
  if (type === MESSAGE_TYPE.CALLRESULT) return isObject(payload) ? { type: 'CALLRESULT', messageId, payload } : undefined;
  const action = json[2];
  if (typeof action !== 'string') {
    faults.push('action-not-string');
    return undefined;
  }
  return isObject(payload) ? { type: 'CALL', messageId, action, payload } : undefined;
}

function callError(messageId: string, json: unknown[], faults: FrameFault[]): CallError {
  const [, , errorCode, errorDescription, errorDetails] = json;
  if (typeof errorCode !== 'string') faults.push('error-code-not-string');
  if (typeof errorDescription !== 'string') faults.push('error-description-not-string');
  else if (errorDescription.length > MAX_ERROR_DESCRIPTION) faults.push('error-description-too-long');
  if (!isObject(errorDetails)) faults.push('error-details-not-object');
  return {
    type: 'CALLERROR',
    messageId,
    errorCode: typeof errorCode === 'string' ? errorCode : '',
    errorDescription: typeof errorDescription === 'string' ? errorDescription : '',
    errorDetails: isObject(errorDetails) ? errorDetails : {},
  };
}

/** Writes a frame as OCPP-J puts it on the wire. */
export function encode(frame: Frame): string {
  switch (frame.type) {
    case 'CALL':
      return JSON.stringify([MESSAGE_TYPE.CALL, frame.messageId, frame.action, frame.payload]);
    case 'CALLRESULT':
      return JSON.stringify([MESSAGE_TYPE.CALLRESULT, frame.messageId, frame.payload]);
    case 'CALLERROR':
      return JSON.stringify([
        MESSAGE_TYPE.CALLERROR,
        frame.messageId,
        frame.errorCode,
        frame.errorDescription.slice(0, MAX_ERROR_DESCRIPTION),
        frame.errorDetails,
      ]);
  }
}
