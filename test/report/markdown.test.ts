import { expect, test } from 'vitest';
import { MarkdownReport } from '../../src/report/markdown.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { FINDING, type Played, play, played, WARNING } from './kit.ts';

async function written(cases: readonly Played[], more: Partial<RunReport> = {}): Promise<string> {
  const files: string[] = [];
  await play(new MarkdownReport((text) => void files.push(text)), cases, more);
  expect(files).toHaveLength(1);
  return files.join();
}

test('a job page shows first what needs attention, then all cases', async () => {
  expect(await written(played())).toMatchInlineSnapshot(`
    "# OCPP 2.0.1 conformance

    **Charging Station**: 4 cases: 1 pass, 1 fail, 1 inconclusive, 1 not applicable

    **CSMS**: 2 cases: 1 pass, 0 fail, 1 error; 1 with warnings

    ocppspec 1.2.3, 2026-03-01T12:00:00.000Z

    ## TC_B_02_CS: fail

    A station waits

    * **B01.FR.01** \`message-content\`
      * expected: reason = PowerUp
      * actual: it is "Unknown" at /reason
      * in the trace: seq 2

    scenario \`features/b-provisioning/B01-cold-boot.feature:7\`

    ## TC_B_03_CS (Immediate, 1): inconclusive

    A station boots

    nobody plugged in

    scenario \`features/b-provisioning/B01-cold-boot.feature:7\`

    ## TC_B_05_CSMS: error

    A station boots

    the scenario broke   at line 3

    scenario \`features/b-provisioning/B01-cold-boot.feature:7\`

    ## Warnings

    No verdict rests on these: they miss a recommendation, or are legal but known to trip strict peers.

    | requirement | warning | by | for example | cases |
    |---|---|---|---|---|
    | B01.FR.02 | \`timestamp-fraction\` | CSMS | expected an interval of 60 s, but it is 1 s | TC_B_06_CSMS |

    ## All cases

    | use case | case | tested | title | verdict |
    |---|---|---|---|---|
    | B01 | TC_B_01_CS | Charging Station | A station boots | pass |
    | B02 | TC_B_02_CS | Charging Station | A station waits | fail |
    | B02 | TC_B_03_CS | Charging Station | A station boots | inconclusive |
    | B02 | TC_B_04_CS | Charging Station | A station boots | not applicable: it has no C-13 |
    | B01 | TC_B_05_CSMS | CSMS | A station boots | error |
    | B01 | TC_B_06_CSMS | CSMS | A station boots | pass |
    "
  `);
});

test('a run without a case says so', async () => {
  expect(await written([], { interrupted: true, strict: true })).toBe(`# OCPP 2.0.1 conformance

No case was run.

The run was interrupted: not all cases were run.

ocppspec 1.2.3, 2026-03-01T12:00:00.000Z, warnings count as violations

`);
});

test('what peers send is not taken for markup', async () => {
  const [, failed] = played() as [Played, Played];
  failed.result.findings = [{ ...FINDING, actual: '| <b>`*_~$&[x](y)\\\n# Passed\u001b' }];
  expect(await written([failed])).toContain(String.raw`  * actual: \| \<b\>\`\*\_\~\$\&\[x\](y)\\ # Passed\\u001b at /reason`);
});

test('of very many findings only the first are shown', async () => {
  const [, failed] = played() as [Played, Played];
  failed.result.findings = Array.from({ length: 25 }, (_, index) => ({ ...FINDING, actual: `number ${index}` }));
  const text = await written([failed]);
  expect(text).toContain('number 9');
  expect(text).not.toContain('number 10');
  expect(text).toContain('* and 15 more, see results.json\n');
});

test('warnings are told by kind, apart from what verdicts rest on', async () => {
  const [, failed] = played() as [Played, Played];
  failed.result.findings = [FINDING, WARNING, { ...WARNING, actual: 'it is 2 s' }];
  const others = Array.from({ length: 12 }, (_, index): Played => {
    const result = {
      ...failed.result,
      id: `TC_B_${20 + index}_CS`,
      verdict: 'pass' as const,
      findings: [{ ...WARNING, party: 'station' as const }],
    };
    return { ...failed, result };
  });
  const text = await written([failed, ...others]);
  expect(text).toContain('13 with warnings');
  expect(text.match(/^## .*$/gm)).toEqual(['## TC_B_02_CS: fail', '## Warnings', '## All cases']);
  const [cases = '', warnings = ''] = text.split('## Warnings');
  expect(cases).not.toContain(WARNING.code);
  expect(warnings).toContain('| CSMS | expected an interval of 60 s, but it is 1 s | TC_B_02_CS |\n');
  expect(warnings).toContain('| Charging Station | expected an interval of 60 s, but it is 1 s | TC_B_20_CS, ');
  expect(warnings).toContain('TC_B_29_CS and 2 more |\n');
});

test('what counts only because of --strict says so', async () => {
  const [, failed] = played() as [Played, Played];
  failed.result.findings = [{ ...FINDING, promoted: true }];
  expect(await written([failed], { strict: true })).toContain('* **B01.FR.01** `message-content` (warning, counts because of --strict)\n');
});

test('of a case with several rows the table names the one that decides', async () => {
  const [passed, failed] = played() as [Played, Played];
  const row = (title: string, of: Played): Played => ({ ...of, result: { ...of.result, id: 'TC_B_11_CS', title, example: title } });
  const rows = [row('It takes 1', passed), row('It refuses a', failed), row('It refuses b', failed)];
  expect(await written(rows)).toContain('| TC_B_11_CS | Charging Station | It refuses a, and 1 more | fail (2 of 3) |\n');
  expect(await written(rows.slice(0, 2))).toContain('| It refuses a | fail (1 of 2) |\n');
  expect(await written([row('It takes 1', passed), row('It takes 2', passed)])).toContain('| It takes 1, and 1 more | pass |\n');
});
