import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor, Reply } from '../../wire/rpc.ts';
import { changing, type FaultDescription, list, without } from './fault.ts';

/** Refuses the requests of one action. */
const refusing = (refused: Action) => (): Interceptor => ({
  reply: ({ action }, reply): Reply => (action === refused ? { error: 'NotSupported', description: `${refused} is not supported` } : reply),
});

/** Keeps requests of one action to itself. */
const neverSending = (action: Action) => (): Interceptor => ({
  frame: (frame, text) => (frame.type === 'CALL' && frame.action === action ? [] : [text]),
});

/** Refuses events with something about them. */
const refusingEvents = (about: (event: Payload) => boolean) => (): Interceptor => ({
  reply: ({ action, payload }, reply): Reply =>
    action === 'NotifyEvent' && (list(payload.eventData) as Payload[]).some(about)
      ? { error: 'PropertyConstraintViolation', description: 'such events are not wanted' }
      : reply,
});

const monitors = (change: (data: Payload, index: number) => Payload) =>
  changing('SetVariableMonitoring', (payload) => ({
    ...payload,
    setMonitoringData: (list(payload.setMonitoringData) as Payload[]).map(change),
  }));

/** Faults in what a CSMS wants of monitors, logs and customers: block N. */
export const DIAGNOSTICS_FAULTS = {
  'log-always-of-security': {
    requirement: 'N01.FR.04',
    about: 'Asks for the security log where the operator wants the diagnostics log.',
    killedBy: 'TC_N_25_CSMS',
    interceptor: changing('GetLog', (payload) => ({ ...payload, logType: 'SecurityLog' })),
  },
  'log-always-of-diagnostics': {
    requirement: 'N01.FR.03',
    about: 'Asks for the diagnostics log where the operator wants the security log.',
    killedBy: 'TC_N_35_CSMS',
    interceptor: changing('GetLog', (payload) => ({ ...payload, logType: 'DiagnosticsLog' })),
  },
  'log-status-refused': {
    requirement: 'N01.FR.08',
    about: 'Refuses LogStatusNotification.',
    killedBy: 'TC_N_36_CSMS',
    interceptor: refusing('LogStatusNotification'),
  },
  'log-never-asked-for': {
    requirement: 'N01.FR.01',
    about: 'Does not send GetLog.',
    killedBy: 'TC_N_34_CSMS',
    interceptor: neverSending('GetLog'),
  },
  'monitoring-report-omits-criteria': {
    requirement: 'N02.FR.05',
    about: 'Leaves the criteria out of GetMonitoringReport.',
    killedBy: 'TC_N_01_CSMS',
    interceptor: changing('GetMonitoringReport', without('monitoringCriteria')),
  },
  'monitoring-report-omits-variables': {
    requirement: 'N02.FR.08',
    about: 'Leaves the variables out of GetMonitoringReport.',
    killedBy: 'TC_N_02_CSMS',
    interceptor: changing('GetMonitoringReport', without('componentVariable')),
  },
  'monitoring-report-of-one-variable': {
    requirement: 'N02.FR.05',
    about: 'Asks for the monitors of the first of several variables only.',
    killedBy: 'TC_N_60_CSMS',
    interceptor: changing('GetMonitoringReport', (payload) =>
      Array.isArray(payload.componentVariable) ? { ...payload, componentVariable: payload.componentVariable.slice(0, 1) } : payload,
    ),
  },
  'monitoring-report-always-of-deltas': {
    requirement: 'N02.FR.11',
    about: 'Asks for monitors of type Delta where the operator wants all of them.',
    killedBy: 'TC_N_47_CSMS',
    interceptor: changing('GetMonitoringReport', (payload) => ({ monitoringCriteria: ['DeltaMonitoring'], ...payload })),
  },
  'reported-monitors-not-shown': {
    requirement: 'N02.FR.05',
    about: 'Forgets the monitors that a station reports.',
    killedBy: 'TC_N_03_CSMS',
  },
  'monitoring-base-always-all': {
    requirement: 'N03.FR.04',
    about: 'Sets the monitoring base All, whichever the operator wants.',
    killedBy: 'TC_N_05_CSMS',
    interceptor: changing('SetMonitoringBase', () => ({ monitoringBase: 'All' })),
  },
  'monitor-with-other-severity': {
    requirement: 'N04.FR.08',
    about: 'Sets monitors with another severity than the operator wants.',
    killedBy: 'TC_N_08_CSMS',
    interceptor: monitors((data) => ({ ...data, severity: 9 })),
  },
  'only-first-monitor-set': {
    requirement: 'N04.FR.01',
    about: 'Sets only the first of several monitors.',
    killedBy: 'TC_N_09_CSMS',
    interceptor: changing('SetVariableMonitoring', (payload) => ({
      ...payload,
      setMonitoringData: list(payload.setMonitoringData).slice(0, 1),
    })),
  },
  'monitoring-level-turned-round': {
    requirement: 'N05.FR.01',
    about: 'Counts severities from the other end.',
    killedBy: 'TC_N_16_CSMS',
    interceptor: changing('SetMonitoringLevel', ({ severity }) => ({ severity: 9 - Number(severity) })),
  },
  'clear-monitoring-never-sent': {
    requirement: 'N06.FR.05',
    about: 'Does not send ClearVariableMonitoring.',
    killedBy: 'TC_N_44_CSMS',
    interceptor: neverSending('ClearVariableMonitoring'),
  },
  'event-answered-with-status': {
    requirement: 'N07.FR.03',
    about: 'Puts a status into NotifyEventResponse, which has to be empty.',
    killedBy: 'TC_N_21_CSMS',
    interceptor: () => ({
      reply: ({ action }, reply) => (action === 'NotifyEvent' && 'payload' in reply ? { payload: { status: 'Accepted' } } : reply),
    }),
  },
  'events-refused-while-cleared': {
    requirement: 'N07.FR.03',
    about: 'Refuses events that tell of the end of an alert.',
    killedBy: 'TC_N_49_CSMS',
    interceptor: refusingEvents(({ cleared }) => cleared === true),
  },
  'empty-values-refused': {
    requirement: 'N07.FR.10',
    about: 'Refuses events without a value.',
    killedBy: 'TC_N_48_CSMS',
    interceptor: refusingEvents(({ actualValue }) => actualValue === ''),
  },
  'periodic-events-refused': {
    requirement: 'N08.FR.02',
    about: 'Refuses periodic events.',
    killedBy: 'TC_N_24_CSMS',
    interceptor: refusingEvents(({ trigger }) => trigger === 'Periodic'),
  },
  'customer-report-not-wanted': {
    requirement: 'N09.FR.01',
    about: 'Asks for customer information without wanting a report.',
    killedBy: 'TC_N_27_CSMS',
    interceptor: changing('CustomerInformation', (payload) => ({ ...payload, report: false })),
  },
  'customer-information-never-cleared': {
    requirement: 'N10.FR.01',
    about: 'Does not ask for information to be cleared that the operator wants to be.',
    killedBy: 'TC_N_30_CSMS',
    interceptor: changing('CustomerInformation', (payload) => ({ ...payload, clear: false })),
  },
  'customer-always-reported': {
    requirement: 'N10.FR.06',
    about: 'Asks for a report where the operator only wants to clear.',
    killedBy: 'TC_N_32_CSMS',
    interceptor: changing('CustomerInformation', (payload) => ({ ...payload, report: true })),
  },
  'customer-not-named': {
    requirement: 'N09.FR.04',
    about: 'Asks for customer information without naming a customer.',
    killedBy: 'TC_N_29_CSMS',
    interceptor: changing('CustomerInformation', (payload) =>
      without('idToken')(without('customerIdentifier')(without('customerCertificate')(payload))),
    ),
  },
  'customer-named-by-token-as-well': {
    requirement: 'N10.FR.08',
    about: 'Names a token besides the identifier of a customer.',
    killedBy: 'TC_N_62_CSMS',
    interceptor: changing('CustomerInformation', (payload) => ({ idToken: { idToken: 'ANY', type: 'Central' }, ...payload })),
  },
  'customer-certificate-as-identifier': {
    requirement: 'N10.FR.08',
    about: 'Names a customer by the serial number of the certificate alone.',
    killedBy: 'TC_N_63_CSMS',
    interceptor: changing('CustomerInformation', ({ customerCertificate, ...payload }) =>
      customerCertificate ? { ...payload, customerIdentifier: (customerCertificate as Payload).serialNumber } : payload,
    ),
  },
  'customer-information-refused': {
    requirement: 'N09.FR.05',
    about: 'Refuses NotifyCustomerInformation.',
    killedBy: 'TC_N_31_CSMS',
    interceptor: refusing('NotifyCustomerInformation'),
  },
  'forgotten-customer-stays-on-list': {
    requirement: 'N10.FR.02',
    about: 'Keeps on the local list what is to be taken off it.',
    killedBy: 'TC_N_46_CSMS',
    interceptor: changing('SendLocalList', (payload) => ({
      ...payload,
      localAuthorizationList: list(payload.localAuthorizationList).map((entry) => ({
        idTokenInfo: { status: 'Accepted' },
        ...(entry as Payload),
      })),
    })),
  },
} as const satisfies Record<string, FaultDescription>;
