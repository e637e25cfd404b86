import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import type { Carried } from '../../src/scenario/driver.ts';
import { Inconclusive, Stuck } from '../../src/scenario/verdict.ts';
import { BOOT, call, now, time } from '../rules/kit.ts';
import { type DialogueOptions, play } from './kit.ts';

const PLUG_IN = `
  When the EV driver plugs in
  Then the station sends StatusNotification:
    | connectorStatus | Occupied |`;
const occupied = { timestamp: time(0), evseId: 1, connectorId: 1, connectorStatus: 'Occupied' };
const reports: DialogueOptions = { stimuli: { 'plug-in': (sut) => sut.say(call('s1', 'StatusNotification', occupied)) } };

test('pass: what was expected happened, and nothing else is wrong', async () => {
  const { verdict, findings, reason } = await play(PLUG_IN, reports);
  expect({ verdict, findings, reason }).toEqual({ verdict: 'pass', findings: [], reason: undefined });
});

describe('fail', () => {
  test('what was expected did not happen', async () => {
    const { verdict, findings, run } = await play(PLUG_IN);
    expect({ verdict, codes: findings.map(({ code }) => code) }).toEqual({ verdict: 'fail', codes: ['message-missing'] });
    expect(run.interrupted).toBe(false);
  });

  test('a rule found something, though no line asked for it', async () => {
    const invalid = call('s1', 'StatusNotification', { ...occupied, connectorId: 'one' });
    const { verdict, findings } = await play(PLUG_IN, { stimuli: { 'plug-in': (sut) => sut.say(invalid) } });
    expect(verdict).toBe('fail');
    expect(findings).toMatchObject([{ party: 'station', pointer: '/connectorId' }]);
  });

  test('a request of the played party is never answered, though no line asks for the answer', async () => {
    const lines = `${PLUG_IN}\n  When the CSMS sends Reset:\n    | type | OnIdle |`;
    expect(await play(lines, reports)).toMatchObject({ verdict: 'fail', findings: [{ code: 'answer-missing' }] });
    expect(await play(lines, { ...reports, answers: { Reset: () => ({ status: 'Accepted' }) } })).toMatchObject({ verdict: 'pass' });
  });

  test('a violation outweighs that the case then could not go on', async () => {
    const lines = `${PLUG_IN.replace('Occupied', 'should Available')}\n  When the EV driver presents <valid idToken>`;
    const skipped: DialogueOptions = { ...reports, carried: { 'present-token': { outcome: 'skipped', carrier: 'test' } } };
    expect(await play(lines, skipped)).toMatchObject({ verdict: 'inconclusive', findings: [{ severity: 'warning' }] });
    expect(await play(lines, { ...skipped, strict: true })).toMatchObject({ verdict: 'fail' });
  });
});

describe('inconclusive', () => {
  const given = (line: string) => `Given ${line}\n${PLUG_IN}`;

  test('a precondition was not reached', async () => {
    const lines = `
      Given the EV driver parks
      And the station sends SecurityEventNotification
      ${PLUG_IN.trim()}`;
    const { verdict, findings, reason } = await play(lines, reports);
    expect({ verdict, findings }).toEqual({ verdict: 'inconclusive', findings: [] });
    expect(reason).toContain('a precondition was not reached: B01.FR.01: expected the station sends SecurityEventNotification');
    const security = call('e1', 'SecurityEventNotification', { type: 'StartupOfTheDevice', timestamp: time(0) });
    expect(await play(lines, { stimuli: { ...reports.stimuli, park: (sut) => sut.say(security) } })).toMatchObject({ verdict: 'pass' });
  });

  test('the station does not register', async () => {
    const { verdict, reason } = await play(PLUG_IN, { ready: () => Promise.reject(new Inconclusive('the station was not registered')) });
    expect({ verdict, reason }).toEqual({ verdict: 'inconclusive', reason: 'the station was not registered' });
  });

  test.each([
    ['skipped', 'the stimulus plug-in was skipped: no cable'],
    ['unsupported', 'no driver can carry out the stimulus plug-in: no cable'],
  ] as const)('a stimulus was %s', async (outcome, reason) => {
    const carried = { 'plug-in': { outcome, carrier: 'test', note: 'no cable' } };
    const played = await play(PLUG_IN, { carried });
    expect(played).toMatchObject({ verdict: 'inconclusive', reason, findings: [] });
    expect(played.trace.entries).toContainEqual(
      expect.objectContaining({ kind: 'stimulus', name: 'plug-in', outcome, carrier: 'test', note: 'no cable' }),
    );
  });

  test('that nobody can drive into a bay is the matter of stations that notice it', async () => {
    const carried = { park: { outcome: 'unsupported', carrier: 'test' } } as const;
    const lines = `
    When the EV driver parks
    And the CSMS sends GetTransactionStatus
    Then the station replies`;
    const answers = { GetTransactionStatus: () => ({ messagesInQueue: false }) };
    const verdict = async (settings: DialogueOptions['settings']) =>
      (await play(lines, { carried, answers, ...(settings ? { settings } : {}) })).verdict;
    expect(await verdict({})).toBe('pass');
    expect(await verdict({ parkingBaySensor: true })).toBe('inconclusive');
    expect(await verdict({ txStopPoint: ['ParkingBayOccupancy'] })).toBe('inconclusive');
  });

  test('a setting cannot be had', async () => {
    const answer = (attributeStatus: string, value?: string): DialogueOptions => ({
      ...reports,
      answers: {
        GetVariables: ({ getVariableData }) => ({
          getVariableResult: (getVariableData as object[]).map((asked) => ({
            ...asked,
            attributeType: 'Actual',
            attributeStatus,
            ...(value === undefined ? {} : { attributeValue: value }),
          })),
        }),
        SetVariables: ({ setVariableData }) => ({
          setVariableResult: (setVariableData as { attributeValue: string }[]).map(({ attributeValue: _, ...asked }) => ({
            ...asked,
            attributeType: 'Actual',
            attributeStatus: 'Rejected',
          })),
        }),
      },
    });
    const setting = given('AuthCtrlr.LocalPreAuthorize is true');
    expect(await play(setting, answer('Accepted', 'true'))).toMatchObject({ verdict: 'pass' });
    expect(await play(setting, answer('Accepted', 'false'))).toMatchObject({
      verdict: 'inconclusive',
      reason: 'AuthCtrlr.LocalPreAuthorize cannot be set to true: Rejected',
    });
    expect(await play(setting, answer('UnknownVariable'))).toMatchObject({
      verdict: 'inconclusive',
      reason: 'AuthCtrlr.LocalPreAuthorize cannot be read: UnknownVariable',
    });
    expect(await play(given('AuthCtrlr.LocalPreAuthorize is true if implemented'), answer('UnknownVariable'))).toMatchObject({
      verdict: 'pass',
    });
    expect((await play(setting)).reason).toBe('GetVariables of AuthCtrlr.LocalPreAuthorize was not answered');
  });
});

test('the signal of a run does not keep its cases', async () => {
  const { signal } = new AbortController();
  const { verdict } = await play(PLUG_IN, { ...reports, signal });
  expect([verdict, getEventListeners(signal, 'abort')]).toEqual(['pass', []]);
});

describe('error', () => {
  test('the harness itself went wrong', async () => {
    const { verdict, reason } = await play(PLUG_IN, { ready: () => Promise.reject(new TypeError('x is not a function')) });
    expect(verdict).toBe('error');
    expect(reason).toContain('x is not a function');
  });

  test('a simulator crashed, though everything else is well', async () => {
    expect(await play(PLUG_IN, { ...reports, crashes: [new Error('boom')] })).toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('a simulator crashed: Error: boom'),
    });
  });

  test('but an invalid request is refused, whatever the line below it says', async () => {
    const lines = `
      When the operator power-cycles the station
      Then the station sends BootNotification
      And the CSMS replies Accepted`;
    const { reason: _, ...bad } = BOOT as Payload;
    const stimuli: DialogueOptions['stimuli'] = { 'power-cycle': (sut) => sut.say(call('b1', 'BootNotification', bad)) };
    const { verdict, told } = await play(lines, {
      stimuli,
      replies: { BootNotification: { ...now(0), interval: 300, status: 'Accepted' } },
    });
    expect(verdict).toBe('fail');
    expect(told.join()).toContain('request-schema');
  });

  test('the played party broke the protocol itself', async () => {
    const lines = `
      When the operator power-cycles the station
      Then the station sends BootNotification`;
    const stimuli: DialogueOptions['stimuli'] = { 'power-cycle': (sut) => sut.say(call('b1', 'BootNotification', BOOT)) };
    const good = { ...now(0), interval: 300, status: 'Accepted' };
    expect(await play(lines, { stimuli, replies: { BootNotification: good } })).toMatchObject({ verdict: 'pass' });
    const bad = await play(lines, { stimuli, replies: { BootNotification: { ...good, interval: 'soon' } } });
    expect(bad).toMatchObject({ verdict: 'error', findings: [] });
    expect(bad.reason).toContain('the CSMS that ocppspec plays broke the protocol itself');
    expect(bad.reason).toContain('/interval');
  });

  test('nothing was looked at', async () => {
    expect(await play('When the EV driver plugs in')).toMatchObject({ verdict: 'error', reason: 'the scenario looked at nothing' });
  });

  test('nothing happens any more', async () => {
    const control = new AbortController();
    const never = play(PLUG_IN, {
      ready: () => {
        control.abort(new Stuck('time stands still'));
        return new Promise(() => {});
      },
      signal: control.signal,
    });
    expect(await never).toMatchObject({ verdict: 'error', reason: expect.stringContaining('time stands still') });
  });
});

test('a run that is ended from outside has no verdict', async () => {
  const control = new AbortController();
  const { run } = await play(PLUG_IN, { stimuli: { 'plug-in': () => control.abort() }, signal: control.signal });
  expect(run.interrupted).toBe(true);
});

describe('what is seen at the system', () => {
  const lines = `
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the CSO sees OCPPCommCtrlr.OfflineThreshold as 300`;
  const sends: DialogueOptions = {
    sut: 'csms',
    stimuli: { send: (sut) => sut.say(call('r1', 'Reset', { type: 'OnIdle' })) },
    replies: { Reset: { status: 'Accepted' } },
  };

  test('is as it should be', async () => {
    expect(await play(lines, sends)).toMatchObject({ verdict: 'pass', findings: [] });
  });

  test('is something else', async () => {
    const { verdict, told } = await play(lines, {
      ...sends,
      carried: { show: { outcome: 'denied', carrier: 'prompt', note: 'it shows 60' } },
    });
    expect(verdict).toBe('fail');
    expect(told).toEqual(['observation-denied B01.FR.01: OCPPCommCtrlr.OfflineThreshold is shown as 300, but it shows 60']);
  });
});

describe('what somebody sees on the display', () => {
  const lines = `
    When the EV driver plugs in
    Then the EV driver sees the message
    And the EV driver does not see the second message
    And the station sends StatusNotification`;
  const names = { 'message text': 'Hello', 'second message text': 'Hello 2' };
  const looking = (outcome: Carried['outcome'], note?: string, looked: unknown[] = []): DialogueOptions => ({
    names,
    stimuli: {
      'plug-in': (sut) =>
        sut.say(call('s1', 'StatusNotification', { timestamp: time(0), connectorStatus: 'Occupied', evseId: 1, connectorId: 1 }), 5),
      look: (_, parameters) => void looked.push(parameters),
    },
    carried: { look: { outcome, carrier: 'prompt', ...(note ? { note } : {}) } },
  });

  test('is as it should be, whenever messages come', async () => {
    const looked: unknown[] = [];
    expect(await play(lines, looking('done', undefined, looked))).toMatchObject({ verdict: 'pass', findings: [] });
    expect(looked).toEqual([
      { content: 'Hello', expected: 'shown' },
      { content: 'Hello 2', expected: 'not shown' },
    ]);
  });

  test('is something else', async () => {
    const { verdict, told } = await play(lines, looking('denied', 'shown: Welcome'));
    expect(verdict).toBe('fail');
    expect(told).toEqual(['observation-denied B01.FR.01: "Hello" is shown on the display, but shown: Welcome']);
  });

  test('may have changed before somebody looked', async () => {
    const setting = `
    Given the CSO has the CSMS send SetDisplayMessage:
      | message.id              | 1        |
      | message.priority        | InFront  |
      | message.startDateTime   | now + 1 s |
      | message.message.format  | ASCII    |
      | message.message.content | Hello    |
    And the station replies Accepted${lines}`;
    const { verdict, reason } = await play(setting, {
      ...looking('denied'),
      answers: { SetDisplayMessage: () => ({ status: 'Accepted' }) },
    });
    expect([verdict, reason]).toEqual(['inconclusive', expect.stringContaining('before somebody had looked')]);
  });

  test.each(['unsupported', 'skipped'] as const)('is not known where looking is %s, and the case goes on', async (outcome) => {
    expect(await play(lines, looking(outcome))).toMatchObject({ verdict: 'pass', findings: [] });
    expect(await play(lines, { ...looking(outcome), stimuli: {} })).toMatchObject({ verdict: 'fail' });
  });
});

describe('a scenario may end early', () => {
  const lines = `
    When the CSMS sends Reset:
      | type | OnIdle |
    Then the station replies:
      | status | Accepted or Rejected -> outcome |
    And the scenario ends if $outcome is Rejected
    When the EV driver plugs in
    Then the station sends StatusNotification`;

  test('if a value is as it says', async () => {
    const { verdict, trace } = await play(lines, { answers: { Reset: () => ({ status: 'Rejected' }) } });
    expect(verdict).toBe('pass');
    expect(trace.entries.some(({ kind }) => kind === 'stimulus')).toBe(false);
  });

  test('and goes on otherwise', async () => {
    expect(await play(lines, { answers: { Reset: () => ({ status: 'Accepted' }) } })).toMatchObject({ verdict: 'fail' });
  });
});
