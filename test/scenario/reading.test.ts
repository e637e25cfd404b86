import { describe, expect, test } from 'vitest';
import { linesIn, stepsIn } from './kit.ts';

/** What is told about lines that cannot be read. */
function told(text: string): string {
  try {
    stepsIn(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

test('a line knows its place and kind, and what hangs below it', () => {
  const lines = linesIn(`
Given the EV driver parks
When the station sends Heartbeat
And the CSMS sends the frame
  """
  [2]
  """
Then the station sends BootNotification:
  | reason | PowerUp |`);
  expect(lines.map(({ keyword, source }) => [keyword, source.line])).toEqual([
    ['Context', 3],
    ['Action', 4],
    ['Action', 5],
    ['Outcome', 9],
  ]);
  expect(lines[2]?.docString).toBe('[2]');
  expect(lines[3]?.table).toEqual([{ cells: ['reason', 'PowerUp'], source: { file: 'x.feature', line: 10 } }]);
});

describe('a sentence', () => {
  test.each([
    ['When the station send Heartbeat', 'x.feature:3: no sentence of the vocabulary fits "the station send Heartbeat"'],
    ['When the CSMS accepts connection again', 'did you mean "the CSMS accepts connections again"?'],
    ['When the EV driver sings', 'no sentence of the vocabulary fits "the EV driver sings"'],
    ['When the station sends Heartbeat for tea', 'no sentence of the vocabulary fits'],
    ['When the EV driver parks\n  | evseId | 1 |', 'x.feature:3: this sentence takes no table'],
    ['When the station sends no Heartbeat for a while', 'no sentence of the vocabulary fits'],
    ['When the CSMS presents the certificate csms-server-expried', 'x.feature:3: no certificate "csms-server-expried" can be presented'],
    ['When the CSMS presents the certificate csms-server-expried', 'did you mean "csms-server-expired"?'],
    ['When the CSMS presents the certificate csms-server-truncated', 'no certificate "csms-server-truncated" can be presented'],
    ['When the station presents the certificate station-client-weak-signature', 'nothing'],
  ])('%s', (text, message) => expect(told(text)).toContain(message));
});

describe('a message', () => {
  test.each([
    [
      'When the station sends BotNotification',
      'x.feature:3: "BotNotification" is not a message of OCPP 2.0.1, did you mean "BootNotification"?',
    ],
    [
      'When the EV driver parks\nThen the station sends, in any order:\n  | StatusNotifcation |',
      'x.feature:5: "StatusNotifcation" is not a message of OCPP 2.0.1, did you mean "StatusNotification"?',
    ],
    [
      'When the EV driver parks\nThen the station sends, in any order:\n  | Heartbeat (perhaps) |',
      'x.feature:5: "Heartbeat (perhaps)" is not a message of OCPP 2.0.1',
    ],
    [
      'When the EV driver parks\nThen the station sends, in any order:\n  | StatusNotification | evseId: 1 |',
      'x.feature:5: "evseId: 1" is not like "path = value"',
    ],
    ['When the EV driver parks\nThen the station sends, in this order:', 'x.feature:4: this sentence needs a table'],
    ['When the CSMS sends the frame', 'x.feature:3: this sentence needs the frame in """ below it'],
  ])('%s', (text, message) => expect(told(text)).toContain(message));
});

describe('a path or cell', () => {
  const row = (cells: string) => `When the station sends BootNotification:\n  | reason | PowerUp |\n  ${cells}`;
  test.each([
    ['| chargingStation.modle | M |', 'x.feature:5: BootNotificationRequest has no field "modle" there, did you mean "model"?'],
    ['| chargingStation. | M |', 'x.feature:5: "chargingStation." is not a path'],
    ['| reason | |', 'x.feature:5: an empty cell: a cell holds a literal, any, absent'],
    ['| reason | PowerUp or |', 'x.feature:5: nothing beside "or" or "and"'],
    ['| reason | /(/ |', 'x.feature:5: /(/ is not a regular expression'],
    ['| reason | PowerDown |', 'x.feature:5: reason cannot be "PowerDown"; it is one of'],
  ])('%s', (cells, message) => expect(told(row(cells))).toContain(message));

  test('of a boolean, of limits, of the facts of a handshake', () => {
    const profile = (limits: string) =>
      `When the CSMS sends SetChargingProfile:\n  | chargingProfile.chargingSchedule[0].chargingSchedulePeriod | ${limits} |`;
    expect(told(profile('0: 6, 100'))).toContain('x.feature:4: "100" is not a limit from some second on, like 100: 8');
    expect(told(profile('0: 6, 100: 8, 50: 7'))).toContain('are not in the order of time');
    expect(told(profile('0: 6, 100: 8'))).toBe('nothing');
    expect(
      told('When the CSMS sends GetMonitoringReport:\n  | requestId | 1 |\nThen the station replies:\n  | statu | Accepted |'),
    ).toContain('x.feature:6: GetMonitoringReportResponse has no field "statu" there, did you mean "status"?');
    expect(told('When the CSMS sends GetTransactionStatus\nThen the station replies:\n  | messagesInQueue | maybe |')).toContain(
      'x.feature:5: messagesInQueue is true or false, not "maybe"',
    );
    expect(told('When the station connects:\n  | tls..version | any |')).toContain('x.feature:4: "tls..version" is not a path');
  });
});

describe('a reply', () => {
  test.each([
    [
      'When the station sends Heartbeat\nThen the station replies',
      'x.feature:4: no line above sends a request that the station could reply to',
    ],
    [
      'When the station sends Heartbeat\nThen the CSMS replies\nAnd the CSMS replies',
      'x.feature:5: no line above sends a request that the CSMS could reply to',
    ],
    ['Then the CSMS replies with error InternalError', 'x.feature:3: no line above sends anything that the CSMS could reply to'],
    [
      'When the station sends Heartbeat\nThen the CSMS replies with error InternalFailure',
      'x.feature:4: "InternalFailure" is not an error code of the RPC framework',
    ],
    ['When the CSMS sends Reset\nThen the station replies Acepted', 'x.feature:4: status cannot be "Acepted"; it is one of'],
    ['When the EV driver parks\nThen the CSMS accepts the connection', 'x.feature:4: no line above says that the station connects'],
  ])('%s', (text, message) => expect(told(text)).toContain(message));
});

describe('states, settings, circumstances', () => {
  test.each([
    [
      'Given the station is EnergyTransferStated',
      'x.feature:3: "EnergyTransferStated" is not a state, did you mean "EnergyTransferStarted"?',
    ],
    ['Given the station is Reserve', 'x.feature:3: "Reserve" is not a state, did you mean "Reserved"?'],
    ['Given the station is Unavailable on EVSE 2', 'x.feature:3: Unavailable has no parameter evseId to be used on an EVSE'],
    [
      'Given the station is Reserved:\n  | token | <valid idToken> |',
      /^x\.feature:3: Reserved has no parameter "token"; it has .*idToken.* \(features\/states\/.*\.feature:\d+\)$/,
    ],
    ['Given the station is Authorized:\n  | idToken |', 'x.feature:4: a row of a state is | what | value |'],
    ['Given the connection uses security profile 4', 'x.feature:3: a security profile is 1, 2 or 3, not "4"'],
    ['Given AuthCtrlr is true', 'x.feature:3: no sentence of the vocabulary fits "AuthCtrlr is true"'],
    ['Given AuthCtrlr.Enabled is /(/', 'x.feature:3: /(/ is not a regular expression'],
    ['Then the report is a complete Inventory', 'x.feature:3: "Inventory" is not a base report; it is one of FullInventory'],
    [
      'Then the scenario ends if the moon is full',
      'x.feature:3: "the moon is full" is not a condition: say "$name is ..." or "the station is not connected"',
    ],
    ['Then the scenario ends if $outcome is /(/', 'x.feature:3: /(/ is not a regular expression'],
  ])('%s', (text, message) =>
    expect(told(text)).toEqual(typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message)),
  );
});
