import { action } from './action.ts';
import { answerMissing } from './answer-missing.ts';
import { answers } from './answers.ts';
import { availability } from './availability.ts';
import { binary } from './binary.ts';
import { bootReconnect } from './boot-reconnect.ts';
import { bootRetry } from './boot-retry.ts';
import { certificateHashes } from './certificate-hashes.ts';
import { certificateSigning } from './certificate-signing.ts';
import { chargingProfiles } from './charging-profiles.ts';
import { chargingSchedules } from './charging-schedules.ts';
import { credentials } from './credentials.ts';
import { displayMessageContent } from './display-message-content.ts';
import { displayMessages } from './display-messages.ts';
import { errorCode } from './error-code.ts';
import { eventIds } from './event-ids.ts';
import { firmwareStatus } from './firmware-status.ts';
import { flood } from './flood.ts';
import { frameShape } from './frame-shape.ts';
import { heartbeat } from './heartbeat.ts';
import { identity } from './identity.ts';
import { invalidAccepted } from './invalid-accepted.ts';
import { localListSent, localListVersion } from './local-list.ts';
import { logStatus } from './log-status.ts';
import { messageId } from './message-id.ts';
import { meterRegister } from './meter-register.ts';
import { meterContext } from './meter-values.ts';
import { monitorEvents } from './monitor-events.ts';
import { monitorResults } from './monitor-results.ts';
import { ocspResult } from './ocsp-result.ts';
import { outstanding } from './outstanding.ts';
import { profilePlaces } from './profile-places.ts';
import { registration } from './registration.ts';
import { remoteStart } from './remote-start.ts';
import { reportContent } from './report-content.ts';
import { reportSequence } from './report-sequence.ts';
import { reservationStatus } from './reservation-status.ts';
import type { Rule } from './rule.ts';
import { schema } from './schema.ts';
import { statusNotification } from './status-notification.ts';
import { statusReported } from './status-reported.ts';
import { subprotocol } from './subprotocol.ts';
import { timestamps } from './timestamps.ts';
import { tls } from './tls.ts';
import { transactionContent } from './transaction-content.ts';
import { transactionLifecycle } from './transaction-lifecycle.ts';
import { transactionOffline } from './transaction-offline.ts';
import { transactionSequence } from './transaction-sequence.ts';
import { triggerMessage } from './trigger-message.ts';
import { itemsPerMessage, variableRepeated } from './variable-requests.ts';
import { variableResults } from './variable-results.ts';
import { webSocket } from './web-socket.ts';

/** Every always-on rule, in the order in which their findings about the same entry come. */
export const RULES: readonly Rule[] = [
  tls,
  subprotocol,
  identity,
  credentials,
  frameShape,
  binary,
  webSocket,
  flood,
  messageId,
  outstanding,
  answers,
  answerMissing,
  action,
  schema,
  errorCode,
  invalidAccepted,
  registration,
  bootRetry,
  bootReconnect,
  heartbeat,
  certificateSigning,
  certificateHashes,
  ocspResult,
  reportSequence,
  reportContent,
  variableResults,
  variableRepeated,
  itemsPerMessage,
  transactionSequence,
  transactionLifecycle,
  transactionContent,
  transactionOffline,
  remoteStart,
  triggerMessage,
  localListSent,
  localListVersion,
  reservationStatus,
  logStatus,
  firmwareStatus,
  monitorResults,
  monitorEvents,
  eventIds,
  displayMessages,
  displayMessageContent,
  meterContext,
  meterRegister,
  statusNotification,
  statusReported,
  availability,
  chargingProfiles,
  chargingSchedules,
  profilePlaces,
  timestamps,
];
