import type { Action } from '../../ocpp/action.ts';
import type { RequestKind } from '../context.ts';
import { clearCache, getLocalListVersion, sendLocalList } from './authorization.ts';
import {
  clearVariableMonitoring,
  customerInformation,
  getLog,
  getMonitoringReport,
  setMonitoringBase,
  setMonitoringLevel,
  setVariableMonitoring,
} from './diagnostics.ts';
import { clearDisplayMessage, getDisplayMessages, setDisplayMessage } from './display-message.ts';
import { publishFirmware, unpublishFirmware, updateFirmware } from './firmware.ts';
import { getBaseReport, getReport, getVariables, reset, setNetworkProfile, setVariables } from './provisioning.ts';
import { changeAvailability, dataTransfer, triggerMessage, unlockConnector } from './remote-control.ts';
import { cancelReservation, reserveNow } from './reservation.ts';
import { certificateSigned, deleteCertificate, getInstalledCertificateIds, installCertificate } from './security.ts';
import { clearChargingProfile, getChargingProfiles, getCompositeSchedule, setChargingProfile } from './smart-charging.ts';
import { costUpdated, getTransactionStatus, requestStartTransaction, requestStopTransaction } from './transactions.ts';

/** Every request that a CSMS can make. */
export const REQUESTS: { readonly [A in Action]?: RequestKind<A> } = {
  CancelReservation: cancelReservation,
  CertificateSigned: certificateSigned,
  ChangeAvailability: changeAvailability,
  ClearCache: clearCache,
  ClearChargingProfile: clearChargingProfile,
  ClearDisplayMessage: clearDisplayMessage,
  ClearVariableMonitoring: clearVariableMonitoring,
  CostUpdated: costUpdated,
  CustomerInformation: customerInformation,
  DataTransfer: dataTransfer,
  DeleteCertificate: deleteCertificate,
  GetBaseReport: getBaseReport,
  GetChargingProfiles: getChargingProfiles,
  GetCompositeSchedule: getCompositeSchedule,
  GetDisplayMessages: getDisplayMessages,
  GetInstalledCertificateIds: getInstalledCertificateIds,
  GetLocalListVersion: getLocalListVersion,
  GetLog: getLog,
  GetMonitoringReport: getMonitoringReport,
  GetReport: getReport,
  GetTransactionStatus: getTransactionStatus,
  GetVariables: getVariables,
  InstallCertificate: installCertificate,
  PublishFirmware: publishFirmware,
  RequestStartTransaction: requestStartTransaction,
  RequestStopTransaction: requestStopTransaction,
  ReserveNow: reserveNow,
  Reset: reset,
  SendLocalList: sendLocalList,
  SetChargingProfile: setChargingProfile,
  SetDisplayMessage: setDisplayMessage,
  SetMonitoringBase: setMonitoringBase,
  SetMonitoringLevel: setMonitoringLevel,
  SetNetworkProfile: setNetworkProfile,
  SetVariableMonitoring: setVariableMonitoring,
  SetVariables: setVariables,
  TriggerMessage: triggerMessage,
  UnlockConnector: unlockConnector,
  UnpublishFirmware: unpublishFirmware,
  UpdateFirmware: updateFirmware,
};
