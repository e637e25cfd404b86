import type { Description } from './catalogue.ts';
import { DIAGNOSTICS_CODES } from './diagnostics-codes.ts';
import { DISPLAY_CODES } from './display-codes.ts';
import { FIRMWARE_CODES } from './firmware-codes.ts';
import { MESSAGE_CODES } from './message-codes.ts';
import { SECURITY_CODES } from './security-codes.ts';
import { SMART_CHARGING_CODES } from './smart-charging-codes.ts';

/** The codes of the always-on rules. */
export const RULE_CODES = {
  // TLS and the opening handshake
  'tls-version': {
    requirement: 'A00.FR.313',
    severity: 'violation',
    about: 'A connection was established with a TLS version below 1.2.',
  },
  'tls-cipher-suite': {
    requirement: 'A00.FR.320',
    severity: 'violation',
    about: 'A connection was established with a cipher suite that encrypts nothing, proves nothing, or does so by broken means.',
  },
  'tls-certificate-untrusted': {
    requirement: 'A00.FR.308',
    severity: 'violation',
    about: 'A connection was established although the certificate of this party cannot be verified.',
  },
  'subprotocol-not-offered': {
    requirement: 'Part 4, 3.1.2',
    severity: 'violation',
    about: 'The station offers no subprotocol, or (as a warning) none of OCPP 2.0.1.',
  },
  'subprotocol-not-among-offered': {
    requirement: 'Part 4, 3.2',
    severity: 'violation',
    about: 'The CSMS selected a subprotocol that the station has not offered.',
  },
  'subprotocol-none-kept-open': {
    requirement: 'Part 4, 3.2',
    severity: 'violation',
    about: 'The CSMS goes on with a connection for which it selected no subprotocol.',
  },
  'identity-encoding': {
    requirement: 'Part 4, 3.1.1',
    severity: 'violation',
    about: 'The last segment of the connection URL is not properly percent-encoded.',
  },
  'identity-characters': {
    requirement: 'Part 4, 3.1.1',
    severity: 'violation',
    about: 'The identity of the station is empty or has characters that an identity may not have, such as a colon.',
  },
  'identity-length': {
    requirement: 'Part 4, 3.1.1',
    severity: 'violation',
    about: 'The identity of the station is longer than 48 characters.',
  },
  'credentials-missing': {
    requirement: 'A00.FR.203',
    severity: 'warning',
    about: 'The station sends neither user name and password nor, as far as can be seen, a client certificate.',
  },
  'credentials-malformed': {
    requirement: 'A00.FR.202',
    severity: 'violation',
    about: 'The Authorization header is not what HTTP Basic authentication asks for.',
  },
  'credentials-username': {
    requirement: 'A00.FR.204',
    severity: 'violation',
    about: 'The user name is another than the identity in the connection URL.',
  },
  'credentials-password-length': {
    requirement: 'A00.FR.205',
    severity: 'violation',
    about: 'The password is shorter than 16 or longer than 64 characters.',
  },
  'credentials-with-certificate': {
    requirement: 'A00.FR.001',
    severity: 'warning',
    about: 'The station sends a password although it authenticates with a client certificate.',
  },

  // Frames and the RPC layer
  'frame-not-json': {
    requirement: 'Part 4, 4.1.2',
    severity: 'violation',
    about: 'A message is not valid JSON.',
  },
  'frame-not-array': {
    requirement: 'Part 4, 4.2',
    severity: 'violation',
    about: 'A message is JSON, but not an array.',
  },
  'frame-message-type': {
    requirement: 'Part 4, 4.1.3',
    severity: 'violation',
    about: 'The message type number is none of 2, 3 and 4.',
  },
  'frame-message-id': {
    requirement: 'Part 4, 4.1.4',
    severity: 'violation',
    about: 'The message id is not a string.',
  },
  'frame-message-id-length': {
    requirement: 'Part 4, 4.1.4',
    severity: 'violation',
    about: 'The message id is longer than 36 characters.',
  },
  'frame-elements': {
    requirement: 'Part 4, 4.2',
    severity: 'violation',
    about: 'A message has more or fewer elements than its type has.',
  },
  'frame-action': {
    requirement: 'Part 4, 4.1.6',
    severity: 'violation',
    about: 'The action of a CALL is not a string.',
  },
  'frame-payload': {
    requirement: 'Part 4, 4.1.5',
    severity: 'violation',
    about: 'The payload is not a JSON object; `null` is a warning.',
  },
  'frame-error-fields': {
    requirement: 'Part 4, 4.2.3',
    severity: 'violation',
    about: 'Code, description or details of a CALLERROR have the wrong type, or the description exceeds 255 characters.',
  },
  'frame-binary': {
    requirement: 'Part 4, 4.1.2',
    severity: 'violation',
    about: 'A WebSocket message is of the binary kind.',
  },
  'frame-websocket': {
    requirement: 'Part 4, 3',
    severity: 'violation',
    about: 'A WebSocket frame is none as RFC 6455 has it, or its text is not UTF-8.',
  },
  'frame-flood': {
    requirement: '-',
    severity: 'warning',
    about: 'A party sends more than 1000 messages within a second on one connection.',
  },
  'message-id-reused': {
    requirement: 'Part 4, 4.1.4',
    severity: 'violation',
    about: 'A message id was used before by the same party for another CALL.',
  },
  'call-concurrent': {
    requirement: 'Part 4, 4.1.1',
    severity: 'violation',
    about: 'A CALL was sent while another one of the same party was still waiting for its answer; a warning where it may have timed out.',
  },
  'answer-unexpected': {
    requirement: 'Part 4, 4.1.4',
    severity: 'violation',
    about: 'An answer belongs to no CALL of the other party on that connection.',
  },
  'answer-duplicate': {
    requirement: 'Part 4, 4.1.4',
    severity: 'violation',
    about: 'A CALL was answered a second time.',
  },
  'answer-id-unreadable': {
    requirement: 'Part 4, 4.2.3',
    severity: 'violation',
    about: 'Message id "-1" is used where the id of the CALL can be read, or is not used where it cannot.',
  },
  'answer-missing': {
    requirement: 'Part 2, FR.02',
    severity: 'violation',
    about: 'A valid request got no answer before the message timeout, although the other party was there.',
  },

  // Actions, payloads and errors
  'action-unknown': {
    requirement: 'Part 4, 4.1.6',
    severity: 'violation',
    about: 'A CALL names an action that OCPP 2.0.1 does not have.',
  },
  'action-direction': {
    requirement: 'Part 4, 4.1.6',
    severity: 'violation',
    about: 'A party sends a request that only the other party may send.',
  },
  'request-schema': {
    requirement: 'Part 4, 4.1.7',
    severity: 'violation',
    about: 'A request does not conform to the official schema.',
  },
  'response-schema': {
    requirement: 'Part 4, 4.1.2',
    severity: 'violation',
    about: 'A response does not conform to the official schema of the action that it answers.',
  },
  'error-code-unknown': {
    requirement: 'Part 4, 4.3',
    severity: 'violation',
    about: 'A CALLERROR has an error code that OCPP 2.0.1 does not have.',
  },
  'error-code-outdated': {
    requirement: 'Part 4, 4.3',
    severity: 'warning',
    about: 'A CALLERROR has a former spelling of an error code, or a code that is no longer used.',
  },
  'error-code-mismatch': {
    requirement: 'Part 4, 4.3',
    severity: 'violation',
    about: 'The error code says something untrue of the CALL, or (as a warning) less than it could.',
  },
  'error-for-valid-request': {
    requirement: 'Part 2, FR.02',
    severity: 'warning',
    about: 'A valid request was answered by a CALLERROR that names no fault of the request.',
  },
  'invalid-request-accepted': {
    requirement: 'Part 4, 4.1.7',
    severity: 'violation',
    about: 'A request that is not valid was answered by a CALLRESULT.',
  },

  // Registration
  'call-before-accepted': {
    requirement: 'B01.FR.08',
    severity: 'violation',
    about: 'The station sends a request that it may not send before the CSMS has accepted it.',
  },
  'call-while-rejected': {
    requirement: 'B03.FR.03',
    severity: 'violation',
    about: 'The CSMS sends a request to a station that it has rejected.',
  },
  'security-error-missing': {
    requirement: 'B02.FR.09',
    severity: 'violation',
    about: 'A request that is forbidden in the state of registration was answered by something else than SecurityError.',
  },
  'closed-while-pending': {
    requirement: 'B02.FR.06',
    severity: 'violation',
    about: 'A party closed the connection of a pending station.',
  },
  'remote-request-while-pending': {
    requirement: 'B02.FR.05',
    severity: 'violation',
    about: 'A pending station accepted to start or stop a transaction.',
  },
  'boot-retry-early': {
    requirement: 'B02.FR.04',
    severity: 'violation',
    about: 'A pending or rejected station sends BootNotification before the interval has passed.',
  },
  'boot-retry-late': {
    requirement: 'B02.FR.08',
    severity: 'violation',
    about: 'A pending or rejected station sends no BootNotification although the interval has passed.',
  },
  'boot-on-reconnect': {
    requirement: 'Part 4, 5.4',
    severity: 'warning',
    about: 'The station sends the same BootNotification again only because it has reconnected.',
  },
  'heartbeat-missing': {
    requirement: 'G02.FR.02',
    severity: 'violation',
    about: 'An accepted station is silent for longer than the heartbeat interval.',
  },
  'heartbeat-frequent': {
    requirement: 'B01.FR.04',
    severity: 'warning',
    about: 'Heartbeats come at less than half of the interval, time and again.',
  },

  ...MESSAGE_CODES,
  ...DIAGNOSTICS_CODES,
  ...FIRMWARE_CODES,
  ...DISPLAY_CODES,
  ...SECURITY_CODES,
  ...SMART_CHARGING_CODES,
} as const satisfies Record<string, Description>;
