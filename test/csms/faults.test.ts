import { describe, expect, test } from 'vitest';
import type { RegistrationPolicy } from '../../src/csms/config.ts';
import { CSMS_FAULTS, type FaultName } from '../../src/csms/faults/index.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import { MAX_MESSAGE_ID } from '../../src/ocpp/frame.ts';
import { SECOND, wait } from '../../src/time/clock.ts';
import { accepted, attach, IDENTITY, PASSWORD, plug, refusalOf, type ScriptedStation, setUp, TOKEN } from './kit.ts';

const HARDWARE = { model: 'M1', vendorName: 'V1' };
const THRESHOLD = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } };
const INTERVAL = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' } };
const received = (status: RegistrationPolicy['status']) => ({
  stations: [{ identity: IDENTITY, password: PASSWORD, registration: { status, boots: 1, interval: 20 } }],
});
const shown = new Set<string>();

/** A test that shows what the fault does; the last test asks for one for each fault. */
function fault(name: FaultName, body: () => Promise<void>): void {
  shown.add(name);
  test(name, body);
}

/** What the CSMS sends for the request that an operator wants. */
async function sentBy(name: FaultName, action: keyof ScriptedStation['answers'], payload: Payload): Promise<Payload[]> {
  const { csms, station } = await accepted({}, name);
  await csms.send(IDENTITY, action, payload);
  return station.requests(action) as unknown as Payload[];
}

const framesOf = ({ texts }: ScriptedStation): unknown[][] => texts.map((text) => JSON.parse(text));

describe('of the opening handshake', () => {
  fault('subprotocol-not-echoed', async () => {
    const setup = await setUp({}, 'subprotocol-not-echoed');
    expect(await refusalOf(plug(setup))).toMatchObject({ status: 101 });
  });

  fault('subprotocol-first-offered', async () => {
    const setup = await setUp({}, 'subprotocol-first-offered');
    expect((await plug(setup, { subprotocols: ['ocpp0.1', 'ocpp2.0.1'] })).upgrade.selected).toBe('ocpp0.1');
  });

  fault('no-compression', async () => {
    expect((await plug(await setUp({}, 'no-compression'), { deflate: true })).upgrade.extensions).toBeUndefined();
  });

  fault('accepts-wrong-password', async () => {
    expect((await plug(await setUp({}, 'accepts-wrong-password'), { password: 'not-the-password-1' })).upgrade.status).toBe(101);
  });

  fault('accepts-any-username', async () => {
    expect((await plug(await setUp({}, 'accepts-any-username'), { username: 'CS009' })).upgrade.status).toBe(101);
  });

  fault('accepts-missing-credentials', async () => {
    expect((await plug(await setUp({}, 'accepts-missing-credentials'), { authorization: '' })).upgrade.status).toBe(101);
  });

  // These need certificates: see tls.test.ts.
  for (const name of ['accepts-expired-client-certificate', 'accepts-any-common-name', 'accepts-other-serial-number']) shown.add(name);
});

describe('of the RPC layer', () => {
  fault('answers-twice', async () => {
    const { station, clock } = await accepted({}, 'answers-twice');
    // No time passes while a frame is on its way.
    await wait(clock, SECOND);
    const [first, second] = framesOf(station);
    expect(second).toEqual(first);
  });

  fault('answers-with-another-id', async () => {
    const { station } = await accepted({}, 'answers-with-another-id');
    const answer = station.next();
    station.send('[2,"mine","Heartbeat",{}]');
    expect(JSON.parse(await answer)).toEqual([3, expect.not.stringMatching('mine'), { currentTime: expect.any(String) }]);
  });

  fault('unreadable-answered-with-own-id', async () => {
    const { station } = await accepted({}, 'unreadable-answered-with-own-id');
    const answer = station.next();
    station.send('[2,"mine","Heartbeat",{');
    expect(JSON.parse(await answer)).toEqual([4, expect.not.stringMatching(/^-1$/), 'RpcFrameworkError', expect.any(String), {}]);
  });

  fault('message-id-reused', async () => {
    const { csms, station } = await accepted({}, 'message-id-reused');
    for (const action of ['Reset', 'ClearCache'] as const) expect((await csms.send(IDENTITY, action, {})).kind).toBe('result');
    expect(
      new Set(
        framesOf(station)
          .filter(([type]) => type === 2)
          .map(([, id]) => id),
      ).size,
    ).toBe(1);
  });

  fault('message-id-too-long', async () => {
    const { csms, station } = await accepted({}, 'message-id-too-long');
    await csms.send(IDENTITY, 'Reset', {});
    const [, id] = framesOf(station).at(-1) ?? [];
    expect(String(id).length).toBeGreaterThan(MAX_MESSAGE_ID);
  });

  fault('second-call-while-open', async () => {
    const { csms, station, clock } = await accepted({}, 'second-call-while-open');
    station.answers.GetVariables = () => ({ getVariableResult: [{ ...THRESHOLD, attributeStatus: 'Accepted', attributeValue: '1' }] });
    await csms.send(IDENTITY, 'Reset', {});
    await wait(clock, SECOND);
    expect(
      framesOf(station)
        .slice(-2)
        .map(([type, , action]) => [type, action]),
    ).toEqual([
      [2, 'Reset'],
      [2, 'GetVariables'],
    ]);
  });

  fault('wrong-error-code-for-unknown-action', async () => {
    const { station } = await accepted({}, 'wrong-error-code-for-unknown-action');
    const answer = station.next();
    station.send('[2,"1","Fly",{}]');
    expect(JSON.parse(await answer).slice(0, 3)).toEqual([4, '1', 'GenericError']);
  });

  fault('wrong-error-code-for-invalid-payload', async () => {
    const { station } = await accepted({}, 'wrong-error-code-for-invalid-payload');
    const answer = station.next();
    station.send('[2,"1","BootNotification",{}]');
    expect(JSON.parse(await answer).slice(0, 3)).toEqual([4, '1', 'InternalError']);
  });

  fault('error-without-details', async () => {
    const { station } = await accepted({}, 'error-without-details');
    const answer = station.next();
    station.send('[2,"1","Fly",{}]');
    expect(JSON.parse(await answer)).toHaveLength(4);
  });

  fault('null-for-absent-fields', async () => {
    const station = await attach(await setUp({}, 'null-for-absent-fields'));
    const answer = station.next();
    station.send('[2,"1","Heartbeat",{}]');
    expect(JSON.parse(await answer)[2]).toEqual({ currentTime: expect.any(String), customData: null });
  });
});

describe('of registration', () => {
  fault('boot-answered-without-interval', async () => {
    const station = await attach(await setUp({}, 'boot-answered-without-interval'));
    const answer = station.next();
    station.send(JSON.stringify([2, '1', 'BootNotification', { reason: 'PowerUp', chargingStation: HARDWARE }]));
    expect(Object.keys(JSON.parse(await answer)[2])).toEqual(['currentTime', 'status']);
  });

  fault('boot-not-answered', async () => {
    const station = await attach(await setUp({}, 'boot-not-answered'));
    expect((await station.call('BootNotification', { reason: 'PowerUp', chargingStation: HARDWARE })).kind).toBe('timeout');
  });

  fault('boot-always-accepted', async () => {
    const station = await attach(await setUp(received('Pending'), 'boot-always-accepted'));
    expect((await station.boot()).status).toBe('Accepted');
  });

  fault('boot-never-accepted', async () => {
    const station = await attach(await setUp({}, 'boot-never-accepted'));
    expect([(await station.boot()).status, (await station.boot()).status]).toEqual(['Pending', 'Pending']);
  });

  fault('answers-calls-before-acceptance', async () => {
    const station = await attach(await setUp(received('Rejected'), 'answers-calls-before-acceptance'));
    await station.boot();
    expect(await station.errorOf('Heartbeat', {})).toBeUndefined();
  });

  fault('refuses-triggered-messages', async () => {
    const setup = await setUp(received('Pending'), 'refuses-triggered-messages');
    const station = await attach(setup);
    await station.boot();
    await setup.csms.send(IDENTITY, 'TriggerMessage', { requestedMessage: 'Heartbeat' });
    expect(await station.errorOf('Heartbeat', {})).toBe('SecurityError');
  });

  fault('closes-connection-while-pending', async () => {
    const station = await attach(await setUp(received('Pending'), 'closes-connection-while-pending'));
    const closed = station.closed();
    await station.boot();
    expect(await closed).toBe(1000);
  });

  fault('sends-while-rejected', async () => {
    const setup = await setUp(received('Rejected'), 'sends-while-rejected');
    const station = await attach(setup);
    await station.boot();
    await wait(setup.clock, SECOND);
    expect(station.received.map(({ action }) => action)).toEqual(['GetVariables']);
  });

  fault('no-answer-to-heartbeat', async () => {
    const { station } = await accepted({}, 'no-answer-to-heartbeat');
    expect((await station.call('Heartbeat', {})).kind).toBe('timeout');
  });

  fault('current-time-wrong', async () => {
    const station = await attach(await setUp({}, 'current-time-wrong'));
    expect((await station.boot()).currentTime).toBe('2026-02-28T12:00:00.000Z');
  });
});

describe('of provisioning', () => {
  const set = (attributeValue: string) => ({ ...THRESHOLD, attributeValue });

  fault('ignores-items-per-message', async () => {
    const { csms, station } = await accepted({}, 'ignores-items-per-message');
    const component = { name: 'DeviceDataCtrlr' };
    const variable = { name: 'ItemsPerMessage', instance: 'GetVariables' };
    const reportData = [{ component, variable, variableAttribute: [{ value: '1' }] }];
    await station.ask('NotifyReport', { requestId: 1, seqNo: 0, generatedAt: '2026-03-01T12:00:00Z', reportData });
    await csms.send(IDENTITY, 'GetVariables', { getVariableData: [THRESHOLD, INTERVAL] });
    expect(station.requests('GetVariables').map(({ getVariableData }) => getVariableData.length)).toEqual([2]);
  });

  fault('duplicate-variables-in-set', async () => {
    expect(await sentBy('duplicate-variables-in-set', 'SetVariables', { setVariableData: [set('1')] })).toEqual([
      { setVariableData: [set('1'), set('1')] },
    ]);
  });

  fault('set-variables-drops-all-but-first', async () => {
    const setVariableData = [set('1'), { ...INTERVAL, attributeValue: '2' }];
    expect(await sentBy('set-variables-drops-all-but-first', 'SetVariables', { setVariableData })).toEqual([
      { setVariableData: [set('1')] },
    ]);
  });

  fault('get-variables-asks-for-max-set', async () => {
    const [request] = await sentBy('get-variables-asks-for-max-set', 'GetVariables', {});
    expect(request).toEqual({ getVariableData: [{ ...THRESHOLD, attributeType: 'MaxSet' }] });
  });

  fault('base-report-wrong-type', async () => {
    expect(await sentBy('base-report-wrong-type', 'GetBaseReport', { reportBase: 'FullInventory' })).toMatchObject([
      { reportBase: 'SummaryInventory' },
    ]);
  });

  fault('base-report-without-request-id', async () => {
    const { csms, station } = await accepted({}, 'base-report-without-request-id');
    await csms.send(IDENTITY, 'GetBaseReport', {});
    expect(framesOf(station).at(-1)?.[3]).toEqual({ reportBase: 'FullInventory' });
  });

  fault('report-omits-criteria', async () => {
    const [request] = await sentBy('report-omits-criteria', 'GetReport', { requestId: 1, componentCriteria: ['Problem'] });
    expect(request).toEqual({ requestId: 1 });
  });

  fault('notify-report-not-answered', async () => {
    const { station } = await accepted({}, 'notify-report-not-answered');
    const part = { requestId: 1, seqNo: 0, generatedAt: '2026-03-01T12:00:00Z' };
    expect((await station.call('NotifyReport', part)).kind).toBe('timeout');
  });

  fault('network-profile-omits-field', async () => {
    const { csms, station } = await accepted({}, 'network-profile-omits-field');
    await csms.send(IDENTITY, 'SetNetworkProfile', {});
    expect(framesOf(station).at(-1)?.[3]).toMatchObject({ connectionData: expect.not.objectContaining({ messageTimeout: 30 }) });
  });

  fault('network-profile-wrong-version', async () => {
    const [request] = await sentBy('network-profile-wrong-version', 'SetNetworkProfile', {});
    expect(request).toMatchObject({ connectionData: { ocppVersion: 'OCPP16', messageTimeout: 30 } });
  });

  fault('local-list-version-zero', async () => {
    const [request] = await sentBy('local-list-version-zero', 'SendLocalList', {});
    expect(request).toMatchObject({ updateType: 'Full', versionNumber: 0 });
  });

  fault('local-list-repeats-token', async () => {
    const localAuthorizationList = [{ idToken: TOKEN }];
    const [request] = await sentBy('local-list-repeats-token', 'SendLocalList', { updateType: 'Differential', localAuthorizationList });
    expect(request?.localAuthorizationList).toEqual([{ idToken: TOKEN }, { idToken: TOKEN }]);
  });

  fault('reset-for-evse-omits-evse-id', async () => {
    expect(await sentBy('reset-for-evse-omits-evse-id', 'Reset', { type: 'OnIdle', evseId: 1 })).toEqual([{ type: 'OnIdle' }]);
  });

  fault('reset-always-immediate', async () => {
    expect(await sentBy('reset-always-immediate', 'Reset', { type: 'OnIdle' })).toEqual([{ type: 'Immediate' }]);
  });

  fault('trigger-message-wrong-kind', async () => {
    expect(await sentBy('trigger-message-wrong-kind', 'TriggerMessage', { requestedMessage: 'BootNotification' })).toEqual([
      { requestedMessage: 'Heartbeat' },
    ]);
  });
});

describe('in charging profiles', () => {
  /** The schedule of the profile that the CSMS sets because of the fault, and what else the profile says. */
  async function setBy(name: FaultName, chargingProfile: Payload = {}): Promise<{ profile: Payload; schedule: Payload }> {
    const [request] = await sentBy(name, 'SetChargingProfile', { chargingProfile });
    const profile = request?.chargingProfile as Payload;
    return { profile, schedule: (profile.chargingSchedule as [Payload])[0] };
  }

  fault('relative-profile-with-start', async () => {
    const { schedule } = await setBy('relative-profile-with-start', { chargingProfileKind: 'Relative' });
    expect(schedule.startSchedule).toBeDefined();
  });

  fault('absolute-profile-without-start', async () => {
    expect((await setBy('absolute-profile-without-start')).schedule.startSchedule).toBeUndefined();
  });

  fault('tx-profile-without-transaction', async () => {
    const wanted = { chargingProfilePurpose: 'TxProfile', transactionId: 'T1' };
    expect((await setBy('tx-profile-without-transaction', wanted)).profile.transactionId).toBeUndefined();
  });

  fault('another-profile-for-each-schedule', async () => {
    const wanted = { chargingProfilePurpose: 'TxProfile', transactionId: 'T1', id: 7 };
    expect((await setBy('another-profile-for-each-schedule', wanted)).profile.id).not.toBe(7);
  });

  fault('first-period-late', async () => {
    expect((await setBy('first-period-late')).schedule.chargingSchedulePeriod).toMatchObject([{ startPeriod: 10 }]);
  });

  fault('periods-out-of-order', async () => {
    const periods = (await setBy('periods-out-of-order')).schedule.chargingSchedulePeriod;
    expect(periods).toMatchObject([{ startPeriod: 0 }, { startPeriod: 0 }]);
  });

  fault('phase-of-three', async () => {
    expect((await setBy('phase-of-three')).schedule.chargingSchedulePeriod).toMatchObject([{ numberPhases: 3, phaseToUse: 1 }]);
  });

  fault('external-constraint-set', async () => {
    expect((await setBy('external-constraint-set')).profile.chargingProfilePurpose).toBe('ChargingStationExternalConstraints');
  });

  fault('profiles-asked-for-without-criteria', async () => {
    const [request] = await sentBy('profiles-asked-for-without-criteria', 'GetChargingProfiles', { chargingProfile: { stackLevel: 1 } });
    expect(request?.chargingProfile).toEqual({});
  });
});

test('every fault is shown above or found by a case, and says what it breaks, how, and what has to notice it', () => {
  const found = (name: string) => /^(?:TC|OS)_/.test(CSMS_FAULTS[name as keyof typeof CSMS_FAULTS].killedBy);
  expect(Object.keys(CSMS_FAULTS).filter((name) => !shown.has(name) && !found(name))).toEqual([]);
  for (const { name, requirement, about, killedBy } of Object.values(CSMS_FAULTS)) {
    expect(requirement, name).toMatch(/^([A-P]\d\d\.FR\.\d+|Part 4, \d(\.\d)*)$/);
    expect(about, name).toMatch(/^[A-Z].*\.$/);
    expect(killedBy, name).not.toBe('');
  }
});

test('a fault that does not exist is refused with the name that was probably meant', async () => {
  await expect(setUp({}, 'answer-twice')).rejects.toThrow('"answer-twice" is not a fault of the CSMS; did you mean "answers-twice"?');
});

test('a healthy CSMS commits none', async () => {
  const { csms, station } = await accepted();
  expect(csms.faults).toEqual([]);
  expect((await station.ask('Authorize', { idToken: TOKEN })).idTokenInfo.status).toBe('Accepted');
});
