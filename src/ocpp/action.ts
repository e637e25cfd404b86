import type { Requests, Responses } from './generated/messages.ts';
import type { Party } from './party.ts';

export type Action = keyof Requests;
export type RequestOf<A extends Action> = Requests[A];
export type ResponseOf<A extends Action> = Responses[A];

const FROM_STATION = [
  'Authorize',
  'BootNotification',
  'ClearedChargingLimit',
  'FirmwareStatusNotification',
  'Get15118EVCertificate',
  'GetCertificateStatus',
  'Heartbeat',
  'LogStatusNotification',
  'MeterValues',
  'NotifyChargingLimit',
  'NotifyCustomerInformation',
  'NotifyDisplayMessages',
  'NotifyEVChargingNeeds',
  'NotifyEVChargingSchedule',
  'NotifyEvent',
  'NotifyMonitoringReport',
  'NotifyReport',
  'PublishFirmwareStatusNotification',
  'ReportChargingProfiles',
  'ReservationStatusUpdate',
  'SecurityEventNotification',
  'SignCertificate',
  'StatusNotification',
  'TransactionEvent',
] as const satisfies Action[];

const FROM_CSMS = [
  'CancelReservation',
  'CertificateSigned',
  'ChangeAvailability',
  'ClearCache',
  'ClearChargingProfile',
  'ClearDisplayMessage',
  'ClearVariableMonitoring',
  'CostUpdated',
  'CustomerInformation',
  'DeleteCertificate',
  'GetBaseReport',
  'GetChargingProfiles',
  'GetCompositeSchedule',
  'GetDisplayMessages',
  'GetInstalledCertificateIds',
  'GetLocalListVersion',
  'GetLog',
  'GetMonitoringReport',
  'GetReport',
  'GetTransactionStatus',
  'GetVariables',
  'InstallCertificate',
  'PublishFirmware',
  'RequestStartTransaction',
  'RequestStopTransaction',
  'ReserveNow',
  'Reset',
  'SendLocalList',
  'SetChargingProfile',
  'SetDisplayMessage',
  'SetMonitoringBase',
  'SetMonitoringLevel',
  'SetNetworkProfile',
  'SetVariableMonitoring',
  'SetVariables',
  'TriggerMessage',
  'UnlockConnector',
  'UnpublishFirmware',
  'UpdateFirmware',
] as const satisfies Action[];

const requesters = new Map<Action, readonly Party[]>([
  ...FROM_STATION.map((action): [Action, Party[]] => [action, ['station']]),
  ...FROM_CSMS.map((action): [Action, Party[]] => [action, ['csms']]),
  ['DataTransfer', ['station', 'csms']],
]);

/** All 64 actions of OCPP 2.0.1. */
export const ACTIONS: readonly Action[] = [...requesters.keys()].sort();

export const isAction = (name: string): name is Action => requesters.has(name as Action);

/** Whether OCPP lets `party` send the request of that action. */
export const mayRequest = (party: Party, action: Action): boolean => requesters.get(action)?.includes(party) ?? false;
