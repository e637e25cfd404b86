import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knownFeatures } from '../../src/plan/features.ts';
import { readConfiguration } from '../../src/sut/config-file.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { ocppspec } from './in-process.ts';
import { type Choices, PASSWORD, probeSimulatedStation as probe, settings } from './probed-station.ts';

beforeEach(() => void vi.stubEnv('OCPPSPEC_PASSWORD', PASSWORD));
afterEach(() => void vi.unstubAllEnvs());

const featuresOf = (out: string): Record<string, boolean | null> =>
  Object.fromEntries((JSON.parse(out).features as { id: string; has: boolean | null }[]).map(({ id, has }) => [id, has]));

test('the proposal is a configuration that can be used as it is', async () => {
  const { exit, out } = await probe({ variables: { 'ClockCtrlr.TimeZone': null } });
  expect(exit).toBe(0);
  const file = join(temporaryDirectory(), 'sut.yaml');
  writeFileSync(file, out);
  expect(readConfiguration(file).config.features).toMatchObject({
    'C-13': true,
    'C-56': true,
    'C-26': false,
    'AS-2': false,
    'HFS-1': true,
    'HFS-8 > 1': true,
    'Smart Charging': true,
  });
  expect(out).toMatch(/^# subprotocol +ocpp2\.0\.1 out of ocpp2\.0\.1$/m);
  expect(out).toMatch(/^# TLS +none$/m);
  expect(out).toMatch(/^# GetBaseReport SummaryInventory +Accepted$/m);
  expect(out).toMatch(/^# Smart Charging +has SmartChargingCtrlr$/m);
  expect(out).toContain('  C-13: true # Single EVSEs can be reset; EVSE(1).AllowReset is true\n');
});

test('every feature is either proposed or marked as unknown', async () => {
  const { out } = await probe({});
  const said = [...out.matchAll(/^ {2}(?:# unknown: )?(.+?)(?:: (?:true|false))? # /gm)].map(([, id]) => id);
  expect(said.sort()).toEqual(
    knownFeatures('station')
      .map(({ id }) => id)
      .sort(),
  );
  expect(out).toContain('  # unknown: AQ-2 # A cable cannot be plugged in before authorization\n');
});

test('a station that lacks something is proposed to lack it', async () => {
  const lacking: Choices = {
    capabilities: { resetEvse: false, summaryInventory: false, reservations: false },
    variables: {
      'AuthCtrlr.OfflineTxForUnknownIdEnabled': null,
      'SmartChargingCtrlr.RateUnit': 'A',
      'MonitoringCtrlr.OfflineQueuingSeverity': null,
    },
  };
  const ids = ['C-13', 'C-56', 'R-0', 'C-02', 'SC-2.1', 'DM-3', 'DM-0'];
  const usual = featuresOf((await probe({}, ['--json'])).out);
  const without = featuresOf((await probe(lacking, ['--json'])).out);
  expect(ids.map((id) => usual[id])).toEqual([true, true, true, true, true, true, true]);
  expect(ids.map((id) => without[id])).toEqual([false, false, false, false, true, false, true]);
});

test('a station without a controller is seen to lack its profile', async () => {
  const variables = Object.fromEntries(
    ['Available', 'Enabled', 'Entries', 'ItemsPerMessage', 'BytesPerMessage', 'DisablePostAuthorize', 'SupportsExpiryDateTime'].map(
      (name) => [`LocalAuthListCtrlr.${name}`, null],
    ),
  );
  const { out } = await probe({ variables });
  expect(out).toMatch(/^# Local Authorization List Management +without LocalAuthListCtrlr$/m);
  expect(out).toContain('  LA-0: false # The profile is implemented; there is no LocalAuthListCtrlr\n');
});

test('nothing is changed, and no password is told', async () => {
  const { out, err, station, before } = await probe({}, ['--json']);
  // Every BootNotificationResponse sets the interval (B01.FR.04).
  const interval = { 'OCPPCommCtrlr HeartbeatInterval': '60' };
  expect(Object.keys(before).length).toBeGreaterThan(40);
  expect(settings(station)).toEqual({ ...before, ...interval });
  expect(station.state().registration).toBe('Accepted');
  expect(out + err).not.toContain(PASSWORD);
  expect(JSON.parse(out).variables.length).toBeGreaterThan(100);
});

test('a station that does not come is not looked at', async () => {
  const file = join(temporaryDirectory(), 'sut.yaml');
  writeFileSync(file, 'timeouts: { boot: 0.1 }\n');
  const said = await ocppspec('probe', '--listen', '127.0.0.1:0', '--config', file);
  expect(said).toMatchObject({ exit: 2, out: '' });
  expect(said.err).toContain('ocppspec: station CS001 was not connected and registered within 0.1 s\n');
});

test('what to look at has to be said', async () => {
  expect(await ocppspec('probe')).toMatchObject({
    exit: 3,
    err: 'ocppspec: --listen says where a station is to connect, or --url where a CSMS is\n',
  });
});
