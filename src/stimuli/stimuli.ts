import type { Party } from '../ocpp/party.ts';

type ParameterType = 'integer' | 'string' | 'number' | 'boolean' | 'object';

export interface StimulusDescription {
  /** The party at which, or to which, it is done. */
  party: Party;
  /** What a person is asked to do; `{name}` stands for a parameter. */
  instruction: string;
  parameters: Record<string, ParameterType>;
  required: readonly string[];
}

const EVSE = { evseId: 'integer', connectorId: 'integer' } as const;
const at = (instruction: string): StimulusDescription => ({ party: 'station', instruction, parameters: EVSE, required: [] });

/** Counts up when a stimulus or a parameter is taken away or comes to mean something else; what is added leaves it as it is. */
export const STIMULI_VERSION = 1;

/**
 * Everything that people do to a system while it is tested. Drivers carry these out; the list is versioned with the
 * project and documented in docs/stimuli.md.
 */
export const STIMULI = {
  'power-cycle': { party: 'station', instruction: 'Switch the station off and on again.', parameters: {}, required: [] },
  park: at('Drive the EV into the parking bay of EVSE {evseId}.'),
  leave: at('Drive the EV out of the parking bay of EVSE {evseId}.'),
  'plug-in': at('Plug the cable into EV and EVSE {evseId}, connector {connectorId}.'),
  'plug-in-contract': at('Plug the cable into an EV with a contract (plug and charge) and EVSE {evseId}, connector {connectorId}.'),
  'plug-in-contract-install': at(
    'Plug the cable into an EV that has no contract certificate and asks for one, and EVSE {evseId}, connector {connectorId}.',
  ),
  'plug-in-contract-update': at(
    'Plug the cable into an EV that asks for a new contract certificate, and EVSE {evseId}, connector {connectorId}.',
  ),
  'plug-in-badly': at('Plug the cable into EV and EVSE {evseId}, connector {connectorId}, but not so far that it can be locked.'),
  unplug: at('Unplug the cable from EV and EVSE {evseId}.'),
  'unplug-at-ev': at('Unplug the cable at the EV only, at EVSE {evseId}.'),
  'ev-not-ready': at('Set the EV that is to charge at EVSE {evseId} so that it takes no energy yet.'),
  'ev-stop': at('Let the EV at EVSE {evseId} end the charging session (ISO 15118).'),
  'ev-suspend': at('Let the EV at EVSE {evseId} suspend the energy transfer.'),
  'ev-renegotiate': at('Let the EV at EVSE {evseId} renegotiate what it needs (ISO 15118).'),
  'press-start': at('Press the start button of EVSE {evseId}.'),
  'present-token': {
    party: 'station',
    instruction: 'Present the token {idToken} ({type}) at EVSE {evseId}.',
    parameters: { ...EVSE, idToken: 'string', type: 'string' },
    required: ['idToken', 'type'],
  },
  'stop-one': at('Choose at the display of the station to stop the transaction of EVSE {evseId} only.'),
  'stop-all': {
    party: 'station',
    instruction: 'Choose at the display of the station to stop all transactions.',
    parameters: {},
    required: [],
  },
  'hard-wired-event': {
    party: 'station',
    instruction: 'Bring about something that the station tells by a hard-wired notification.',
    parameters: {},
    required: [],
  },
  'remove-logs': {
    party: 'station',
    instruction: 'See to it that the station has no log of type {logType} to upload.',
    parameters: { logType: 'string' },
    required: ['logType'],
  },
  fault: at('Bring about a fault of EVSE {evseId}, so that the station goes into the state Faulted.'),
  repair: at('Take the fault of EVSE {evseId} away, so that the station is Available again.'),
  look: {
    party: 'station',
    instruction: 'Look at the display of the station until every message has had its turn. Is "{content}" {expected}?',
    parameters: { content: 'string', expected: 'string' },
    required: ['content', 'expected'],
  },
  'store-customer': {
    party: 'station',
    instruction: 'Have the station keep something about the customer with the identifier {customerIdentifier}.',
    parameters: { customerIdentifier: 'string' },
    required: ['customerIdentifier'],
  },
  'external-limit': {
    party: 'station',
    instruction: 'Have an external control system, such as an EMS, limit what the station may draw to {limit} {unit}.',
    parameters: { limit: 'number', unit: 'string' },
    required: ['limit', 'unit'],
  },
  'external-release': {
    party: 'station',
    instruction: 'Have the external control system release its limit.',
    parameters: {},
    required: [],
  },
  send: {
    party: 'csms',
    instruction: 'Have the CSMS send {action} to the station with {payload}.',
    parameters: { action: 'string', payload: 'object' },
    required: ['action', 'payload'],
  },
  'set-registration': {
    party: 'csms',
    instruction: 'Configure the CSMS to answer the next BootNotification of the station with {status}.',
    parameters: { status: 'string' },
    required: ['status'],
  },
  show: {
    party: 'csms',
    instruction: 'Look up {what} in the CSMS. Is it shown as {expected}?',
    parameters: { what: 'string', expected: 'string' },
    required: ['what', 'expected'],
  },
} as const satisfies Record<string, StimulusDescription>;

/** Those that ask whether something is to be seen, so that the answer can be no. */
export const OBSERVATIONS: ReadonlySet<string> = new Set<keyof typeof STIMULI>(['look', 'show']);

export type StimulusName = keyof typeof STIMULI;
export type StimulusParameters = Record<string, unknown>;
