import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConsoleReport } from '../../src/report/console.ts';
import { JUnitReport } from '../../src/report/junit.ts';
import { MarkdownReport } from '../../src/report/markdown.ts';
import { Redacting } from '../../src/report/redacting.ts';
import { ResultStore } from '../../src/report/store.ts';
import { MASK, Redactor } from '../../src/trace/redact.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { expectValid, FINDING, frame, type Played, play, played, traceOf } from './kit.ts';

/** Everything that a run writes, by the name of the file. */
async function outputs(cases: readonly Played[], secrets: readonly string[]): Promise<Map<string, string>> {
  const directory = temporaryDirectory();
  const store = new ResultStore(directory);
  const terminal: string[] = [];
  const reports = [
    store,
    new JUnitReport((xml) => store.write('junit.xml', xml)),
    new MarkdownReport((text) => store.write('summary.md', text)),
    new ConsoleReport({ write: (text) => terminal.push(text), live: true }),
  ];
  await play(new Redacting(new Redactor(secrets), reports), cases);
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name !== 'traces');
  const files = names.map((name): [string, string] => [name, readFileSync(join(directory, name), 'utf8')]);
  return new Map([...files, ['terminal', terminal.join('')]]);
}

const variable = { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } };
const KEY = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----\n';
const SECRETS: Record<string, { sent: unknown; told: string; secret: string }> = {
  'a configured password': { sent: { a: 'configured"pass' }, told: 'configured"pass', secret: 'configured' },
  'a password that was set': {
    sent: { setVariableData: [{ ...variable, attributeValue: 'was-set-é/1' }] },
    told: 'was-set-é/1',
    secret: 'was-set',
  },
  'the password of an APN': {
    sent: { connectionData: { apn: { apnPassword: 'apn-password' } } },
    told: 'apn-password',
    secret: 'apn-pass',
  },
  'the key of a VPN': { sent: { connectionData: { vpn: { key: 'key-of-vpn' } } }, told: 'key-of-vpn', secret: 'key-of' },
  'an Authorization header': { sent: { a: 'Authorization: Basic Q1MxOmE=' }, told: 'Basic Q1MxOmE=', secret: 'Q1MxOmE' },
  'the password in a URL': { sent: { ocppCsmsUrl: 'wss://u:in-url@h/' }, told: 'wss://u:in-url@h/', secret: 'in-url' },
  'a private key': { sent: { data: KEY }, told: KEY, secret: 'MIGHAg' },
};

test.each(Object.keys(SECRETS))('%s is in no output', async (name) => {
  const { sent, told, secret } = SECRETS[name] as (typeof SECRETS)[string];
  const text = JSON.stringify([2, '1', 'DataTransfer', sent]);
  const [first] = played() as [Played];
  const told2 = JSON.stringify({ told });
  const result = {
    ...first.result,
    verdict: 'error' as const,
    reason: `it broke: ${told}`,
    findings: [{ ...FINDING, expected: told, actual: `it is ${told2}`, pointer: `/${told}`, entries: [1] }],
    stimuli: [{ name: 'request', carrier: 'http', outcome: 'done', note: `answered ${told}` }],
  };
  const trace = traceOf(
    { kind: 'stimulus', connection: 0, name: 'request', parameters: { told }, carrier: 'http', outcome: 'done', note: told },
    frame('station', text),
  );
  const all = await outputs([{ result, trace }], ['configured"pass']);
  expect([...all.keys()].sort()).toEqual(['cases.jsonl', 'junit.xml', 'results.json', 'summary.md', 'terminal', 'traces/TC_B_01_CS.jsonl']);
  expect([...all].filter(([, content]) => content.includes(secret)).map(([file]) => file)).toEqual([]);
  const shown = [...all].filter(([file, content]) => !content.includes(file === 'summary.md' ? String.raw`\[redacted\]` : MASK));
  expect(shown.map(([file]) => file)).toEqual([]);
  expectValid(JSON.parse(all.get('results.json') ?? ''));
  const frames = (all.get('traces/TC_B_01_CS.jsonl') ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  expect(JSON.parse(frames[1].text)).toMatchObject([2, '1', 'DataTransfer', {}]);
});

test('a password as short as a verdict changes nothing but what peers said', async () => {
  const [, failed] = played() as [Played, Played];
  const trace = traceOf(frame('station', '[2,"fail","A",{"station":"fail"}]'));
  const all = await outputs([{ ...failed, trace }], ['fail', 'station', 'B02', 'TC_B_02_CS']);
  const { cases } = JSON.parse(all.get('results.json') ?? '');
  expect(cases).toMatchObject([{ id: 'TC_B_02_CS', role: 'station', useCase: 'B02', verdict: 'fail', findings: [{ party: 'station' }] }]);
  expect(all.get('traces/TC_B_02_CS.jsonl')).toContain(String.raw`[2,\"[redacted]\",\"A\",{\"station\":\"[redacted]\"}]`);
});
