import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/ocpp/action.ts';
import type { ReportBaseEnumType, ReportDataType } from '../../src/ocpp/generated/messages.ts';
import { networkProfile } from '../../src/station/config.ts';
import { parsePath, pathOf } from '../../src/station/device-model/path.ts';
import { type FaultName, STATION_FAULTS } from '../../src/station/faults/index.ts';
import { Csms, type Overrides, type Scene, scene } from './kit.ts';

/** What to do to a station, and what then is or is not the case; a sound station gives the other answer. */
interface Trial {
  overrides?: Overrides;
  /** Leaves the station off. */
  off?: true;
  shows(all: Scene): Promise<unknown>;
}

const TOKEN = { idToken: 'A1', type: 'ISO14443' } as const;
const boot =
  (status: string, interval = 100) =>
  () => ({ currentTime: '2026-01-01T00:00:00Z', interval, status });

async function powerOn({ station }: Scene): Promise<void> {
  station.powerOn();
  await station.idle();
}

async function charge({ station, csms }: Scene): Promise<void> {
  await station.stimulate('plug-in', { evseId: 1 });
  await station.stimulate('present-token', { evseId: 1, ...TOKEN });
  await station.idle();
  csms.forget();
}

async function report({ csms, station }: Scene, reportBase: ReportBaseEnumType = 'FullInventory'): Promise<ReportDataType[]> {
  await csms.ask('GetBaseReport', { requestId: 7, reportBase });
  await station.idle();
  return csms.of('NotifyReport').flatMap(({ reportData = [] }) => reportData);
}

const address = (path: string) => parsePath(path) as NonNullable<ReturnType<typeof parsePath>>;
const get = async ({ csms }: Scene, path: string, attributeType?: 'Target') =>
  (await csms.ask('GetVariables', { getVariableData: [{ ...address(path), ...(attributeType && { attributeType }) }] }))
    .getVariableResult[0];
const set = async ({ csms }: Scene, path: string, attributeValue: string) =>
  (await csms.ask('SetVariables', { setVariableData: [{ ...address(path), attributeValue }] })).setVariableResult[0];

async function raw({ csms }: Scene, text: string): Promise<unknown[][]> {
  csms.forget();
  csms.sendRaw(text);
  await csms.call('GetLocalListVersion', {});
  return csms.frames.filter(([, id]) => id === 'u1');
}

/** First does something, then looks. */
const having =
  (act: (all: Scene) => Promise<unknown>, look: (all: Scene) => unknown): Trial['shows'] =>
  async (all) => {
    await act(all);
    return look(all);
  };

/** Seconds between the requests of an action. */
const gaps = ({ csms }: Scene, action: Action): number[] =>
  csms.received.filter((one) => one.action === action).map(({ at }, index, all) => at - (all[index - 1]?.at ?? at));

const reset = async (all: Scene, type: 'OnIdle' | 'Immediate' = 'OnIdle'): Promise<void> => {
  await all.csms.ask('Reset', { type });
  await all.station.idle();
};

async function chargeAndReset(all: Scene): Promise<void> {
  await charge(all);
  await reset(all);
}

async function chargeAndResetNow(all: Scene): Promise<void> {
  await charge(all);
  await reset(all, 'Immediate');
}

async function reconnectAttempts(all: Scene): Promise<number[]> {
  all.csms.admit = () => ({ do: 'refuse', status: 503 });
  all.csms.forget();
  all.csms.link.close();
  await all.pass(35);
  return all.csms.attempts.map((at) => at - 5);
}

/** The order in which two servers are tried after a reset, neither of which lets the station in. */
async function attemptsAfterReset(all: Scene): Promise<number[]> {
  const other = await Csms.start(all.clock);
  await all.csms.ask('SetNetworkProfile', { configurationSlot: 2, connectionData: networkProfile(other.url, 1) });
  all.station.variables.set('OCPPCommCtrlr.NetworkConfigurationPriority', '2,1');
  const order: number[] = [];
  const refuse = (slot: number) => () => {
    order.push(slot);
    return { do: 'refuse', status: 503 } as const;
  };
  [all.csms.admit, other.admit] = [refuse(1), refuse(2)];
  await all.csms.ask('Reset', { type: 'OnIdle' });
  await all.pass(60);
  return order.slice(0, 2);
}
const ONE_ATTEMPT: Overrides = { variables: { 'OCPPCommCtrlr.NetworkProfileConnectionAttempts': '1' } };

/** Faults that a case finds are tried by playing it: `ocppspec assess`. */
const TRIALS: Partial<Record<FaultName, Trial>> = {
  'boots-with-wrong-reason': {
    off: true,
    shows: having(powerOn, (all) => all.csms.of('BootNotification')[0]?.reason === 'Unknown'),
  },
  'no-status-after-boot': { off: true, shows: having(powerOn, (all) => !all.csms.actions.includes('StatusNotification')) },
  'no-security-event-after-boot': {
    off: true,
    shows: having(powerOn, (all) => !all.csms.actions.includes('SecurityEventNotification')),
  },
  'sends-before-accepted': {
    off: true,
    shows: async (all) => {
      all.csms.answers.BootNotification = boot('Pending');
      await powerOn(all);
      return all.csms.actions.includes('StatusNotification');
    },
  },
  'ignores-boot-interval': {
    off: true,
    shows: async (all) => {
      all.csms.answers.BootNotification = boot('Rejected', 100);
      await powerOn(all);
      await all.pass(101);
      return gaps(all, 'BootNotification').some((gap) => gap > 0 && gap < 100);
    },
  },
  'answers-while-rejected': {
    off: true,
    shows: async (all) => {
      all.csms.answers.BootNotification = boot('Rejected');
      await powerOn(all);
      return (await all.csms.call('GetTransactionStatus', {})).kind === 'result';
    },
  },
  'remote-start-while-pending': {
    off: true,
    shows: async (all) => {
      all.csms.answers.BootNotification = boot('Pending');
      await powerOn(all);
      return (await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, evseId: 1, idToken: TOKEN })).status === 'Accepted';
    },
  },
  'boot-on-every-reconnect': {
    shows: async (all) => {
      all.csms.link.close();
      await all.pass(12);
      await all.station.idle();
      return all.csms.actions.includes('BootNotification');
    },
  },
  'heartbeat-too-slow': {
    shows: having(
      (all) => all.pass(3601),
      (all) => !all.csms.actions.includes('Heartbeat'),
    ),
  },
  'status-not-reported-after-offline': {
    shows: async (all) => {
      all.station.goOffline();
      await all.pass(100);
      all.station.goOnline();
      await all.station.idle();
      return !all.csms.actions.includes('StatusNotification');
    },
  },
  'transaction-seqno-gap': {
    shows: async (all) => {
      await all.station.stimulate('plug-in', { evseId: 1 });
      await all.station.stimulate('unplug', { evseId: 1 });
      await all.station.idle();
      return all.csms.of('TransactionEvent').at(-1)?.seqNo !== 1;
    },
  },

  'message-id-reused': {
    off: true,
    shows: async (all) => {
      await powerOn(all);
      const ids = all.csms.frames.map(([, id]) => id);
      return new Set(ids).size < ids.length;
    },
  },
  'message-id-too-long': {
    off: true,
    shows: having(powerOn, (all) => all.csms.frames.some(([, id]) => String(id).length > 36)),
  },
  'second-call-while-open': {
    off: true,
    shows: async (all) => {
      all.csms.answers.StatusNotification = () => ({ silence: true });
      all.station.powerOn();
      await all.csms.next('StatusNotification');
      await all.pass(1);
      return all.csms.of('StatusNotification').length > 1;
    },
  },
  'answers-twice': { shows: async (all) => (await raw(all, '[2,"u1","GetTransactionStatus",{}]')).length === 2 },
  'unknown-action-accepted': { shows: async (all) => (await raw(all, '[2,"u1","Nothing",{}]'))[0]?.[0] === 3 },
  'wrong-error-code': { shows: async (all) => (await raw(all, '[2,"u1","Nothing",{}]'))[0]?.[2] !== 'NotImplemented' },
  'invalid-request-ignored': { shows: async (all) => (await raw(all, '[2,"u1","Reset",{"type":"Maybe"}]')).length === 0 },
  'null-for-absent-field': {
    off: true,
    shows: having(powerOnSilently, (all) => JSON.stringify(all.csms.frames).includes('null')),
  },
  'unknown-field-sent': {
    off: true,
    shows: having(powerOnSilently, (all) => JSON.stringify(all.csms.frames).includes('vendorStatus')),
  },

  'get-variables-drops-result': {
    shows: async ({ csms }) => {
      const getVariableData = [address('TxCtrlr.TxStartPoint'), address('TxCtrlr.TxStopPoint')];
      return (await csms.ask('GetVariables', { getVariableData })).getVariableResult.length < 2;
    },
  },
  'attribute-type-omitted': { shows: async (all) => (await get(all, 'TxCtrlr.TxStartPoint'))?.attributeType === undefined },
  'unknown-component-accepted': { shows: async (all) => (await get(all, 'Nowhere.Man'))?.attributeStatus === 'Accepted' },
  'unknown-variable-accepted': { shows: async (all) => (await set(all, 'TxCtrlr.Man', '1'))?.attributeStatus === 'Accepted' },
  'unknown-attribute-type-accepted': {
    shows: async (all) => (await get(all, 'TxCtrlr.TxStartPoint', 'Target'))?.attributeStatus === 'Accepted',
  },
  'read-only-accepted': {
    shows: async (all) => (await set(all, 'OCPPCommCtrlr.MessageTimeout[Default]', '1'))?.attributeStatus === 'Accepted',
  },
  'invalid-value-accepted': {
    shows: async (all) => (await set(all, 'OCPPCommCtrlr.OfflineThreshold', 'abc'))?.attributeStatus === 'Accepted',
  },
  'write-only-value-read': { shows: async (all) => (await get(all, 'SecurityCtrlr.BasicAuthPassword'))?.attributeStatus === 'Accepted' },
  'set-value-not-stored': {
    shows: async (all) => {
      await set(all, 'OCPPCommCtrlr.OfflineThreshold', '299');
      return (await get(all, 'OCPPCommCtrlr.OfflineThreshold'))?.attributeValue !== '299';
    },
  },

  'report-seqno-gap': { shows: having(report, (all) => all.csms.of('NotifyReport')[1]?.seqNo !== 1) },
  'report-tbc-stuck': { shows: having(report, (all) => all.csms.of('NotifyReport').at(-1)?.tbc) },
  'report-wrong-request-id': { shows: having(report, (all) => all.csms.of('NotifyReport')[0]?.requestId !== 7) },
  'report-misses-required-variable': { shows: async (all) => !(await report(all)).map(pathOf).includes('OCPPCommCtrlr.OfflineThreshold') },
  'report-without-characteristics': { shows: async (all) => (await report(all)).every((entry) => !entry.variableCharacteristics) },
  'report-list-without-values': { shows: async (all) => (await report(all)).every((entry) => !entry.variableCharacteristics?.valuesList) },
  'report-value-omitted': { shows: async (all) => (await report(all)).every((entry) => entry.variableAttribute[0]?.value === undefined) },
  'write-only-value-reported': {
    shows: async (all) =>
      (await report(all)).find((entry) => pathOf(entry).endsWith('BasicAuthPassword'))?.variableAttribute[0]?.value !== undefined,
  },
  'configuration-report-lists-read-only': {
    shows: async (all) =>
      (await report(all, 'ConfigurationInventory')).some((entry) => entry.variableAttribute[0]?.mutability === 'ReadOnly'),
  },
  'unsupported-report-accepted': {
    overrides: { capabilities: { summaryInventory: false } },
    shows: async (all) => (await report(all, 'SummaryInventory')).length > 0,
  },
  'custom-report-ignores-criteria': {
    shows: async ({ csms }) => (await csms.ask('GetReport', { requestId: 1, componentCriteria: ['Problem'] })).status === 'Accepted',
  },

  'reset-accepted-but-no-reboot': { shows: having(reset, (all) => all.csms.actions.length === 0) },
  'reset-scheduled-never-done': {
    shows: async (all) => {
      await charge(all);
      await reset(all);
      await all.station.stimulate('unplug', { evseId: 1 });
      await all.station.idle();
      return !all.csms.actions.includes('BootNotification');
    },
  },
  'reset-onidle-interrupts-transaction': {
    shows: having(chargeAndReset, (all) => all.csms.of('TransactionEvent')[0]?.triggerReason === 'ResetCommand'),
  },
  'reset-immediate-no-ended-event': {
    shows: having(chargeAndResetNow, (all) => !all.csms.actions.includes('TransactionEvent')),
  },
  'unavailable-forgotten-after-reset': {
    shows: async (all) => {
      await all.csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative' });
      await reset(all);
      return all.csms.of('StatusNotification').at(-1)?.connectorStatus === 'Available';
    },
  },
  'reservation-forgotten-after-reset': {
    shows: async (all) => {
      await all.csms.ask('ReserveNow', { id: 1, evseId: 2, idToken: TOKEN, expiryDateTime: '2026-01-02T00:00:00Z' });
      await reset(all, 'Immediate');
      return all.csms.of('StatusNotification').at(-1)?.connectorStatus === 'Available';
    },
  },

  'network-profile-bad-slot-accepted': {
    shows: async ({ csms }) => {
      const connectionData = networkProfile('ws://127.0.0.1:1', 1);
      return (await csms.ask('SetNetworkProfile', { configurationSlot: 999, connectionData })).status === 'Accepted';
    },
  },
  'security-downgrade-accepted': {
    overrides: { networkProfiles: { 3: networkProfile('wss://127.0.0.1:1', 3) }, priority: [3], slots: [1, 2, 3] },
    off: true,
    shows: async ({ csms, station }) => {
      await station.connectOnce({ url: csms.url });
      const connectionData = networkProfile('ws://127.0.0.1:1', 1);
      return (await csms.ask('SetNetworkProfile', { configurationSlot: 1, connectionData })).status === 'Accepted';
    },
  },
  'migrates-without-disconnecting': {
    shows: async (all) => {
      const { link } = all.csms;
      let open: boolean | undefined;
      all.station.watch({
        attempted: () => {
          open = link.open;
        },
      });
      await reset(all);
      return open;
    },
  },
  'priority-ignored': { overrides: ONE_ATTEMPT, shows: async (all) => (await attemptsAfterReset(all))[0] === 1 },
  'never-falls-back': { overrides: ONE_ATTEMPT, shows: async (all) => (await attemptsAfterReset(all))[1] === 2 },
  'backoff-too-fast': { shows: async (all) => (await reconnectAttempts(all)).length > 2 },
  'backoff-not-doubled': { shows: async (all) => (await reconnectAttempts(all))[1] === 20 },
  'basic-header-malformed': { off: true, shows: having(powerOn, (all) => !all.csms.upgrades[0]?.credentials?.wellFormed) },
  'username-differs': { off: true, shows: having(powerOn, (all) => all.csms.upgrades[0]?.credentials?.username !== 'CS-001') },
  'wrong-subprotocol-offered': {
    off: true,
    shows: async (all) => {
      all.csms.admit = () => ({ do: 'refuse', status: 400 });
      all.station.powerOn();
      await all.pass(6);
      return all.csms.upgrades[0]?.offered.includes('ocpp1.6');
    },
  },
};

/** For requests that the CSMS does not accept, so that the station is never idle for long. */
async function powerOnSilently(all: Scene): Promise<void> {
  all.station.powerOn();
  await all.pass(8);
}

describe.each(Object.entries(TRIALS) as [FaultName, Trial][])('%s', (name, { overrides, off, shows }) => {
  const options = { ...overrides, boot: !off };

  test('is committed on request', async () => {
    expect(Boolean(await shows(await scene({ ...options, faults: [name] })))).toBe(true);
  });

  test('is not committed otherwise', async () => {
    expect(Boolean(await shows(await scene(options)))).toBe(false);
  });
});

test('every fault says what it violates', () => {
  for (const [name, fault] of Object.entries(STATION_FAULTS)) {
    expect(fault).toMatchObject({ name, requirement: expect.stringMatching(/^([A-P]\d\d\.FR\.\d+|A00\.FR\.\d+|Part 4, \d+(\.\d+)*)$/) });
    expect(fault.about).toMatch(/^[A-Z].*\.$/);
    expect(fault.killedBy).not.toBe('');
  }
});

test('there is no other fault', async () => {
  await expect(scene({ faults: ['no-such-fault'] })).rejects.toThrow('no-such-fault');
});
