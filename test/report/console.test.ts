import { expect, test } from 'vitest';
import { ConsoleReport } from '../../src/report/console.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { frame, type Played, play, played, traceOf } from './kit.ts';

async function shown(cases: readonly Played[], live: boolean, more: Partial<RunReport> = {}, directory?: string): Promise<string> {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  await play(new ConsoleReport({ write, live, ...(directory ? { directory } : {}) }), cases, more);
  return text;
}

test('a log tells what needs attention, and nothing of what is as it should be', async () => {
  expect(await shown(played(), false)).toMatchInlineSnapshot(`
    "✗ TC_B_02_CS  A station waits  [fail]
        B01.FR.01  message-content  by the station
          expected  reason = PowerUp
          actual    it is "Unknown"  at /reason
            #1  1.000 s  connected  /CS1  ocpp2.0.1
          > #2  2.000 s  station → CSMS  [2,"1","BootNotification",{"reason":"Unknown"}]
            #4  4.000 s  CSMS → station  [3,"1",{"status":"Accepted"}]
        scenario    features/b-provisioning/B01-cold-boot.feature:7
        last step   the CSMS replies Accepted:
    ? TC_B_03_CS (Immediate, 1)  A station boots  [inconclusive]
        nobody plugged in
        scenario    features/b-provisioning/B01-cold-boot.feature:7
        last step   the CSMS replies Accepted:
    ! TC_B_05_CSMS  A station boots  [error]
        the scenario broke
          at line 3
        scenario    features/b-provisioning/B01-cold-boot.feature:7
        last step   the CSMS replies Accepted:
    ✓ TC_B_06_CSMS  A station boots
        B01.FR.02  timestamp-fraction (warning)  by the CSMS
          expected  an interval of 60 s
          actual    it is 1 s
            #1  1.000 s  connected  /CS1  ocpp2.0.1
            #2  2.000 s  station → CSMS  [2,"1","BootNotification",{"reason":"Unknown"}]
          > #4  4.000 s  CSMS → station  [3,"1",{"status":"Accepted"}]
        scenario    features/b-provisioning/B01-cold-boot.feature:7

    Charging Station: 4 cases: 1 pass, 1 fail, 1 inconclusive, 1 not applicable
    CSMS: 2 cases: 1 pass, 0 fail, 1 error; 1 with warnings
    "
  `);
});

test('a person sees every case as it is played', async () => {
  expect((await shown(played(), true)).replaceAll('\u001b', 'ESC').replaceAll('\r', 'CR')).toMatchInlineSnapshot(`
    "  ESC[2m… TC_B_01_CS  A station bootsESC[22mCRESC[2KESC[32m✓ TC_B_01_CSESC[39m  A station bootsESC[2m  0.25 sESC[22m
      ESC[2m… TC_B_02_CS  A station waitsESC[22mCRESC[2KESC[31m✗ TC_B_02_CSESC[39m  A station waits  [fail]ESC[2m  0.25 sESC[22m
        B01.FR.01  message-content  by the station
          expected  reason = PowerUp
          actual    it is "Unknown"  at /reason
            #1  1.000 s  connected  /CS1  ocpp2.0.1
          > #2  2.000 s  station → CSMS  [2,"1","BootNotification",{"reason":"Unknown"}]
            #4  4.000 s  CSMS → station  [3,"1",{"status":"Accepted"}]
        scenario    features/b-provisioning/B01-cold-boot.feature:7
        last step   the CSMS replies Accepted:
      ESC[2m… TC_B_03_CS (Immediate, 1)  A station bootsESC[22mCRESC[2KESC[33m? TC_B_03_CS (Immediate, 1)ESC[39m  A station boots  [inconclusive]ESC[2m  0.25 sESC[22m
        nobody plugged in
        scenario    features/b-provisioning/B01-cold-boot.feature:7
        last step   the CSMS replies Accepted:
      ESC[2m… TC_B_04_CS  A station bootsESC[22mCRESC[2KESC[33m- TC_B_04_CSESC[39m  A station boots  [not applicable]ESC[2m  0.25 sESC[22m
        it has no C-13
      ESC[2m… TC_B_05_CSMS  A station bootsESC[22mCRESC[2KESC[31m! TC_B_05_CSMSESC[39m  A station boots  [error]ESC[2m  0.25 sESC[22m
        the scenario broke
          at line 3
        scenario    features/b-provisioning/B01-cold-boot.feature:7
        last step   the CSMS replies Accepted:
      ESC[2m… TC_B_06_CSMS  A station bootsESC[22mCRESC[2KESC[32m✓ TC_B_06_CSMSESC[39m  A station bootsESC[2m  0.25 sESC[22m
        B01.FR.02  timestamp-fraction (warning)  by the CSMS
          expected  an interval of 60 s
          actual    it is 1 s
            #1  1.000 s  connected  /CS1  ocpp2.0.1
            #2  2.000 s  station → CSMS  [2,"1","BootNotification",{"reason":"Unknown"}]
          > #4  4.000 s  CSMS → station  [3,"1",{"status":"Accepted"}]
        scenario    features/b-provisioning/B01-cold-boot.feature:7

    Charging Station: 4 cases: 1 pass, 1 fail, 1 inconclusive, 1 not applicable
    CSMS: 2 cases: 1 pass, 0 fail, 1 error; 1 with warnings
    "
  `);
});

test('the trace is where results go', async () => {
  const [, failed] = played() as [Played, Played];
  failed.result.trace = 'traces/TC_B_02_CS.jsonl';
  expect(await shown([failed], false, {}, 'reports/latest')).toContain('    trace       reports/latest/traces/TC_B_02_CS.jsonl\n');
});

test('messages are shown once for findings that they prove together', async () => {
  const [, failed] = played() as [Played, Played];
  failed.result.findings.push({ ...(failed.result.findings[0] as (typeof failed.result.findings)[0]), actual: 'it is absent' });
  const text = await shown([failed], false);
  expect(text.match(/BootNotification"/g)).toHaveLength(1);
  expect(text).toContain('actual    it is absent  at /reason\n      trace     as above\n');
});

test('a run that ended early says so', async () => {
  expect(await shown([], false, { interrupted: true })).toBe('\nno case was run\ninterrupted before all cases were run\n');
});

test('what peers send can neither move the cursor nor begin a line', async () => {
  const [, failed] = played() as [Played, Played];
  const [finding] = failed.result.findings as [(typeof failed.result.findings)[0]];
  const evil = '\u001b[2J\r\n✓ TC_B_02_CS\u009b1A\u202e\ud800';
  failed.result.findings = [{ ...finding, actual: evil, entries: [0] }];
  const text = await shown([{ ...failed, trace: traceOf(frame('station', evil)) }], false);
  for (const character of ['\u001b', '\r', '\u009b', '\u202e', '\ud800']) expect(text).not.toContain(character);
  expect(text.split('\n').filter((line) => line.startsWith('✓'))).toEqual([]);
  expect(text).toContain(String.raw`actual    \u001b[2J\u000d\u000a✓ TC_B_02_CS\u009b1A\u202e\ud800`);
});

test('a long frame is cut, and its length told', async () => {
  const [, failed] = played() as [Played, Played];
  const text = await shown([{ ...failed, trace: traceOf(frame('station', 'x'.repeat(5000))) }], false);
  expect(text).toContain(`${'x'.repeat(200)} ... (5000 characters)\n`);
});
