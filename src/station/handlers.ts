import type { Action } from '../ocpp/action.ts';
import type { Handler } from './dispatch.ts';
import { cancelReservation } from './handlers/cancel-reservation.ts';
import { certificateSigned } from './handlers/certificate-signed.ts';
import { changeAvailability } from './handlers/change-availability.ts';
import { clearCache } from './handlers/clear-cache.ts';
import { clearChargingProfile } from './handlers/clear-charging-profile.ts';
import { clearDisplayMessage } from './handlers/clear-display-message.ts';
import { clearVariableMonitoring } from './handlers/clear-variable-monitoring.ts';
import { costUpdated } from './handlers/cost-updated.ts';
import { customerInformation } from './handlers/customer-information.ts';
import { dataTransfer } from './handlers/data-transfer.ts';
import { deleteCertificate } from './handlers/delete-certificate.ts';
import { getBaseReport } from './handlers/get-base-report.ts';
import { getChargingProfiles } from './handlers/get-charging-profiles.ts';
import { getCompositeSchedule } from './handlers/get-composite-schedule.ts';
import { getDisplayMessages } from './handlers/get-display-messages.ts';
import { getInstalledCertificateIds } from './handlers/get-installed-certificate-ids.ts';
import { getLocalListVersion } from './handlers/get-local-list-version.ts';
import { getLog } from './handlers/get-log.ts';
import { getMonitoringReport } from './handlers/get-monitoring-report.ts';
import { getReport } from './handlers/get-report.ts';
import { getTransactionStatus } from './handlers/get-transaction-status.ts';
import { getVariables } from './handlers/get-variables.ts';
import { installCertificate } from './handlers/install-certificate.ts';
import { requestStartTransaction } from './handlers/request-start-transaction.ts';
import { requestStopTransaction } from './handlers/request-stop-transaction.ts';
import { reserveNow } from './handlers/reserve-now.ts';
import { reset } from './handlers/reset.ts';
import { sendLocalList } from './handlers/send-local-list.ts';
import { setChargingProfile } from './handlers/set-charging-profile.ts';
import { setDisplayMessage } from './handlers/set-display-message.ts';
import { setMonitoringBase } from './handlers/set-monitoring-base.ts';
import { setMonitoringLevel } from './handlers/set-monitoring-level.ts';
import { setNetworkProfile } from './handlers/set-network-profile.ts';
import { setVariableMonitoring } from './handlers/set-variable-monitoring.ts';
import { setVariables } from './handlers/set-variables.ts';
import { triggerMessage } from './handlers/trigger-message.ts';
import { unlockConnector } from './handlers/unlock-connector.ts';
import { updateFirmware } from './handlers/update-firmware.ts';

/** What the station answers to the CSMS; a request that is not listed it does not support. */
export const HANDLERS: { readonly [A in Action]?: Handler<A> } = {
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
  UpdateFirmware: updateFirmware,
};
