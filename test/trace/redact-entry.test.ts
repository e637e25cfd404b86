import { expect, test } from 'vitest';
import { writeCapture } from '../../src/trace/capture.ts';
import type { Entry, FrameEntry } from '../../src/trace/entry.ts';
import { MASK, Redactor } from '../../src/trace/redact.ts';
import { redactEntries } from '../../src/trace/redact-entry.ts';
import { frame, step, traceOf } from '../report/kit.ts';

const PASSWORD = 'a-password-1';
const clean = (entries: readonly Entry[], ...secrets: string[]) => redactEntries(entries, new Redactor([PASSWORD, ...secrets]));

test('every kind of entry loses its secrets and keeps the rest', () => {
  const upgrade = { path: `/x/${PASSWORD}`, identity: 'CS1', offered: [PASSWORD, 'ocpp2.0.1'], extensions: PASSWORD };
  const entries = traceOf(
    step(`the station sends ${PASSWORD}`),
    { kind: 'refused', connection: 1, refusal: { stage: 'upgrade', reason: `no ${PASSWORD}`, upgrade } },
    { kind: 'connected', connection: 2, upgrade: { ...upgrade, credentials: { scheme: 'Basic', wellFormed: true, username: PASSWORD } } },
    frame('station', `[2,"1","A",{"a":"${PASSWORD}"}]`),
    frame('csms', '[3,"1",{}]'),
    { kind: 'ping', connection: 2, from: 'station' },
    {
      kind: 'stimulus',
      connection: 0,
      name: 'request',
      parameters: { a: [PASSWORD, 1] },
      carrier: 'http',
      outcome: 'done',
      note: PASSWORD,
    },
    { kind: 'closed', connection: 2, by: 'csms', code: 1000, reason: PASSWORD, error: PASSWORD },
  );
  const masked = { path: `/x/${MASK}`, identity: 'CS1', offered: [MASK, 'ocpp2.0.1'], extensions: MASK };
  expect(clean(entries)).toMatchObject([
    { kind: 'step', text: `the station sends ${MASK}` },
    { kind: 'refused', refusal: { stage: 'upgrade', reason: `no ${MASK}`, upgrade: masked } },
    { kind: 'connected', upgrade: { ...masked, credentials: { scheme: 'Basic', wellFormed: true, username: MASK } } },
    { kind: 'frame', text: `[2,"1","A",{"a":"${MASK}"}]`, decoded: { frame: { payload: { a: MASK } } } },
    { kind: 'frame', text: '[3,"1",{}]' },
    { kind: 'ping' },
    { kind: 'stimulus', parameters: { a: [MASK, 1] }, note: MASK },
    { kind: 'closed', reason: MASK, error: MASK },
  ]);
  expect(JSON.stringify(entries)).toContain(PASSWORD);
});

test('an answer refers to the request without its secrets', () => {
  const [call, answer] = clean(traceOf(frame('csms', `[2,"1","A",{"a":"${PASSWORD}"}]`), frame('station', '[3,"1",{}]')));
  expect((answer as FrameEntry).answers).toBe(call);
});

test('identity and stage stay, should a password be equal to them', () => {
  const entries = traceOf(
    { kind: 'connected', connection: 1, upgrade: { path: '/CS1', identity: 'CS1', offered: [] } },
    { kind: 'refused', connection: 2, refusal: { stage: 'tls', reason: 'unknown' } },
  );
  expect(clean(entries, 'CS1', 'tls')).toMatchObject([{ upgrade: { identity: 'CS1' } }, { refusal: { stage: 'tls' } }]);
});

test('a capture has a line of JSON for every entry', () => {
  const entries = traceOf(step('a'), frame('csms', '[2,"1","A",{}]'), frame('station', '[3,"1",{}]'));
  expect(writeCapture(entries)).toBe(
    [
      '{"seq":0,"at":1772366400000,"connection":0,"kind":"step","text":"a"}',
      String.raw`{"seq":1,"at":1772366401000,"connection":1,"kind":"frame","from":"csms","text":"[2,\"1\",\"A\",{}]"}`,
      String.raw`{"seq":2,"at":1772366402000,"connection":1,"kind":"frame","from":"station","text":"[3,\"1\",{}]","answers":1}`,
      '',
    ].join('\n'),
  );
});

test('a capture tells frames that were wrong on purpose', () => {
  const [entry] = traceOf(frame('csms', 'x')) as [FrameEntry];
  expect(JSON.parse(writeCapture([{ ...entry, deliberate: true }]))).toMatchObject({ text: 'x', deliberate: true });
});
