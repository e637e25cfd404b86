import { describe, expect, test } from 'vitest';
import { BOOT, call, now, time } from '../rules/kit.ts';
import { type DialogueOptions, play } from './kit.ts';
import type { FakeStation } from './party.ts';

const boot = (reason: string, id = 'b1') => call(id, 'BootNotification', { ...BOOT, reason });
const status = (connectorStatus: string, id: string, evseId = 1) =>
  call(id, 'StatusNotification', { timestamp: time(0), evseId, connectorId: 1, connectorStatus });
const security = (type: string, id: string) => call(id, 'SecurityEventNotification', { type, timestamp: time(0) });

const replies = { BootNotification: { ...now(0), interval: 300, status: 'Accepted' }, Heartbeat: now(0) };
const says = (...texts: [seconds: number, text: string][]): DialogueOptions => ({
  replies,
  begin: (sut) => {
    for (const [seconds, text] of texts) sut.say(text, seconds);
  },
});

const POWER_UP = `
  When the operator power-cycles the station
  Then the station sends BootNotification:
    | reason | PowerUp | B01.FR.05 |`;
const OCCUPIED = `
  When the EV driver plugs in
  Then the station eventually sends StatusNotification:
    | evseId          | 1        |
    | connectorStatus | Occupied |`;

describe('a message', () => {
  test('comes as it should', async () => {
    const { verdict, findings, run } = await play(POWER_UP, says([5, boot('PowerUp')]));
    expect(findings).toEqual([]);
    expect(verdict).toBe('pass');
    expect(run.dialogue.checks).toBeGreaterThan(1);
  });

  test('does not come: told with what was sent instead, and how long it was waited for', async () => {
    const nothing = await play(POWER_UP, says());
    expect(nothing.verdict).toBe('fail');
    expect(nothing.told).toEqual([
      'message-missing B01.FR.01: the station sends BootNotification with reason = PowerUp, but the station sent nothing within 300 s',
    ]);
    const other = await play(POWER_UP, { ...says([5, security('StartupOfTheDevice', 's1')]), requirements: ['B01.FR.01', 'B01.FR.02'] });
    expect(other.findings).toMatchObject([
      { code: 'message-missing', requirement: 'B01.FR.01, B01.FR.02', party: 'station', severity: 'violation' },
    ]);
    expect(other.findings[0]?.actual).toBe('the station sent SecurityEventNotification within 300 s');
    const seen = other.findings[0]?.entries.map((seq) => other.trace.entries[seq]);
    expect(seen).toMatchObject([{ kind: 'frame', from: 'station' }]);
  });

  test('has another content: told with requirement, expected and actual value, and place', async () => {
    const { verdict, findings, trace } = await play(POWER_UP, says([5, boot('Watchdog')]));
    expect(verdict).toBe('fail');
    expect(findings).toMatchObject([
      {
        code: 'message-content',
        requirement: 'B01.FR.05',
        expected: 'reason = PowerUp',
        actual: 'it is "Watchdog"',
        pointer: '/reason',
      },
    ]);
    expect(trace.entries[findings[0]?.entries[0] ?? 0]).toMatchObject({ kind: 'frame', text: boot('Watchdog') });
  });

  test('lacks a field, and has several wrong ones: every row is told', async () => {
    const { told } = await play(
      `
      When the operator power-cycles the station
      Then the station sends BootNotification:
        | reason                       | PowerUp or Watchdog |
        | chargingStation.serialNumber | present             |
        | chargingStation.model        | not M               |`,
      says([5, boot('Unknown')]),
    );
    expect(told).toEqual([
      'message-content B01.FR.01: reason is PowerUp or Watchdog, but it is "Unknown"',
      'message-content B01.FR.01: chargingStation.serialNumber is any value, but it is absent',
      'message-content B01.FR.01: chargingStation.model is not M, but it is "M"',
    ]);
  });

  test('misses what is only recommended: a warning, and a violation for the strict', async () => {
    const lines = POWER_UP.replace('| PowerUp |', '| should PowerUp |');
    const lenient = await play(lines, says([5, boot('Watchdog')]));
    expect(lenient).toMatchObject({ verdict: 'pass', findings: [{ severity: 'warning', requirement: 'B01.FR.05' }] });
    expect(lenient.findings[0]).not.toHaveProperty('promoted');
    const strict = await play(lines, { ...says([5, boot('Watchdog')]), strict: true });
    expect(strict).toMatchObject({ verdict: 'fail', findings: [{ severity: 'violation', promoted: true, requirement: 'B01.FR.05' }] });
    expect(await play(lines, { ...says([5, boot('PowerUp')]), strict: true })).toMatchObject({ verdict: 'pass', findings: [] });
  });
});

test('of what depends on something, a finding tells what was asked for', async () => {
  const text = (reason: string) => `
    When the operator power-cycles the station
    Then the station sends SecurityEventNotification:
      | type | -> type |
    And the station sends BootNotification:
      | reason | ${reason} |`;
  const told = async (reason: string) => (await play(text(reason), says([1, security('ResetOrReboot', 's1')]))).findings[0]?.expected;
  expect(await told('PowerUp when $type is ResetOrReboot')).toBe('the station sends BootNotification with reason = PowerUp');
  expect(await told('PowerUp when $type is StartupOfTheDevice')).toBe('the station sends BootNotification');
});

describe('which message a line is about', () => {
  test('the next of its kind, whatever it says', async () => {
    const both = says([1, boot('Watchdog', 'b1')], [2, boot('PowerUp', 'b2')]);
    expect((await play(POWER_UP, both)).told).toEqual(['message-content B01.FR.05: reason = PowerUp, but it is "Watchdog"']);
  });

  test('eventually, the first that is as the table says', async () => {
    const begin = says([2, status('Available', 's1')], [3, status('Occupied', 's2', 2)], [4, status('Occupied', 's3')]);
    expect(await play(OCCUPIED, begin)).toMatchObject({ verdict: 'pass', findings: [] });
  });

  test('eventually, one that does not all that it should: a warning', async () => {
    const should = OCCUPIED.replace('| evseId          | 1        |', '| evseId          | should 1 |');
    const { verdict, told } = await play(should, says([2, status('Available', 's1')], [3, status('Occupied', 's2', 2)]));
    expect({ verdict, told }).toEqual({ verdict: 'pass', told: ['message-content B01.FR.01: evseId = 1, but it is 2'] });
    const one = `
      When the EV driver plugs in
      Then the station sends SecurityEventNotification
      And one StatusNotification the station sent has:
        | connectorStatus | Occupied |
        | evseId          | should 1 |`;
    const both = says([2, status('Occupied', 's1', 2)], [3, security('SettingSystemTime', 's2')]);
    expect(await play(one, both)).toMatchObject({ verdict: 'pass', findings: [{ severity: 'warning' }] });
  });

  test('if none is, the nearest is named with what is wrong about it', async () => {
    const { verdict, told } = await play(OCCUPIED, says([2, status('Available', 's1', 2)], [3, status('Occupied', 's2', 2)]));
    expect(verdict).toBe('fail');
    expect(told).toEqual([
      'message-missing B01.FR.01: the station sends StatusNotification with evseId = 1, connectorStatus = Occupied, but ' +
        'the station sent StatusNotification, StatusNotification within 60 s; in the nearest StatusNotification, evseId is 2',
    ]);
  });

  test('eventually, or looking back, one that only lacks what is recommended: a warning', async () => {
    const lines = `
      When the EV driver plugs in
      Then the station eventually sends StatusNotification:
        | connectorStatus | Occupied        |
        | evseId          | should 2        |
      And one StatusNotification the station sent has:
        | connectorStatus | Occupied        |
        | evseId          | should 2        |`;
    const { verdict, findings } = await play(lines, says([2, status('Available', 's1')], [3, status('Occupied', 's2')]));
    expect(verdict).toBe('pass');
    expect(findings.map(({ severity, pointer }) => `${severity} ${pointer}`)).toEqual(['warning /evseId', 'warning /evseId']);
  });

  test('none that came before something was set in motion', async () => {
    const lines = `
      When 10 s pass
      And the EV driver plugs in
      Then the station sends StatusNotification`;
    expect(await play(lines, says([5, status('Occupied', 's1')]))).toMatchObject({
      verdict: 'fail',
      findings: [{ code: 'message-missing' }],
    });
    expect(await play(lines, says([15, status('Occupied', 's1')]))).toMatchObject({ verdict: 'pass' });
  });

  test('one that came while a line above waited for another', async () => {
    const lines = `
      When the EV driver plugs in
      Then the station sends SecurityEventNotification
      And the station sends StatusNotification`;
    const swapped = says([2, status('Occupied', 's1')], [3, security('SettingSystemTime', 's2')]);
    expect(await play(lines, swapped)).toMatchObject({ verdict: 'pass', findings: [] });
  });

  test('not one that a line above was about', async () => {
    const lines = `
      When the EV driver plugs in
      Then the station sends StatusNotification
      And the station sends StatusNotification`;
    const one = await play(lines, says([2, status('Occupied', 's1')]));
    expect(one).toMatchObject({ verdict: 'fail', findings: [{ code: 'message-missing' }] });
    expect(await play(lines, says([2, status('Occupied', 's1')], [3, status('Occupied', 's2', 2)]))).toMatchObject({ verdict: 'pass' });
  });
});

describe('in time', () => {
  const lines = `
    When the EV driver plugs in
    Then the station sends StatusNotification`;

  test.each([
    ['before the deadline', 60, 'pass'],
    ['after it', 62, 'fail'],
  ])('%s', async (_, seconds, verdict) => {
    expect(await play(lines, says([seconds, status('Occupied', 's1')]))).toMatchObject({ verdict });
  });

  test('how long it is waited for is configured', async () => {
    const timeouts = { reply: 30, message: 90, boot: 300, operation: 900 };
    expect(await play(lines, { ...says([62, status('Occupied', 's1')]), settings: { timeouts } })).toMatchObject({ verdict: 'pass' });
  });

  test('no sooner than it may', async () => {
    const patient = `
      When the EV driver plugs in
      Then the station sends StatusNotification
      And the station sends StatusNotification no sooner than <heartbeat interval> later`;
    const first: [number, string] = [2, status('Occupied', 's1')];
    expect(await play(patient, says(first, [62, status('Available', 's2')]))).toMatchObject({ verdict: 'pass', findings: [] });
    const early = await play(patient, says(first, [32, status('Available', 's2')]));
    expect(early.verdict).toBe('fail');
    expect(early.told).toEqual(['message-early B01.FR.01: StatusNotification no sooner than after 60 s, but it came after 30 s']);
    const late = await play(patient, says(first, [125, status('Available', 's2')]));
    expect(late.findings).toMatchObject([{ code: 'message-missing' }]);
  });

  test('later than another one, and so none that came before that', async () => {
    const again = `${OCCUPIED}
      And the station sends StatusNotification no sooner than <heartbeat interval> later:
        | connectorStatus | Available |`;
    const before: [number, string] = [2, status('Unavailable', 's0')];
    const first: [number, string] = [3, status('Occupied', 's1')];
    expect(await play(again, says(before, first, [63, status('Available', 's2')]))).toMatchObject({ verdict: 'pass', findings: [] });
  });
});

describe('what an operator asks for', () => {
  const lines = `
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | ConfigurationInventory |
    Then the station replies Accepted`;
  const report = (id: string, reportBase: string) => call(id, 'GetBaseReport', { requestId: 1, reportBase });
  const sending = (...texts: string[]): DialogueOptions => ({
    sut: 'csms',
    replies: { GetBaseReport: { status: 'NotSupported' } },
    stimuli: {
      send: (sut) => {
        for (const [index, text] of texts.entries()) sut.say(text, index + 1);
      },
    },
  });

  test('is told from what the CSMS sends unasked', async () => {
    const { verdict, findings, sut } = await play(lines, sending(report('1', 'FullInventory'), report('2', 'ConfigurationInventory')));
    expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] });
    expect(sut.answered.get('2')).toEqual([3, '2', { status: 'Accepted' }]);
  });

  test.each([
    ['came', [report('1', 'ConfigurationInventory')]],
    ['did not come', []],
  ])('keeps the station at what it is doing until it %s', async (_, texts) => {
    let station: FakeStation | undefined;
    const holds: number[] = [];
    const options = sending(...texts);
    const { played } = await play(lines, {
      ...options,
      begin: (_sut, party) => {
        station = party as FakeStation;
      },
      stimuli: {
        send: (sut, parameters) => {
          holds.push(station?.holds ?? 0);
          return options.stimuli?.send?.(sut, parameters);
        },
      },
    });
    expect([...holds, (played as FakeStation).holds]).toEqual([1, 0]);
  });

  test('is compared with what came, if that is all', async () => {
    const { verdict, told } = await play(lines, sending(report('1', 'FullInventory')));
    expect(verdict).toBe('fail');
    expect(told).toEqual(['message-content B01.FR.01: reportBase = ConfigurationInventory, but it is "FullInventory"']);
  });
});
