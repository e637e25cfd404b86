import type { Description } from './catalogue.ts';

/** The codes of the rules on what messages say, whatever carries them. */
export const MESSAGE_CODES = {
  // Reports
  'report-unrequested': {
    requirement: 'B07.FR.05',
    severity: 'violation',
    about: 'A part of a report came for a request that was not made or not accepted.',
  },
  'report-before-answer': {
    requirement: 'Part 2, FR.05',
    severity: 'warning',
    about: 'A part of a report came before the response to the request for it.',
  },
  'report-seqno': {
    requirement: 'B07.FR.10',
    severity: 'violation',
    about: 'The parts of a report are not numbered from 0 without gaps.',
  },
  'report-after-end': {
    requirement: 'Part 2, NotifyReportRequest',
    severity: 'violation',
    about: 'A part of a report came after one that said to be the last.',
  },
  'report-writeonly-value': {
    requirement: 'B07.FR.03',
    severity: 'violation',
    about: 'A report discloses the value of a variable that is WriteOnly.',
  },
  'report-characteristics': {
    requirement: 'B07.FR.08',
    severity: 'violation',
    about: 'A report lacks the characteristics of a variable.',
  },
  'report-values-list': {
    requirement: 'Part 2, VariableCharacteristicsType',
    severity: 'violation',
    about: 'A report does not list the possible values of an OptionList, MemberList or SequenceList.',
  },
  'report-value-outside-list': {
    requirement: 'Part 2, VariableCharacteristicsType',
    severity: 'violation',
    about: 'A reported value is not among the possible values that the same report lists.',
  },

  // Variables
  'variables-count': {
    requirement: 'B06.FR.01',
    severity: 'violation',
    about: 'GetVariables or SetVariables was answered with more or fewer results than variables were named.',
  },
  'variables-unasked': {
    requirement: 'B06.FR.02',
    severity: 'violation',
    about: 'A result of GetVariables or SetVariables is for a variable that was not named, or is one too many for it.',
  },
  'variables-attribute-type': {
    requirement: 'B06.FR.03',
    severity: 'violation',
    about: 'A result of GetVariables or SetVariables is for another attribute than the one that was named.',
  },
  'variables-value-missing': {
    requirement: 'B06.FR.13',
    severity: 'violation',
    about: 'An accepted result of GetVariables has no value, not even an empty one.',
  },
  'variables-value-unexpected': {
    requirement: 'B06.FR.06',
    severity: 'violation',
    about: 'A result of GetVariables has a value for something that the station does not know.',
  },
  'variables-repeated': {
    requirement: 'B05.FR.13',
    severity: 'violation',
    about: 'The CSMS sets the same attribute twice in one request.',
  },
  'items-per-message': {
    requirement: 'B06.FR.05',
    severity: 'violation',
    about: 'The CSMS puts more elements into a request than the station has reported to take.',
  },

  // Transactions
  'transaction-seqno': {
    requirement: 'E01.FR.07',
    severity: 'violation',
    about: 'The messages about a transaction leave out a seqNo, or use one twice.',
  },
  'transaction-before-start': {
    requirement: 'E01.FR.07',
    severity: 'violation',
    about: 'Something about a transaction has a lower seqNo than its start.',
  },
  'transaction-after-end': {
    requirement: 'E06.FR.14',
    severity: 'violation',
    about: 'Something about a transaction has a higher seqNo than its end.',
  },
  'transaction-id-reused': {
    requirement: 'E01.FR.08',
    severity: 'violation',
    about: 'A transaction starts with the id of another one.',
  },
  'transaction-evse-busy': {
    requirement: 'E01.FR.14',
    severity: 'violation',
    about: 'Two transactions go on at one EVSE.',
  },
  'transaction-trigger': {
    requirement: 'E01.FR.15',
    severity: 'violation',
    about: 'A transaction starts by a trigger that can only end one, or the other way round.',
  },
  'transaction-token-missing': {
    requirement: 'E02.FR.20',
    severity: 'violation',
    about: 'The station tells that somebody was authorized, about whom it has asked the CSMS, and not who.',
  },
  'transaction-connector-missing': {
    requirement: 'E01.FR.16',
    severity: 'violation',
    about: 'An EV is connected, and no message about the transaction has said to which connector.',
  },
  'transaction-reason-missing': {
    requirement: 'E06.FR.08',
    severity: 'violation',
    about: 'A transaction that the driver did not end has no stoppedReason.',
  },
  'transaction-state-unfit': {
    requirement: 'E01.FR.18',
    severity: 'warning',
    about: 'The charging state goes badly with what else a message about a transaction says.',
  },
  'transaction-offline-untold': {
    requirement: 'E12.FR.02',
    severity: 'violation',
    about: 'Something that happened in a transaction while there was no connection is not told as such.',
  },
  'transaction-offline-wrong': {
    requirement: 'E04.FR.03',
    severity: 'violation',
    about: 'Something is told as having happened without a connection, although there was one all the time.',
  },

  // Remote control
  'remote-start-id': {
    requirement: 'F02.FR.21',
    severity: 'violation',
    about: 'The first message about a remote start does not have the remoteStartId of the request.',
  },
  'remote-start-profile': {
    requirement: 'F01.FR.09',
    severity: 'violation',
    about: 'The charging profile of a remote start is not one for the transaction that it starts.',
  },
  'trigger-answer-late': {
    requirement: 'F06.FR.04',
    severity: 'violation',
    about: 'The station sends a message that it was asked for before it answers the request.',
  },
  'trigger-connector-missing': {
    requirement: 'F06.FR.13',
    severity: 'violation',
    about: 'The CSMS asks for a StatusNotification without saying of which connector.',
  },

  // Local authorization list
  'local-list-version': {
    requirement: 'D01.FR.18',
    severity: 'violation',
    about: 'The CSMS sends a local authorization list with a version below 1.',
  },
  'local-list-repeated': {
    requirement: 'D01.FR.06',
    severity: 'violation',
    about: 'The CSMS sends the same token twice in one local authorization list.',
  },
  'local-list-info': {
    requirement: 'Part 2, AuthorizationData',
    severity: 'violation',
    about: 'A whole local authorization list has a token without idTokenInfo.',
  },
  'local-list-version-told': {
    requirement: 'D02.FR.01',
    severity: 'violation',
    about: 'The station tells another version of its local authorization list than that of the last update that it accepted.',
  },
  'local-list-version-mismatch': {
    requirement: 'D01.FR.19',
    severity: 'violation',
    about: 'The station accepts a change of its local authorization list to a version that is not higher than the one it has.',
  },

  // Reservations
  'reservation-status-repeated': {
    requirement: 'H04.FR.01',
    severity: 'violation',
    about: 'The station tells the end of a reservation that was told before, was canceled or has been used.',
  },

  // Meter values
  'meter-context': {
    requirement: 'J02.FR.04',
    severity: 'violation',
    about: 'The context of a meter value does not fit the message in which it comes. A warning where that may have a reason.',
  },
  'meter-register': {
    requirement: 'J02.FR.16',
    severity: 'violation',
    about: 'A register of energy falls. A warning where it may have begun anew with a transaction.',
  },

  // Connectors and times
  'availability-not-kept': {
    requirement: 'G03.FR.08',
    severity: 'violation',
    about: 'A connector is reported as Available although it was taken out of service and not put back.',
  },
  'availability-too-soon': {
    requirement: 'G03.FR.05',
    severity: 'violation',
    about: 'A connector in use is reported as Unavailable before its transaction has ended.',
  },
  'availability-unreported': {
    requirement: 'G03.FR.04',
    severity: 'violation',
    about: 'A connector that goes out of service is not reported.',
  },
  'status-unreported': {
    requirement: 'G01.FR.03',
    severity: 'violation',
    about: 'A connector to which an EV is connected is not reported.',
  },
  'status-notification-target': {
    requirement: 'Part 1, 7.2',
    severity: 'violation',
    about: 'A StatusNotification is not about a connector of an EVSE.',
  },
  'timestamp-fraction': {
    requirement: 'Part 2, 3.1',
    severity: 'violation',
    about: 'A time has more than three decimals.',
  },
  'timestamp-future': {
    requirement: 'B01.FR.06',
    severity: 'warning',
    about: 'The station reports something that has not happened yet.',
  },
  'csms-time': {
    requirement: 'G02.FR.03',
    severity: 'warning',
    about: 'The CSMS tells a time that is not the current one. A violation from ten minutes on.',
  },
} as const satisfies Record<string, Description>;
