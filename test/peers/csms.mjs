// A CSMS made with ocpp-rpc, told JSON lines on standard input: node csms.mjs <port>
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createRPCError, RPCServer } from 'ocpp-rpc';

const port = Number(process.argv[2]);
const signingCertificate = readFileSync(new URL('../../certs/firmware-signing.pem', import.meta.url), 'utf8');
const now = () => new Date().toISOString();

/** What the default configuration of ocppspec calls them. */
const STATUS = { '04A1B2C3D4E501': 'Accepted', '04A1B2C3D4E502': 'Accepted', '04A1B2C3D4E504': 'Blocked', '04A1B2C3D4E505': 'Expired' };
const idTokenInfo = ({ idToken, type }) => ({ status: type === 'NoAuthorization' ? 'Accepted' : (STATUS[idToken] ?? 'Unknown') });

/** The answer to the next BootNotification, if an operator has asked for another than Accepted. */
let registration = 'Accepted';
const answers = {
  BootNotification: () => {
    const status = registration;
    registration = 'Accepted';
    return { currentTime: now(), interval: status === 'Accepted' ? 300 : 5, status };
  },
  Heartbeat: () => ({ currentTime: now() }),
  Authorize: ({ idToken }) => ({ idTokenInfo: idTokenInfo(idToken) }),
  TransactionEvent: ({ idToken }) => (idToken ? { idTokenInfo: idTokenInfo(idToken) } : {}),
  DataTransfer: () => ({ status: 'UnknownVendorId' }),
};
const NOTED = [
  'StatusNotification',
  'SecurityEventNotification',
  'MeterValues',
  'NotifyReport',
  'NotifyEvent',
  'NotifyMonitoringReport',
  'NotifyChargingLimit',
  'NotifyCustomerInformation',
  'NotifyDisplayMessages',
  'ReportChargingProfiles',
  'ReservationStatusUpdate',
  'FirmwareStatusNotification',
  'LogStatusNotification',
  'PublishFirmwareStatusNotification',
];

const server = new RPCServer({ protocols: ['ocpp2.0.1'], strictMode: true, pingIntervalMs: 0 });
server.auth((accept, reject, { identity, password }) => {
  if (identity === 'CS001' && password?.toString() === process.env.STATION_PASSWORD) accept();
  else reject(401);
});

let station;
server.on('client', (client) => {
  station = client;
  for (const [action, answer] of Object.entries(answers)) client.handle(action, ({ params }) => answer(params));
  for (const action of NOTED) client.handle(action, () => ({}));
  client.handle(({ method }) => {
    throw createRPCError('NotImplemented', method);
  });
});

let lastId = 0;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const VALID = { idToken: '04A1B2C3D4E501', type: 'ISO14443' };
const schedule = () => ({ id: ++lastId, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] });
const profile = () => ({
  id: ++lastId,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Relative',
  chargingSchedule: [schedule()],
});
const withRequestId = () => ({ requestId: ++lastId });

/** What an operator leaves to the CSMS. */
const REST = {
  ...Object.fromEntries(
    ['GetBaseReport', 'GetReport', 'GetLog', 'GetMonitoringReport', 'GetChargingProfiles', 'GetDisplayMessages'].map((action) => [
      action,
      withRequestId,
    ]),
  ),
  UpdateFirmware: () => ({
    requestId: ++lastId,
    firmware: { location: 'http://127.0.0.1/firmware.bin', retrieveDateTime: now(), signingCertificate, signature: 'AAAA' },
  }),
  PublishFirmware: () => ({ requestId: ++lastId, checksum: '0123456789abcdef0123456789abcdef' }),
  UnpublishFirmware: () => ({ checksum: '0123456789abcdef0123456789abcdef' }),
  ClearDisplayMessage: () => ({ id: lastId }),
  TriggerMessage: () => ({ requestedMessage: 'Heartbeat' }),
  CustomerInformation: () => ({ requestId: ++lastId, report: true, clear: false }),
  RequestStartTransaction: () => ({ remoteStartId: ++lastId, idToken: VALID }),
  SendLocalList: () => ({ versionNumber: ++lastId, updateType: 'Full' }),
  ReserveNow: () => ({ id: ++lastId, expiryDateTime: inAnHour(), idToken: VALID }),
  CancelReservation: () => ({ reservationId: lastId }),
  SetChargingProfile: () => ({ evseId: 0, chargingProfile: profile() }),
  SetDisplayMessage: () => ({ message: { id: ++lastId, priority: 'NormalCycle', message: { format: 'UTF8', content: 'Hello' } } }),
};

/** Objects and lists are completed, everything else is taken from the operator. */
function complete(rest, given) {
  if (given === undefined || rest === undefined || typeof rest !== 'object' || typeof given !== 'object') return given ?? rest;
  if (Array.isArray(given)) return given.map((item, index) => complete(rest[index], item));
  const keys = [...new Set([...Object.keys(rest), ...Object.keys(given)])];
  return Object.fromEntries(keys.map((key) => [key, complete(rest[key], given[key])]));
}

const acts = {
  send: ({ action, payload }) => {
    if (!station) throw new Error('no station is connected');
    // The answer is the business of the CSMS; that the request is on its way is enough for the operator.
    station.call(action, complete(REST[action]?.() ?? {}, payload)).catch((error) => console.error(`${action}: ${error.message}`));
  },
  'set-registration': ({ status }) => {
    registration = status;
  },
};

await server.listen(port, '127.0.0.1');
console.log('listening');
for await (const line of createInterface({ input: process.stdin })) {
  const { id, stimulus, parameters } = JSON.parse(line);
  let outcome = stimulus in acts ? { outcome: 'done' } : { outcome: 'unsupported' };
  try {
    acts[stimulus]?.(parameters);
  } catch (error) {
    outcome = { outcome: 'skipped', note: error.message };
  }
  console.log(JSON.stringify({ id, ...outcome }));
}
process.exit(0);
