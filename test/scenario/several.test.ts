import { describe, expect, test } from 'vitest';
import { BOOT, call, time } from '../rules/kit.ts';
import { type DialogueOptions, play } from './kit.ts';

const status = (connectorStatus: string, id: string, evseId = 1) =>
  call(id, 'StatusNotification', { timestamp: time(0), evseId, connectorId: 1, connectorStatus });
const security = (id: string, type = 'StartupOfTheDevice') => call(id, 'SecurityEventNotification', { type, timestamp: time(0) });
const says = (...texts: [seconds: number, text: string][]): DialogueOptions => ({
  replies: { BootNotification: { currentTime: time(0), interval: 300, status: 'Accepted' } },
  begin: (sut) => {
    for (const [seconds, text] of texts) sut.say(text, seconds);
  },
});

describe('silence', () => {
  const lines = `
    When the EV driver plugs in
    Then the station sends no StatusNotification for 100 s:
      | connectorStatus | Available |`;

  test('is kept, and other messages do not break it', async () => {
    const { verdict, findings, clock } = await play(lines, says([20, status('Occupied', 's1')], [30, security('s2')]));
    expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] });
    expect(clock.now() - Date.parse(time(0))).toBeGreaterThanOrEqual(100_000);
  });

  test('is broken', async () => {
    const { verdict, told } = await play(lines, says([21, status('Available', 's1')]));
    expect(verdict).toBe('fail');
    expect(told).toEqual([
      'message-forbidden B01.FR.01: the station sends no StatusNotification with connectorStatus = Available for 100 s, but it sent one after 20 s',
    ]);
  });

  test('ends with its time', async () => {
    const and = `${lines}\n    And the station sends StatusNotification`;
    expect(await play(and, says([102, status('Available', 's1')]))).toMatchObject({ verdict: 'pass' });
    expect(await play(and, says([100, status('Available', 's1')]))).toMatchObject({ verdict: 'fail' });
  });

  test('lasts as long when people are slow', async () => {
    const afterAMinute = (seconds: number) =>
      play('When the EV driver leaves\nThen the station sends no StatusNotification for 30 s', {
        stimuli: {
          leave: async (sut) => {
            await new Promise<void>((resolve) => sut.clock.after(60_000, resolve));
            sut.say(status('Available', 's1'), seconds);
          },
        },
      });
    expect(await afterAMinute(29)).toMatchObject({ verdict: 'fail', findings: [expect.objectContaining({ code: 'message-forbidden' })] });
    expect(await afterAMinute(31)).toMatchObject({ verdict: 'pass' });
  });

  test('of a played party is time that passes', async () => {
    const { clock, run, reason } = await play('When 1 s pass\nThen the station sends no StatusNotification for 1 h', { sut: 'csms' });
    expect(clock.now() - Date.parse(time(0))).toBeGreaterThanOrEqual(3_600_000);
    expect({ checks: run.dialogue.checks, reason }).toEqual({ checks: 0, reason: 'the scenario looked at nothing' });
  });
});

describe('several messages', () => {
  const lines = (order: string) => `
    When the EV driver plugs in
    Then the station sends, ${order}:
      | SecurityEventNotification |                              |            |
      | StatusNotification        | connectorStatus = Occupied   | evseId = 1 |
      | BootNotification (optional) | reason = PowerUp           |            |`;
  const wrongWay = says([2, status('Occupied', 's1')], [3, security('s2')]);
  const rightWay = says([2, security('s2')], [3, status('Occupied', 's1')]);

  test('in any order', async () => {
    expect(await play(lines('in any order'), wrongWay)).toMatchObject({ verdict: 'pass', findings: [] });
    expect(await play(lines('in any order'), rightWay)).toMatchObject({ verdict: 'pass', findings: [] });
  });

  test('one of them does not come', async () => {
    const { verdict, told } = await play(lines('in any order'), says([2, status('Occupied', 's1', 2)], [3, security('s2')]));
    expect(verdict).toBe('fail');
    expect(told).toEqual([expect.stringMatching(/^message-missing .*connectorStatus = Occupied, evseId = 1, .*, evseId is 2$/)]);
  });

  test('in this order', async () => {
    expect(await play(lines('in this order'), rightWay)).toMatchObject({ verdict: 'pass', findings: [] });
    expect(await play(lines('in this order'), wrongWay)).toMatchObject({ verdict: 'fail', findings: [{ code: 'message-missing' }] });
  });

  describe('one of which is recommended', () => {
    const lines = `
      When the EV driver plugs in
      Then the station sends, in any order:
        | StatusNotification                      | evseId = 1                |
        | SecurityEventNotification (recommended) | type = StartupOfTheDevice |`;

    test('is a warning where it is missing', async () => {
      const { verdict, findings } = await play(lines, says([2, status('Occupied', 's1')]));
      expect(verdict).toBe('pass');
      expect(findings).toMatchObject([{ code: 'message-missing', severity: 'warning' }]);
    });

    test('has to be what the row says where it comes', async () => {
      const comes = (type: string) => says([2, status('Occupied', 's1')], [30, security('s2', type)]);
      expect(await play(lines, comes('StartupOfTheDevice'))).toMatchObject({ verdict: 'pass', findings: [] });
      expect(await play(lines, comes('ResetOrReboot'))).toMatchObject({ verdict: 'fail', findings: [{ code: 'message-content' }] });
    });
  });

  test('the same one cannot stand for two', async () => {
    const twice = `
      When the EV driver plugs in
      Then the station sends, in any order:
        | StatusNotification | evseId = 1 |
        | StatusNotification | evseId = 1 |`;
    expect(await play(twice, says([2, status('Occupied', 's1')]))).toMatchObject({ verdict: 'fail' });
    expect(await play(twice, says([2, status('Occupied', 's1')], [3, status('Available', 's2')]))).toMatchObject({ verdict: 'pass' });
  });
});

describe('one of several messages', () => {
  const lines = `
    When the EV driver plugs in
    Then the station sends one of:
      | StatusNotification        | connectorStatus = Occupied | evseId = any -> evse |
      | SecurityEventNotification | type = StartupOfTheDevice  |                      |`;

  test('is enough, whichever it is', async () => {
    expect(await play(lines, says([2, security('s2')]))).toMatchObject({ verdict: 'pass', findings: [] });
    expect(await play(lines, says([2, status('Available', 's1')], [3, status('Occupied', 's2')]))).toMatchObject({ verdict: 'pass' });
  });

  test('leaves the other one to another line', async () => {
    const twice = `${lines}${lines.slice(lines.indexOf('\n    Then')).replace('Then', 'And')}`;
    const both = says([2, security('s2')], [3, status('Occupied', 's1')]);
    expect(await play(twice, both)).toMatchObject({ verdict: 'pass', findings: [] });
    expect(await play(twice, says([2, security('s2')]))).toMatchObject({ verdict: 'fail' });
  });

  test('does not come', async () => {
    const { verdict, told } = await play(lines, says([2, status('Available', 's1')]));
    expect(verdict).toBe('fail');
    expect(told).toEqual([
      expect.stringMatching(/^message-missing .*StatusNotification with connectorStatus = Occupied.*, or SecurityEventNotification with/),
    ]);
  });

  test('is no sentence about a played party', async () => {
    const { verdict, reason } = (await play(lines, { sut: 'csms' })) as { verdict: string; reason?: string };
    expect([verdict, reason]).toEqual(['error', expect.stringContaining('say which message a played party sends')]);
  });
});

describe('looking back', () => {
  const lines = (quantifier: string) => `
    When the EV driver plugs in
    Then the station sends no BootNotification for 20 s
    And ${quantifier} StatusNotification the station sent has:
      | connectorStatus | Occupied |`;
  const both = says([2, status('Occupied', 's1')], [3, status('Available', 's2', 2)]);

  test('every one is as it should be', async () => {
    expect(await play(lines('every'), says([2, status('Occupied', 's1')], [3, status('Occupied', 's2', 2)]))).toMatchObject({
      verdict: 'pass',
    });
    expect((await play(lines('every'), both)).told).toEqual([
      'message-content B01.FR.01: connectorStatus = Occupied, but it is "Available"',
    ]);
  });

  test('one is as it should be', async () => {
    expect(await play(lines('one'), both)).toMatchObject({ verdict: 'pass', findings: [] });
    expect((await play(lines('one'), says([3, status('Available', 's2')]))).told).toEqual([
      'message-missing B01.FR.01: one StatusNotification with connectorStatus = Occupied, but none of the 1 that the station sent is like that',
    ]);
  });

  test.each(['every', 'one'])('nothing to look at: %s', async (quantifier) => {
    expect(await play(lines(quantifier), says())).toMatchObject({
      verdict: 'fail',
      findings: [{ code: 'message-missing', actual: 'it sent none' }],
    });
  });
});

describe('all parts of a message', () => {
  const part = (id: string, seqNo: number, tbc: boolean, names: string[], requestId = 5) =>
    call(id, 'NotifyReport', {
      requestId,
      seqNo,
      tbc,
      generatedAt: time(0),
      reportData: names.map((name) => ({
        component: { name },
        variable: { name: 'Enabled' },
        variableAttribute: [{ value: 'true', mutability: 'ReadOnly' }],
        variableCharacteristics: { dataType: 'boolean', supportsMonitoring: false },
      })),
    });
  const lines = `
    When the CSMS sends GetBaseReport:
      | requestId  | 5             |
      | reportBase | FullInventory |
    Then the station replies Accepted
    And the station sends all parts of NotifyReport:
      | requestId                                             | 5    |
      | reportData.length                                     | 3    |
      | reportData[component.name=C].variableAttribute[0].value | true |`;
  const reports = (...parts: string[]): DialogueOptions => ({
    answers: {
      GetBaseReport: (_, sut) => {
        for (const [index, text] of parts.entries()) sut.say(text, index + 1);
        return { status: 'Accepted' };
      },
    },
  });

  test('are put together', async () => {
    const { verdict, findings } = await play(lines, reports(part('n1', 0, true, ['A', 'B']), part('n2', 1, false, ['C'])));
    expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] });
  });

  test('one that was announced does not come', async () => {
    const { told } = await play(lines, reports(part('n1', 0, true, ['A', 'B'])));
    expect(told).toContain(
      'message-missing B01.FR.01: part 2 of NotifyReport, because the one before says that there is more, but nothing came within 60 s',
    );
  });

  test('none comes, or not what was asked for', async () => {
    expect((await play(lines, reports())).told).toContain(
      'message-missing B01.FR.01: the station sends NotifyReport, but nothing came within 60 s',
    );
    const { told } = await play(lines, reports(part('n1', 0, false, ['A', 'B'])));
    expect(told).toEqual([
      'message-content B01.FR.01: reportData.length = 3, but it is 2',
      'message-content B01.FR.01: reportData[component.name=C].variableAttribute[0].value = true, but it is absent',
    ]);
  });
});

test("a boot in between is nobody's business", async () => {
  const boot = call('b1', 'BootNotification', { ...BOOT, reason: 'LocalReset' });
  const lines = `
    When the EV driver plugs in
    Then the station sends StatusNotification`;
  expect(await play(lines, says([2, boot], [3, status('Occupied', 's1')]))).toMatchObject({ verdict: 'pass' });
});
