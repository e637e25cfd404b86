import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { Core } from './core.ts';
import { type Changes, merge } from './merge.ts';
import { composeChargingNeeds, composeChargingSchedule } from './smart-charging/compose.ts';
import { composeTransactionEvent } from './transactions/compose.ts';

/**
 * A request that fits what is going on, as small as its schema allows.
 * @param changes what is to be different; it may also say where (`evseId`, `evse`)
 * @throws RangeError if a station does not send that request
 */
export function compose(core: Core, action: Action, changes: Changes): Payload {
  const template = TEMPLATES[action];
  if (!template) throw new RangeError(`a station does not send ${action}`);
  return merge(template(core, changes) as Payload, changes);
}

type Template = (core: Core, changes: Changes) => object;

const TEMPLATES: { readonly [A in Action]?: Template } = {
  Authorize: () => ({ idToken: TOKEN }),
  BootNotification: ({ registration }) => registration.compose(),
  ClearedChargingLimit: () => ({ chargingLimitSource: 'EMS' }),
  DataTransfer: ({ config }) => ({ vendorId: config.vendorName }),
  FirmwareStatusNotification: aboutRequest('UpdateFirmware'),
  Get15118EVCertificate: () => ({ iso15118SchemaVersion: 'urn:iso:15118:2:2013:MsgDef', action: 'Install', exiRequest: '' }),
  GetCertificateStatus: () => ({
    ocspRequestData: {
      hashAlgorithm: 'SHA256',
      issuerNameHash: '00',
      issuerKeyHash: '00',
      serialNumber: '00',
      responderURL: 'http://localhost/ocsp',
    },
  }),
  Heartbeat: () => ({}),
  LogStatusNotification: aboutRequest('GetLog'),
  MeterValues: ({ time, evses }) => ({
    evseId: evses[0]?.id ?? 0,
    meterValue: [{ timestamp: time.timestamp(), sampledValue: [{ value: 0 }] }],
  }),
  NotifyChargingLimit: () => ({ chargingLimit: { chargingLimitSource: 'EMS' } }),
  NotifyCustomerInformation: (core) => ({
    data: '',
    seqNo: 0,
    generatedAt: core.time.timestamp(),
    requestId: lastOf(core, 'CustomerInformation'),
  }),
  NotifyDisplayMessages: (core, { messageInfo }) => ({
    requestId: lastOf(core, 'GetDisplayMessages'),
    ...(messageInfo === undefined ? {} : { messageInfo: likeEach(messageInfo, MESSAGE) }),
  }),
  NotifyEVChargingNeeds: composeChargingNeeds,
  NotifyEVChargingSchedule: composeChargingSchedule,
  NotifyEvent: ({ time }) => ({
    generatedAt: time.timestamp(),
    seqNo: 0,
    eventData: [
      {
        eventId: 1,
        timestamp: time.timestamp(),
        trigger: 'Delta',
        actualValue: 'Available',
        eventNotificationType: 'HardWiredNotification',
        component: { name: 'ChargingStation' },
        variable: { name: 'AvailabilityState' },
      },
    ],
  }),
  NotifyMonitoringReport: (core, { monitor }) => ({
    requestId: lastOf(core, 'GetMonitoringReport'),
    seqNo: 0,
    generatedAt: core.time.timestamp(),
    ...(monitor === undefined ? {} : { monitor: likeEach(monitor, MONITOR) }),
  }),
  NotifyReport: (core) => ({ requestId: lastOf(core, 'GetBaseReport', 'GetReport'), seqNo: 0, generatedAt: core.time.timestamp() }),
  PublishFirmwareStatusNotification: aboutRequest('PublishFirmware'),
  ReportChargingProfiles: (core, { chargingProfile = [{}] }) => ({
    requestId: lastOf(core, 'GetChargingProfiles'),
    chargingLimitSource: 'CSO',
    evseId: 0,
    chargingProfile: likeEach(chargingProfile, PROFILE),
  }),
  ReservationStatusUpdate: ({ persistent }) => ({ reservationId: persistent.reservations[0]?.id ?? 0, reservationUpdateStatus: 'Expired' }),
  SecurityEventNotification: ({ time }) => ({ type: 'StartupOfTheDevice', timestamp: time.timestamp() }),
  SignCertificate: () => ({ csr: '' }),
  StatusNotification: composeStatusNotification,
  TransactionEvent: composeTransactionEvent,
};

/** The id of the last request of these actions that the CSMS has made; 0 if there was none. */
const lastOf = ({ requestIds }: Core, ...actions: Action[]): number =>
  [...requestIds].findLast(([action]) => actions.includes(action))?.[1] ?? 0;

/** The status of what the CSMS has asked for; Idle is about nothing (L01.FR.20). */
function aboutRequest(action: Action): Template {
  return ({ requestIds }, { status = 'Idle' }) => {
    const requestId = requestIds.get(action);
    return { status: 'Idle', ...(status === 'Idle' || requestId === undefined ? {} : { requestId }) };
  };
}

/** One minimal element for each that a script says something about. */
const likeEach = (elements: unknown, minimal: object): object[] => (Array.isArray(elements) ? elements.map(() => minimal) : [minimal]);

const MESSAGE = { id: 1, priority: 'NormalCycle', message: { format: 'UTF8', content: '' } };
const MONITOR = {
  component: { name: 'ChargingStation' },
  variable: { name: 'AvailabilityState' },
  variableMonitoring: [{ id: 1, transaction: false, value: 1, type: 'Delta', severity: 8 }],
};
const PROFILE = {
  id: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Relative',
  chargingSchedule: [{ id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] }],
};

const TOKEN = { idToken: 'CAFE0001', type: 'ISO14443' };

function composeStatusNotification(core: Core, { evseId, connectorId }: Changes): object {
  const evse = typeof evseId === 'number' ? core.evses.find(({ id }) => id === evseId) : core.evses[0];
  const connector = (typeof connectorId === 'number' ? evse?.connector(connectorId) : undefined) ?? evse?.connectors[0];
  const connectorStatus = evse && connector ? core.availability.statusOf(evse, connector) : 'Available';
  return { timestamp: core.time.timestamp(), connectorStatus, evseId: evse?.id ?? 1, connectorId: connector?.id ?? 1 };
}
