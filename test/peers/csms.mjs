// A CSMS made with ocpp-rpc, told JSON lines on standard input: node csms.mjs <port>
import { createInterface } from 'node:readline';
import { createRPCError, RPCServer } from 'ocpp-rpc';

const port = Number(process.argv[2]);
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

let requestId = 0;
/** What an operator leaves to the CSMS. */
const REST = {
  GetBaseReport: () => ({ requestId: ++requestId }),
  GetReport: () => ({ requestId: ++requestId }),
  GetLog: () => ({ requestId: ++requestId }),
  RequestStartTransaction: () => ({ remoteStartId: ++requestId }),
  SetNetworkProfile: () => ({}),
};

const acts = {
  send: ({ action, payload }) => {
    if (!station) throw new Error('no station is connected');
    // The answer is the business of the CSMS; that the request is on its way is enough for the operator.
    station.call(action, { ...REST[action]?.(), ...payload }).catch((error) => console.error(`${action}: ${error.message}`));
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
