import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type CsmsConfig, defaultCsmsConfig } from '../../src/csms/config.ts';
import { Csms } from '../../src/csms/csms.ts';
import { readConfiguration } from '../../src/sut/config-file.ts';
import { RealClock } from '../../src/time/real-clock.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { ocppspec } from './in-process.ts';

const PASSWORD = 'a-password-of-the-lab';

beforeEach(() => void vi.stubEnv('OCPPSPEC_PASSWORD', PASSWORD));
afterEach(() => void vi.unstubAllEnvs());

async function listening(overrides: Partial<CsmsConfig> = {}): Promise<Csms> {
  const config = defaultCsmsConfig({ stations: [{ identity: 'CS001', password: PASSWORD }], ...overrides });
  const csms = new Csms({ config, clock: new RealClock() });
  await csms.listen();
  onTestFinished(() => csms.close());
  return csms;
}

function configured(text: string): string {
  const file = join(temporaryDirectory(), 'sut.yaml');
  writeFileSync(file, text);
  return file;
}

const probe = (csms: Csms, ...args: string[]) => ocppspec('probe', '--url', csms.endpoints[0]?.url ?? '', ...args);
const featuresOf = (out: string) => readConfiguration(configured(out)).config.features;

test('a CSMS shows what it does by itself, and the rest is unknown', async () => {
  const csms = await listening({
    tokens: [{ idToken: 'LAB-1', type: 'KeyCode' }],
    onBoot: { Accepted: [{ action: 'GetBaseReport', payload: { requestId: 1, reportBase: 'FullInventory' } }], Pending: [] },
  });
  const { exit, out } = await probe(csms, '--config', configured('tokens:\n  valid idToken: { idToken: LAB-1, type: KeyCode }\n'));
  expect(exit).toBe(0);
  expect(featuresOf(out)).toEqual({ 'C-32': true, 'C-50': true, 'C-50.1': true, 'C-61': true });
  expect(out).toMatch(/^# Heartbeat +answered$/m);
  expect(out).toMatch(/^# Authorize KeyCode +Accepted$/m);
  expect(out).toMatch(/^# Authorize ISO14443 +Unknown$/m);
  expect(out).toMatch(/^# GetBaseReport FullInventory +sent by the CSMS itself$/m);
  expect(out).toContain('  # unknown: C-16 # The status of a transaction can be asked for\n');
});

test('a CSMS that keeps stations waiting is asked no more', async () => {
  const registration = { status: 'Pending' as const, boots: 9, interval: 600 };
  const csms = await listening({ stations: [{ identity: 'CS001', password: PASSWORD, registration }] });
  const { out } = await probe(csms, '--json');
  const seen = JSON.parse(out);
  expect(seen.boot.status).toBe('Pending');
  expect(seen.answers).toEqual({});
  expect(seen.features.filter(({ has }: { has: boolean | null }) => has).map(({ id }: { id: string }) => id)).toEqual(['C-44', 'C-61']);
});

test('nothing is known of a CSMS that does not let the station in', async () => {
  const csms = await listening({ stations: [{ identity: 'CS001', password: 'another-password-of-it' }] });
  const said = await probe(csms);
  expect(said).toMatchObject({ exit: 2, out: '' });
  expect(said.err).toContain('HTTP status 401');
});
