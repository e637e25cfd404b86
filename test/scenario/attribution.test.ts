import { expect, test } from 'vitest';
import type { Carried } from '../../src/scenario/driver.ts';
import { call } from '../rules/kit.ts';
import { play, type Sut } from './kit.ts';

const DICTATED: Carried = { outcome: 'done', carrier: 'http', dictated: true };
const authorize = (idToken: unknown) => (sut: Sut) => sut.say(call('a', 'Authorize', { idToken }));
const OTHER = { idToken: 'OTHER', type: 'ISO14443' };
const ANSWERED = { replies: { Authorize: { idTokenInfo: { status: 'Accepted' } } } };
const SCENARIO = `
  When the EV driver presents <valid idToken>
  Then the station sends Authorize:
    | idToken | <valid idToken> |
`;

test('what a driver dictated is not held against the system, and the case is inconclusive', async () => {
  const { verdict, findings, reason, trace } = await play(SCENARIO, {
    ...ANSWERED,
    stimuli: { 'present-token': authorize(OTHER) },
    carried: { 'present-token': DICTATED },
  });
  expect({ verdict, findings }).toMatchObject({ verdict: 'inconclusive', findings: [{ code: 'message-content', attributable: false }] });
  expect(reason).toContain('the driver dictated a message');
  expect(trace.entries.find(({ kind }) => kind === 'stimulus')).toHaveProperty('dictatedFrom');
});

test('the same of a driver that does not dictate fails', async () => {
  const { verdict, findings } = await play(SCENARIO, { ...ANSWERED, stimuli: { 'present-token': authorize(OTHER) } });
  expect(verdict).toBe('fail');
  expect(findings[0]).not.toHaveProperty('attributable');
});

test('that nothing is sent is held against the system all the same', async () => {
  const { verdict, findings } = await play(SCENARIO, { carried: { 'present-token': DICTATED } });
  expect({ verdict, findings }).toMatchObject({ verdict: 'fail', findings: [{ code: 'message-missing' }] });
});

test('a request that does not fit its schema leaves a mark, and the case goes on', async () => {
  const { verdict, findings } = await play('When the EV driver presents <valid idToken>\nThen the station sends Authorize', {
    stimuli: { 'present-token': authorize({ idToken: 'A' }) },
    carried: { 'present-token': DICTATED },
  });
  expect({ verdict, findings }).toMatchObject({ verdict: 'pass', findings: [{ code: 'request-schema', attributable: false }] });
});
