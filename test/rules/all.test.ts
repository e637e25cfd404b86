import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../src/ocpp/action.ts';
import { ERROR_CODES } from '../../src/ocpp/error-code.ts';
import { action as actionKnown } from '../../src/rules/action.ts';
import { RULES } from '../../src/rules/all.ts';
import { errorCode } from '../../src/rules/error-code.ts';
import { frameShape } from '../../src/rules/frame-shape.ts';
import { BOOT, call, error, findings, now, open, result, Script, time, UPGRADE } from './kit.ts';

const VARIABLE = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } };
const INVENTORY = { requestId: 1, reportBase: 'FullInventory' };
const reported = {
  ...VARIABLE,
  variableAttribute: [{ value: '60' }],
  variableCharacteristics: { dataType: 'integer', supportsMonitoring: false },
};
const part = (seqNo: number, tbc: boolean) => ({ requestId: 1, generatedAt: time(2), seqNo, tbc, reportData: [reported] });
const status = { timestamp: time(1), connectorStatus: 'Available', evseId: 1, connectorId: 1 };

/** An ordinary day: a boot that is first put off, configuration, a report, a reset, heartbeats. */
function ordinary(): Script {
  return open()
    .boot('Pending', 10, 's1')
    .at(2)
    .exchange('csms', 'c1', 'GetBaseReport', INVENTORY, { status: 'Accepted' })
    .exchange('station', 's2', 'NotifyReport', part(0, true))
    .exchange('station', 's3', 'NotifyReport', part(1, false))
    .at(10)
    .boot('Accepted', 60, 's4')
    .exchange('station', 's5', 'StatusNotification', status)
    .at(20)
    .exchange(
      'csms',
      'c2',
      'GetVariables',
      { getVariableData: [VARIABLE] },
      { getVariableResult: [{ ...VARIABLE, attributeStatus: 'Accepted', attributeType: 'Actual', attributeValue: '60' }] },
    )
    .exchange('csms', 'c3', 'SetChargingProfile', { evseId: 1, chargingProfile: PROFILE }, { status: 'Rejected' })
    .deliberately()
    .csms(call('c4', 'Dance'))
    .station(error('c4', 'NotImplemented'))
    .at(75)
    .exchange('station', 's6', 'Heartbeat', {}, now(75))
    .exchange('csms', 'c5', 'Reset', { type: 'Immediate' }, { status: 'Accepted' })
    .close('station')
    .at(120)
    .connect()
    .boot('Accepted', 60, 's7')
    .at(180)
    .exchange('station', 's8', 'Heartbeat', {}, now(180));
}
const PROFILE = {
  id: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  chargingSchedule: [{ id: 1, startSchedule: time(0), chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] }],
};

test('correct peers are not accused', () => {
  expect(findings(RULES, ordinary())).toEqual([]);
});

test('nothing is said of frames where another version was agreed on', () => {
  const script = open({ offered: ['ocpp2.0.1', 'ocpp1.6'], selected: 'ocpp1.6' })
    .station(call('1', 'MeterValues', {}))
    .station('garbage');
  expect(findings(RULES, script)).toEqual([]);
});

test('a peer that does the same wrong thing for ever is cut off until it connects again', () => {
  const script = open();
  for (let i = 0; i < 500; i++) script.at(i).station('garbage');
  script.connect().station('garbage');
  expect(findings(RULES, script).filter(({ code }) => code === 'frame-not-json')).toHaveLength(101);
});

test('findings come in the order of what they are about, whichever rule finds them, in traces of any length', () => {
  const script = open().boot();
  for (let i = 0; i < 90; i++)
    script
      .station('garbage')
      .station(call(`a${i}`, 'Dance'))
      .csms(error(`a${i}`, 'Nonsense'))
      .csms('[5]');
  const [, ...found] = findings([errorCode, actionKnown, frameShape], script).map(({ code, entries }) => `${code} ${entries[0]}`);
  const codes = ['frame-not-json', 'action-unknown', 'error-code-unknown', 'frame-message-type'];
  const expected = Array.from({ length: 360 }, (_, index) => `${codes[index % 4]} ${index + 3}`);
  expect(found).toEqual(expected.slice(1));
});

const id = fc.constantFrom('1', '2', '-1', 'x'.repeat(40));
const field = fc.constantFrom(
  'requestId',
  'status',
  'seqNo',
  'tbc',
  'interval',
  'currentTime',
  'timestamp',
  'reportData',
  'evseId',
  '__proto__',
);
const loose = fc.dictionary(field, fc.jsonValue(), { maxKeys: 6 });
const sound = fc.constantFrom<Record<string, unknown>>(
  { ...part(0, false) },
  { ...BOOT },
  { ...now(0), interval: 1, status: 'Rejected' },
  INVENTORY,
  { getVariableData: [VARIABLE] },
  { getVariableResult: [{ ...VARIABLE, attributeStatus: 'Accepted' }] },
  { status: 'Accepted' },
);
const payload = fc.oneof(loose, sound);
const action = fc.oneof(fc.constantFrom(...ACTIONS), fc.constantFrom('constructor', '__proto__', 'Dance', 'Heartbeat-Signed'));
const text = fc.oneof(
  fc.tuple(id, action, payload).map(([...parts]) => call(...parts)),
  fc.tuple(id, payload).map(([...parts]) => result(...parts)),
  fc.tuple(id, fc.constantFrom(...ERROR_CODES, 'toString', 'OccurenceConstraintViolation')).map(([...parts]) => error(...parts)),
  fc.json(),
  fc.string(),
  fc.array(fc.jsonValue(), { maxLength: 6 }).map((parts) => JSON.stringify([2, ...parts])),
  fc.constantFrom('[2,"1","Heartbeat",null]', `[2,"1","DataTransfer",{"vendorId":${'['.repeat(5000)}${']'.repeat(5000)}}]`),
);
const upgrade = fc.record(
  {
    path: fc.oneof(fc.webPath(), fc.string()),
    identity: fc.string(),
    offered: fc.array(fc.constantFrom('ocpp2.0.1', 'x')),
    selected: fc.constantFrom('ocpp2.0.1', 'x'),
    status: fc.nat(),
    credentials: fc.record({ scheme: fc.string(), wellFormed: fc.boolean() }),
  },
  { requiredKeys: ['path', 'offered'] },
);
const party = fc.constantFrom('station' as const, 'csms' as const);
const event = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(party, text, fc.boolean())
      .map(([from, frame, deliberate]) => ({ does: 'frame', from, frame, deliberate }) as const),
  },
  { weight: 1, arbitrary: upgrade.map((facts) => ({ does: 'connect', facts }) as const) },
  { weight: 1, arbitrary: fc.tuple(party, fc.nat(5000)).map(([by, code]) => ({ does: 'close', by, code }) as const) },
  { weight: 1, arbitrary: fc.constantFrom({ does: 'cycle' } as const, { does: 'binary' } as const) },
  { weight: 2, arbitrary: fc.nat(100).map((pause) => ({ does: 'wait', pause }) as const) },
);

test('no input makes a rule throw', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const script = new Script();
      for (const step of events) {
        if (step.does === 'frame') (step.deliberate ? script.deliberately() : script).frame(step.from, step.frame);
        else if (step.does === 'connect') script.connect(step.facts);
        else if (step.does === 'close') script.close(step.by, step.code);
        else if (step.does === 'cycle') script.stimulus('power-cycle');
        else if (step.does === 'binary') script.append({ kind: 'binary', connection: script.connection, from: 'csms', bytes: 1 });
        else script.at(script.clock + step.pause);
      }
      for (const finding of findings(RULES, script)) {
        expect(finding.actual.length).toBeLessThan(500);
        expect(finding.entries.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('the facts of the usual handshake are in order', () => {
  expect(findings(RULES, open(UPGRADE))).toEqual([]);
});
