// A station made with ocpp-rpc, told JSON lines on standard input: node station.mjs <url of the CSMS>
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createRPCError, RPCClient } from 'ocpp-rpc';

const [endpoint] = process.argv.slice(2);
const now = () => new Date().toISOString();
const CONNECTORS = [
  [1, 1],
  [1, 2],
  [2, 1],
];

const model = new Map([
  ['OCPPCommCtrlr.HeartbeatInterval', { value: '86400' }],
  ['OCPPCommCtrlr.OfflineThreshold', { value: '60' }],
  ['OCPPCommCtrlr.ResetRetries', { value: '1' }],
  ['AuthCtrlr.AuthorizeRemoteStart', { value: 'true' }],
  ['ChargingStation.AvailabilityState', { value: 'Available', readOnly: true }],
  ['DeviceDataCtrlr.ItemsPerMessage', { value: '4', readOnly: true }],
]);
const components = new Set([...model.keys()].map((key) => key.split('.')[0]));

function find({ component, variable }) {
  const known = model.get(`${component.name}.${variable.name}`);
  return { known, missing: components.has(component.name) ? 'UnknownVariable' : 'UnknownComponent' };
}

function getVariable({ component, variable, attributeType = 'Actual' }) {
  const { known, missing } = find({ component, variable });
  const result = (attributeStatus, rest) => ({ attributeStatus, attributeType, component, variable, ...rest });
  if (!known) return result(missing);
  return attributeType === 'Actual' ? result('Accepted', { attributeValue: known.value }) : result('NotSupportedAttributeType');
}

function setVariable({ component, variable, attributeType = 'Actual', attributeValue }) {
  const { known, missing } = find({ component, variable });
  const result = (attributeStatus) => ({ attributeStatus, attributeType, component, variable });
  if (!known) return result(missing);
  if (attributeType !== 'Actual') return result('NotSupportedAttributeType');
  if (known.readOnly || (/^\d+$/.test(known.value) && !/^\d+$/.test(attributeValue))) return result('Rejected');
  known.value = attributeValue;
  return result('Accepted');
}

let client;
let beating;

async function boot(reason) {
  const { status, interval } = await client.call('BootNotification', {
    reason,
    chargingStation: { vendorName: 'ocppspec', model: 'Simulated', serialNumber: 'SN-0001' },
  });
  beat(status === 'Accepted' ? 'Heartbeat' : 'BootNotification', interval, reason);
  if (status !== 'Accepted') return;
  for (const [evseId, connectorId] of CONNECTORS)
    await client.call('StatusNotification', { timestamp: now(), connectorStatus: 'Available', evseId, connectorId });
}

function beat(action, interval, reason) {
  clearInterval(beating);
  const turn = () => (action === 'Heartbeat' ? client.call('Heartbeat', {}) : boot(reason));
  beating = setInterval(() => turn().catch(ended), interval * 1000);
}

/** The connection may go at any time; the client connects again by itself. */
const ended = (error) => console.error(error.message);

const handlers = {
  GetVariables: ({ getVariableData }) => ({ getVariableResult: getVariableData.map(getVariable) }),
  SetVariables: ({ setVariableData }) => ({ setVariableResult: setVariableData.map(setVariable) }),
  Reset: () => {
    setTimeout(() => restart('RemoteReset'), 100);
    return { status: 'Accepted' };
  },
  ChangeAvailability: () => ({ status: 'Rejected' }),
};

async function start(reason) {
  client = new RPCClient({
    endpoint,
    identity: 'CS001',
    password: process.env.STATION_PASSWORD,
    protocols: ['ocpp2.0.1'],
    strictMode: true,
    pingIntervalMs: 0,
    backoff: { initialDelay: 200, maxDelay: 1000 },
  });
  for (const [action, handler] of Object.entries(handlers)) client.handle(action, ({ params }) => handler(params));
  client.handle(({ method }) => {
    throw createRPCError('NotImplemented', method);
  });
  await client.connect();
  await boot(reason);
}

async function restart(reason) {
  clearInterval(beating);
  await client.close({ code: 1000 });
  await wait(300);
  await start(reason).catch(ended);
}

const acts = { 'power-cycle': () => restart('PowerUp') };

start('PowerUp').catch(ended);
console.log('started');
for await (const line of createInterface({ input: process.stdin })) {
  const { id, stimulus, parameters } = JSON.parse(line);
  const known = stimulus in acts;
  acts[stimulus]?.(parameters).catch(ended);
  console.log(JSON.stringify({ id, outcome: known ? 'done' : 'unsupported' }));
}
process.exit(0);
