import { beforeEach, describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import type { Contact } from '../../src/scenario/upkeep/contact.ts';
import { Upkeep } from '../../src/scenario/upkeep/upkeep.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { Trace } from '../../src/trace/trace.ts';
import type { Outcome } from '../../src/wire/rpc.ts';
import { call, open, time } from '../rules/kit.ts';
import { play } from './kit.ts';

const accepted = { status: 'Accepted' };
const HEARTBEAT = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' } };
const PROFILE = { id: 4, stackLevel: 0, chargingProfilePurpose: 'TxDefaultProfile', chargingProfileKind: 'Relative', chargingSchedule: [] };
const HASH = { hashAlgorithm: 'SHA256', issuerNameHash: 'a', issuerKeyHash: 'b', serialNumber: '01' };
const chain = (serialNumber: string) => ({ certificateType: 'CSMSRootCertificate', certificateHashData: { ...HASH, serialNumber } });

/** What a station keeps, as far as a CSMS can see it. */
interface Kept {
  heartbeat: string;
  profiles: Payload[];
  messages: Payload[];
  monitors: Payload[];
  certificates: Payload[];
  listVersion: number;
}

/** A station that answers as a literal table says, and what it was asked for. */
class Station {
  readonly clock = new VirtualClock(Date.parse(time(0)));
  readonly trace = new Trace(() => this.clock.now());
  readonly heard: [string, Payload][] = [];
  kept: Kept = { heartbeat: '60', profiles: [], messages: [], monitors: [], certificates: [], listVersion: 0 };
  /** What takes the place of a usual answer. */
  answers: Record<string, Payload | 'refused'> = {};

  readonly contact: Contact = {
    trace: this.trace,
    clock: this.clock,
    patience: 60,
    send: async (action, payload) => {
      this.heard.push([action, payload]);
      const answer = this.answers[action] ?? this.#answer(action, payload);
      return (answer === 'refused' ? { kind: 'error', code: 'NotImplemented' } : { kind: 'result', payload: answer }) as unknown as Outcome;
    },
  };

  /** What it was asked to change. */
  get changes(): [string, Payload][] {
    return this.heard.filter(([action]) => !action.startsWith('Get'));
  }

  #report(action: string, requestId: unknown, ...parts: Payload[]): Payload {
    for (const [index, part] of parts.entries()) {
      const payload = { requestId, ...part, ...(index < parts.length - 1 ? { tbc: true } : {}) };
      this.trace.append({ kind: 'frame', connection: 1, from: 'station', text: call(`${action} ${requestId} ${index}`, action, payload) });
    }
    return accepted;
  }

  #answer(action: string, { requestId, ...payload }: Payload): Payload {
    const { heartbeat, profiles, messages, monitors, certificates, listVersion } = this.kept;
    const attribute = { ...HEARTBEAT, attributeType: 'Actual', attributeStatus: 'Accepted' };
    switch (action) {
      case 'GetBaseReport':
        return this.#report(
          'NotifyReport',
          requestId,
          { reportData: [] },
          { reportData: [{ ...HEARTBEAT, variableAttribute: [{ value: heartbeat, mutability: 'ReadWrite' }] }] },
        );
      case 'GetVariables':
        return { getVariableResult: [{ ...attribute, attributeValue: heartbeat }] };
      case 'SetVariables':
        this.kept.heartbeat = String((payload.setVariableData as Payload[])[0]?.attributeValue);
        return { setVariableResult: [attribute] };
      case 'GetLocalListVersion':
        return { versionNumber: listVersion };
      case 'GetChargingProfiles':
        return profiles.length === 0
          ? { status: 'NoProfiles' }
          : this.#report('ReportChargingProfiles', requestId, { evseId: 1, chargingProfile: profiles });
      case 'GetDisplayMessages':
        return messages.length === 0 ? { status: 'Unknown' } : this.#report('NotifyDisplayMessages', requestId, { messageInfo: messages });
      case 'GetMonitoringReport':
        return monitors.length === 0
          ? { status: 'EmptyResultSet' }
          : this.#report('NotifyMonitoringReport', requestId, { monitor: [{ ...HEARTBEAT, variableMonitoring: monitors }] });
      case 'GetInstalledCertificateIds':
        return certificates.length === 0 ? { status: 'NotFound' } : { ...accepted, certificateHashDataChain: certificates };
      case 'ClearChargingProfile':
        this.kept.profiles = profiles.filter(({ id }) => id !== payload.chargingProfileId);
        return accepted;
      case 'SetChargingProfile':
        this.kept.profiles = [payload.chargingProfile as Payload];
        return accepted;
      case 'DeleteCertificate':
        this.kept.certificates = [];
        return accepted;
      default:
        return accepted;
    }
  }
}

let station: Station;
beforeEach(() => {
  station = new Station();
});

/** What is left over after a case in which the station answered one request. */
async function kept(action: string, request: Payload, response: Payload, change: Partial<Kept> = {}): Promise<Upkeep> {
  const upkeep = await Upkeep.begin(station.contact);
  Object.assign(station.kept, change);
  station.heard.splice(0);
  upkeep.playing = 'TC_X_01_CS';
  await upkeep.restore(station.contact, open().exchange('csms', 'x', action, request, response).trace.entries);
  return upkeep;
}

const setting = (attributeStatus: string) =>
  [
    'SetVariables',
    { setVariableData: [{ ...HEARTBEAT, attributeValue: '10' }] },
    { setVariableResult: [{ ...HEARTBEAT, attributeStatus }] },
  ] as const;

describe('variables', () => {
  test('are set back to what the report of the beginning says', async () => {
    const upkeep = await kept(...setting('Accepted'), { heartbeat: '10' });
    expect(station.changes).toEqual([['SetVariables', { setVariableData: [{ ...HEARTBEAT, attributeValue: '60' }] }]]);
    expect(upkeep.leftovers).toEqual([]);
  });

  test('that were not set, or have their value already, are left alone', async () => {
    await kept(...setting('Rejected'), { heartbeat: '10' });
    expect(station.heard).toEqual([]);
    await kept(...setting('Accepted'));
    expect(station.changes).toEqual([]);
  });

  test('that cannot be set back stand in the way of scenarios that name them', async () => {
    const upkeep = await kept(...setting('RebootRequired'), { heartbeat: '10' });
    expect(upkeep.leftovers).toEqual([]);
    station.answers.SetVariables = { setVariableResult: [{ ...HEARTBEAT, attributeStatus: 'Rejected' }] };
    const again = await kept(...setting('Accepted'), { heartbeat: '10' });
    const why = 'setting it back to 60: Rejected';
    expect(again.leftovers).toEqual([{ what: 'OCPPCommCtrlr.HeartbeatInterval', why, words: ['HeartbeatInterval'], after: 'TC_X_01_CS' }]);
    expect(await again.inTheWayOf('OCPPCommCtrlr.HeartbeatInterval is 20', station.contact)).toBeUndefined();
    again.playing = 'TC_X_02_CS';
    expect(await again.inTheWayOf('OCPPCommCtrlr.HeartbeatInterval is 20', station.contact)).toMatchObject({ why });
    expect(await again.inTheWayOf('the station sends Heartbeat', station.contact)).toBeUndefined();
  });

  test('whose value the station never told cannot be set back', async () => {
    station.answers.GetBaseReport = 'refused';
    const upkeep = await kept(...setting('Accepted'), { heartbeat: '10' });
    expect(upkeep.leftovers).toMatchObject([{ why: 'the station did not tell its value before it was set' }]);
  });

  test('that are not in a report are read before they are set', async () => {
    station.answers.GetBaseReport = 'refused';
    const upkeep = await Upkeep.begin(station.contact);
    await upkeep.learn(station.contact, [{ ...HEARTBEAT, attributeValue: '10' } as typeof HEARTBEAT]);
    station.kept.heartbeat = '10';
    await upkeep.learn(station.contact, [HEARTBEAT]);
    station.heard.splice(0);
    await upkeep.restore(station.contact, open().exchange('csms', 'x', ...setting('Accepted')).trace.entries);
    expect(station.changes).toEqual([['SetVariables', { setVariableData: [{ ...HEARTBEAT, attributeValue: '60' }] }]]);
    expect(upkeep.leftovers).toEqual([]);
  });

  test('that the report has told, and passwords, are not asked for', async () => {
    const upkeep = await Upkeep.begin(station.contact);
    station.heard.splice(0);
    await upkeep.learn(station.contact, [HEARTBEAT, { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } }]);
    expect(station.heard).toEqual([]);
  });
});

describe('what a station keeps', () => {
  test('new charging profiles are cleared', async () => {
    const upkeep = await kept('SetChargingProfile', { evseId: 1, chargingProfile: PROFILE }, accepted, { profiles: [PROFILE] });
    expect(station.changes).toEqual([['ClearChargingProfile', { chargingProfileId: 4 }]]);
    expect(upkeep.leftovers).toEqual([]);
  });

  test('charging profiles that are gone or were replaced are set again', async () => {
    station.kept.profiles = [PROFILE];
    const upkeep = await kept('ClearChargingProfile', {}, accepted, { profiles: [] });
    expect(station.changes).toEqual([['SetChargingProfile', { evseId: 1, chargingProfile: PROFILE }]]);
    expect(upkeep.leftovers).toEqual([]);
    await kept('SetChargingProfile', {}, accepted, { profiles: [{ ...PROFILE, stackLevel: 7 }] });
    expect(station.changes).toEqual([['SetChargingProfile', { evseId: 1, chargingProfile: PROFILE }]]);
  });

  test('profiles of a transaction end with it', async () => {
    await kept('SetChargingProfile', {}, accepted, { profiles: [{ ...PROFILE, chargingProfilePurpose: 'TxProfile' }] });
    expect(station.changes).toEqual([]);
  });

  test('new display messages and monitors are cleared, and it is told where that did not help', async () => {
    const messages = await kept('SetDisplayMessage', {}, accepted, { messages: [{ id: 9 }] });
    expect(station.changes).toEqual([['ClearDisplayMessage', { id: 9 }]]);
    expect(messages.leftovers).toMatchObject([{ what: 'display messages', why: 'not as before: 9' }]);
    const monitors = await kept('SetVariableMonitoring', {}, { setMonitoringResult: [] }, { monitors: [{ id: 3 }] });
    expect(station.changes).toEqual([['ClearVariableMonitoring', { id: [3] }]]);
    expect(monitors.leftovers).toMatchObject([{ what: 'monitors' }]);
  });

  test('a new certificate is deleted; one that is gone is gone', async () => {
    const installed = await kept('InstallCertificate', {}, accepted, { certificates: [chain('02')] });
    expect(station.changes).toEqual([['DeleteCertificate', { certificateHashData: { ...HASH, serialNumber: '02' } }]]);
    expect(installed.leftovers).toEqual([]);
    station.kept.certificates = [chain('01')];
    const deleted = await kept('DeleteCertificate', {}, accepted, { certificates: [] });
    expect(deleted.leftovers).toMatchObject([{ why: 'not as before: CSMSRootCertificate 01', words: ['Certificate'] }]);
  });

  test('requests about something else do not make it look', async () => {
    await kept('Reset', { type: 'OnIdle' }, accepted, { profiles: [PROFILE], messages: [{ id: 9 }] });
    expect(station.heard).toEqual([]);
  });

  test('what the station refuses to list needs no upkeep', async () => {
    for (const action of ['GetChargingProfiles', 'GetDisplayMessages', 'GetMonitoringReport', 'GetInstalledCertificateIds'])
      station.answers[action] = 'refused';
    const upkeep = await kept('SetDisplayMessage', {}, accepted);
    expect([station.heard, upkeep.leftovers]).toEqual([[], []]);
  });
});

describe('the local list', () => {
  test('is emptied if it was empty', async () => {
    const upkeep = await kept('SendLocalList', { versionNumber: 3, updateType: 'Full' }, accepted, { listVersion: 3 });
    expect(station.changes).toEqual([['SendLocalList', { updateType: 'Full', versionNumber: 4 }]]);
    expect(upkeep.leftovers).toEqual([]);
  });

  test('cannot be restored if it was not', async () => {
    station.kept.listVersion = 2;
    const upkeep = await kept('SendLocalList', { versionNumber: 3, updateType: 'Full' }, accepted, { listVersion: 3 });
    expect(station.changes).toEqual([]);
    upkeep.playing = 'TC_X_02_CS';
    expect(await upkeep.inTheWayOf('the CSO has the CSMS send GetLocalListVersion', station.contact)).toMatchObject({
      why: 'what was in it before cannot be read',
    });
  });
});

test('what the CSMS said about tokens is cleared from the cache', async () => {
  const upkeep = await Upkeep.begin(station.contact);
  station.heard.splice(0);
  const authorized = open().exchange('station', 'x', 'Authorize', {}, { idTokenInfo: accepted });
  await upkeep.restore(station.contact, authorized.trace.entries);
  expect(station.heard).toEqual([['ClearCache', {}]]);
});

describe('a transaction that could not be ended', () => {
  const leftover = { what: 'transaction T', words: [], transactionId: 'T' };
  test('stands in the way of every scenario while it goes on', async () => {
    const upkeep = await Upkeep.begin(station.contact);
    upkeep.note(leftover, 'it could not be ended');
    station.answers.GetTransactionStatus = { ongoingIndicator: true, messagesInQueue: false };
    expect(await upkeep.inTheWayOf('anything', station.contact)).toMatchObject({ what: 'transaction T' });
    station.answers.GetTransactionStatus = { messagesInQueue: false };
    expect(await upkeep.inTheWayOf('anything', station.contact)).toBeUndefined();
    expect(upkeep.leftovers).toEqual([]);
  });

  test('makes the next case inconclusive, never fail', async () => {
    const upkeep = await Upkeep.begin(station.contact);
    upkeep.playing = 'TC_X_01_CS';
    upkeep.note(leftover, 'it could not be ended');
    const { verdict, reason } = await play('When the CSMS sends ClearCache\nThen the station replies Accepted', {
      lasting: true,
      upkeep,
      answers: { GetTransactionStatus: () => ({ ongoingIndicator: true, messagesInQueue: false }) },
    });
    expect(verdict).toBe('inconclusive');
    expect(reason).toBe(
      'transaction T could not be put back to how it was before the first case: it could not be ended (after TC_X_01_CS)',
    );
  });
});

describe('a station that has to restart to be as before', () => {
  const lines = 'Given OCPPCommCtrlr.HeartbeatInterval is 10\nWhen the CSMS sends ClearCache\nThen the station replies Accepted';
  const result = (more: Payload) => ({ ...HEARTBEAT, attributeType: 'Actual', attributeStatus: 'Accepted', ...more });
  const heard = async (attributeStatus: string) => {
    const upkeep = await Upkeep.begin(station.contact);
    let value = '60';
    const { sut } = await play(lines, {
      lasting: true,
      upkeep,
      answers: {
        ClearCache: () => accepted,
        Reset: () => accepted,
        GetVariables: () => ({ getVariableResult: [result({ attributeValue: value })] }),
        SetVariables: ({ setVariableData }) => {
          const [{ attributeValue } = {}] = setVariableData as Payload[];
          value = String(attributeValue);
          return { setVariableResult: [result(value === '60' ? { attributeStatus } : {})] };
        },
      },
    });
    return sut.heard.map(({ action }) => action);
  };

  test('is told to', async () => expect((await heard('RebootRequired')).at(-1)).toBe('Reset'));
  test('and only then', async () => expect(await heard('Accepted')).not.toContain('Reset'));
});
