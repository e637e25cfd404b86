import { expect, test } from 'vitest';
import { JUnitReport } from '../../src/report/junit.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { FINDING, frame, type Played, play, played, traceOf } from './kit.ts';
import { elementsOf } from './xml.ts';

async function written(cases: readonly Played[]): Promise<string> {
  const files: string[] = [];
  await play(new JUnitReport((xml) => void files.push(xml)), cases);
  expect(files).toHaveLength(1);
  return files.join();
}

const named = (xml: string, name: string) => elementsOf(xml).filter((element) => element.name === name);

test('there is a suite for every role and use case, and an element for every verdict', async () => {
  expect(await written(played())).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites tests="6" failures="1" errors="1" skipped="2">
      <testsuite name="Charging Station B01" time="0.25" tests="1" failures="0" errors="0" skipped="0">
        <testcase name="TC_B_01_CS A station boots" classname="station.B01" file="features/b-provisioning/B01-cold-boot.feature" time="0.25"/>
      </testsuite>
      <testsuite name="Charging Station B02" time="0.75" tests="3" failures="1" errors="0" skipped="2">
        <testcase name="TC_B_02_CS A station waits" classname="station.B02" file="features/b-provisioning/B01-cold-boot.feature" time="0.25">
          <failure message="B01.FR.01: expected reason = PowerUp, but it is &quot;Unknown&quot;" type="message-content"><![CDATA[B01.FR.01  message-content  by the station
      expected  reason = PowerUp
      actual    it is "Unknown"  at /reason
        #1  1.000 s  connected  /CS1  ocpp2.0.1
      > #2  2.000 s  station → CSMS  [2,"1","BootNotification",{"reason":"Unknown"}]
        #4  4.000 s  CSMS → station  [3,"1",{"status":"Accepted"}]
    scenario    features/b-provisioning/B01-cold-boot.feature:7
    last step   the CSMS replies Accepted:]]></failure>
        </testcase>
        <testcase name="TC_B_03_CS (Immediate, 1) A station boots" classname="station.B02" file="features/b-provisioning/B01-cold-boot.feature" time="0.25">
          <skipped message="inconclusive: nobody plugged in"/>
        </testcase>
        <testcase name="TC_B_04_CS A station boots" classname="station.B02" file="features/b-provisioning/B01-cold-boot.feature" time="0.25">
          <skipped message="not applicable: it has no C-13"/>
        </testcase>
      </testsuite>
      <testsuite name="CSMS B01" time="0.5" tests="2" failures="0" errors="1" skipped="0">
        <testcase name="TC_B_05_CSMS A station boots" classname="csms.B01" file="features/b-provisioning/B01-cold-boot.feature" time="0.25">
          <error message="the scenario broke" type="ocppspec"><![CDATA[the scenario broke
      at line 3
    scenario    features/b-provisioning/B01-cold-boot.feature:7
    last step   the CSMS replies Accepted:]]></error>
        </testcase>
        <testcase name="TC_B_06_CSMS A station boots" classname="csms.B01" file="features/b-provisioning/B01-cold-boot.feature" time="0.25">
          <system-out><![CDATA[B01.FR.02  timestamp-fraction (warning)  by the CSMS
      expected  an interval of 60 s
      actual    it is 1 s
        #1  1.000 s  connected  /CS1  ocpp2.0.1
        #2  2.000 s  station → CSMS  [2,"1","BootNotification",{"reason":"Unknown"}]
      > #4  4.000 s  CSMS → station  [3,"1",{"status":"Accepted"}]
    scenario    features/b-provisioning/B01-cold-boot.feature:7]]></system-out>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

const EVIL = 'a \u0000\u0008\u001b\u007f\u0085 ]]> <skipped/> &amp; "\' 😀 \ud83d \ude00 \ufffe \r\n      <skipped/>\n</testcase>';
const TOLD = String.raw`a \u0000\u0008\u001b\u007f\u0085 ]]> <skipped/> &amp; "' 😀 \ud83d \ude00 \ufffe \u000d\u000a      <skipped/>\u000a</testcase>`;

/** As it stands in the body of an element. */
const TOLD_INSIDE = TOLD.replace(']]>', String.raw`]]\u003e`);

const evil = (verdict: Played['result']['verdict']): Played => {
  const [, failed] = played() as [Played, Played];
  const findings = [{ ...FINDING, actual: EVIL, expected: EVIL, pointer: EVIL, entries: [0] }];
  return { result: { ...failed.result, verdict, findings, reason: EVIL }, trace: traceOf(frame('station', EVIL)) };
};

test('whatever peers send, the file is well-formed', async () => {
  expect(() => elementsOf('<a>\u0001</a>')).toThrow();
  const xml = await written((['pass', 'fail', 'inconclusive', 'not applicable', 'error'] as const).map(evil));
  expect(named(xml, 'testcase')).toHaveLength(5);
  expect(named(xml, 'failure')[0]?.attributes.message).toBe(`B01.FR.01: expected ${TOLD}, but ${TOLD}`);
  expect(named(xml, 'failure')[0]?.text).toContain(`station → CSMS  ${TOLD_INSIDE}`);
  expect(named(xml, 'system-out').map(({ text }) => text.includes(`  actual    ${TOLD_INSIDE}  at ${TOLD_INSIDE}\n`))).toEqual([
    true,
    true,
    true,
  ]);
  expect(named(xml, 'error')[0]?.text).toContain(TOLD_INSIDE.split(String.raw`\u000a`)[1]);
});

test('each reason stands at its own case, in whatever order the suites are met', async () => {
  const [, , inconclusive, notApplicable] = played() as [Played, Played, Played, Played];
  const cases = [
    { ...inconclusive, result: { ...inconclusive.result, useCase: 'B05', reason: 'one' } },
    { ...notApplicable, result: { ...notApplicable.result, useCase: 'B06', reason: 'two' } },
    { ...inconclusive, result: { ...inconclusive.result, useCase: 'B05', reason: 'three' } },
    evil('pass'),
  ];
  const reasons = named(await written(cases), 'skipped').map(({ attributes }) => attributes.message);
  expect(reasons).toEqual(['inconclusive: one', 'inconclusive: three', 'not applicable: two']);
});

test.each(['fail', 'error'] as const)('warnings are no part of a case that is %s, but stand beside it', async (verdict) => {
  const [, failed] = played() as [Played, Played];
  const trifle: Finding = { ...FINDING, code: 'timestamp-fraction', severity: 'warning', actual: 'a trifle' };
  Object.assign(failed.result, { verdict, reason: 'broken', findings: [trifle, FINDING, { ...FINDING, actual: 'worse' }] });
  const xml = await written([failed]);
  const [body] = named(xml, verdict === 'fail' ? 'failure' : 'error');
  expect(body?.text).toContain('actual    worse');
  expect(body?.text).not.toContain('trifle');
  expect(named(xml, 'system-out').map(({ text }) => text)).toEqual([expect.stringMatching(/^B01.FR.01 {2}timestamp-fraction \(warning\)/)]);
  if (verdict === 'fail')
    expect(body?.attributes).toMatchObject({
      type: 'message-content',
      message: 'B01.FR.01: expected reason = PowerUp, but it is "Unknown" (and 1 more)',
    });
});
