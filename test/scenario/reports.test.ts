import { describe, expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import { call, time } from '../rules/kit.ts';
import { type DialogueOptions, play, type Sut } from './kit.ts';

const status = (connectorStatus: string, id: string, evseId = 1) =>
  call(id, 'StatusNotification', { timestamp: time(0), evseId, connectorId: 1, connectorStatus });
const notify = (actualValue: string, id: string, evse: object) =>
  call(id, 'NotifyEvent', {
    generatedAt: time(0),
    seqNo: 0,
    eventData: [
      {
        eventId: 1,
        timestamp: time(0),
        trigger: 'Delta',
        actualValue,
        eventNotificationType: 'HardWiredNotification',
        component: { name: 'Connector', evse },
        variable: { name: 'AvailabilityState' },
      },
    ],
  });

describe('connectors are reported', () => {
  const lines = (what: string) => `When the EV driver plugs in\nThen the station reports ${what}`;
  const says = (...texts: string[]): DialogueOptions => ({
    stimuli: {
      'plug-in': (sut) => {
        for (const [index, text] of texts.entries()) sut.say(text, index + 1);
      },
    },
  });

  test.each([
    ['the connector as Occupied', [status('Occupied', '1')]],
    ['the connector as Occupied', [notify('Occupied', '1', { id: 1, connectorId: 1 })]],
    ['the connector as Reserved or Occupied', [status('Occupied', '1')]],
    ['the connector as Occupied', [status('Available', '1'), status('Occupied', '2')]],
    ['connector 1 of EVSE 2 as Faulted', [status('Faulted', '1', 2)]],
    ['every connector as Available', [status('Available', '1', 2), notify('Available', '2', { id: 1, connectorId: 1 })]],
    ['every connector of EVSE 2 as Available', [status('Available', '1', 2)]],
    ['every connector of the other EVSEs as Available', [status('Available', '1', 2)]],
    [
      'the connector as Occupied\nAnd the station reports every other connector as Available',
      [status('Occupied', '1'), status('Available', '2', 2)],
    ],
  ])('%s', async (what, texts) => expect(await play(lines(what), says(...texts))).toMatchObject({ verdict: 'pass', findings: [] }));

  test('otherwise, or not at all: each is told', async () => {
    const { verdict, told } = await play(lines('every connector as Available'), says(status('Occupied', '1')));
    expect(verdict).toBe('fail');
    expect(told).toEqual([
      'message-content B01.FR.01: the station reports connector 1 of EVSE 1 as Available, but it reports it as Occupied',
      'message-missing B01.FR.01: the station reports connector 1 of EVSE 2 as Available, but the station sent StatusNotification',
    ]);
  });

  test('before it was done does not count, and the last word does', async () => {
    const early: DialogueOptions = { begin: (sut) => sut.say(status('Occupied', '1')) };
    expect(await play(`When 5 s pass\n${lines('the connector as Occupied').replace('When', 'And')}`, early)).toMatchObject({
      verdict: 'fail',
    });
  });

  test('by a station that restarts, as soon as it is back', async () => {
    let back = () => {};
    const restarting: DialogueOptions = {
      begin: (sut, played) => {
        back = () => {
          played.connect();
          sut.say(status('Occupied', '1'), 30);
        };
      },
      stimuli: {
        'plug-in': (sut) => {
          sut.wire.close('station');
          sut.clock.after(200_000, back);
        },
      },
    };
    expect(await play(lines('the connector as Occupied'), restarting)).toMatchObject({ verdict: 'pass', findings: [] });
  });

  test('by a played station, where it did not do so itself', async () => {
    const { verdict, sut } = await play('When the EV driver plugs in\nThen the station reports every connector as Available', {
      sut: 'csms',
      answers: { StatusNotification: () => ({}) },
    });
    expect(verdict).toBe('pass');
    expect(sut.heard.map(({ payload }) => payload)).toEqual([
      { timestamp: time(0), evseId: 1, connectorId: 1, connectorStatus: 'Available' },
      { timestamp: time(0), evseId: 2, connectorId: 1, connectorStatus: 'Available' },
    ]);
  });
});

describe('a report', () => {
  const entry = (name: string, variable: string, value: string | undefined, mutability: string) => ({
    component: { name },
    variable: { name: variable },
    variableAttribute: [{ mutability, ...(value === undefined ? {} : { value }) }],
    variableCharacteristics: { dataType: 'string', supportsMonitoring: false },
  });
  const lines = (then: string) => `
    When the CSMS sends GetBaseReport:
      | requestId  | 5                |
      | reportBase | SummaryInventory |
    Then the station replies Accepted
    And the station sends all parts of NotifyReport
    And ${then}`;
  const holds = (values: Record<string, Payload>, ...reportData: object[]): DialogueOptions => ({
    answers: {
      GetBaseReport: (_: Payload, sut: Sut) => {
        sut.say(call('n1', 'NotifyReport', { requestId: 5, seqNo: 0, generatedAt: time(0), reportData }), 1);
        return { status: 'Accepted' };
      },
      GetVariables: ({ getVariableData }) => {
        const [asked] = getVariableData as { component: Payload; variable: Payload; attributeType: string }[];
        return { getVariableResult: [{ ...asked, ...values[String(asked?.variable.name)] }] };
      },
    },
  });
  const MODEL = entry('ChargingStation', 'Model', 'M1', 'ReadOnly');
  const SECRET = entry('SecurityCtrlr', 'BasicAuthPassword', undefined, 'WriteOnly');
  const secret = { attributeStatus: 'Rejected' };

  test('agrees with what GetVariables reads', async () => {
    const agreeing = holds({ Model: { attributeStatus: 'Accepted', attributeValue: 'M1' }, BasicAuthPassword: secret }, MODEL, SECRET);
    expect(await play(lines('the report agrees with the variables'), agreeing)).toMatchObject({ verdict: 'pass', findings: [] });
  });

  test('says another value, or a secret can be read', async () => {
    const other = holds({ Model: { attributeStatus: 'Accepted', attributeValue: 'M2' } }, MODEL);
    expect((await play(lines('the report agrees with the variables'), other)).told).toEqual([
      'report-incomplete B06.FR.10: GetVariables of ChargingStation.Model reads Accepted M1, but it reads Accepted M2',
    ]);
    const leaking = holds({ BasicAuthPassword: { attributeStatus: 'Accepted', attributeValue: 'secret' } }, SECRET);
    const { verdict, findings } = await play(lines('the report agrees with the variables'), leaking);
    expect(verdict).toBe('fail');
    expect(findings).toContainEqual(expect.objectContaining({ code: 'report-incomplete', requirement: 'B06.FR.09' }));
  });

  test('has all that it has to have, or what is missing is told', async () => {
    const state = (component: object) => ({ ...entry('x', 'AvailabilityState', 'Available', 'ReadOnly'), component });
    const whole = [state({ name: 'ChargingStation' }), state({ name: 'EVSE', evse: { id: 1 } }), state({ name: 'EVSE', evse: { id: 2 } })];
    const complete = lines('the report is a complete SummaryInventory');
    expect(await play(complete, holds({}, ...whole))).toMatchObject({ verdict: 'pass', findings: [] });
    expect((await play(complete, holds({}, ...whole.slice(0, 2)))).told).toEqual([
      'report-incomplete B01.FR.01: EVSE.AvailabilityState of EVSE 2 is reported, but it is not',
    ]);
  });

  test('that nobody received cannot be looked at', async () => {
    for (const then of ['the report is a complete SummaryInventory', 'the report agrees with the variables'])
      expect(await play(`When 1 s pass\nThen ${then}`)).toMatchObject({
        verdict: 'error',
        reason: expect.stringContaining('no line above receives a report'),
      });
  });
});
