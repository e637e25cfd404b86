import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageFile } from '../../src/package-file.ts';
import { Ocppspec } from '../cli/kit.ts';
import { freeAddresses, Lab, verdicts } from '../processes/kit.ts';

/** Systems whose wire and message handling are not ours, run as the preset for libraries has it. */
const preset = parse(readFileSync(packageFile('presets/library-jsonl.yaml'), 'utf8'));
const driver = (ready: string, ...program: string[]) => ({
  jsonl: {
    ...preset.drivers.jsonl,
    command: [process.execPath, ...program],
    env: { STATION_PASSWORD: { env: 'OCPPSPEC_PASSWORD' } },
    ready,
  },
});

const CSMS = {
  TC_A_01_CSMS: 'pass',
  TC_A_02_CSMS: 'pass',
  TC_A_03_CSMS: 'pass',
  // It knows no SignCertificate.
  TC_A_12_CSMS: 'fail',
  TC_B_01_CSMS: 'pass',
  TC_B_02_CSMS: 'pass',
  // It sends five variables at once to a station that takes four.
  TC_B_08_CSMS: 'fail',
  // Nobody can look up what it shows.
  TC_B_12_CSMS: 'inconclusive',
  TC_B_18_CSMS: 'pass',
  TC_B_20_CSMS: 'pass',
  // It takes a StatusNotification from a station that it has not accepted.
  TC_B_30_CSMS: 'fail',
  TC_B_58_CSMS: 'pass',
  TC_C_02_CSMS: 'pass',
  // The station has to be at it still when the CSMS comes with the next firmware, or asks for another log.
  TC_L_10_CSMS: 'pass',
  TC_N_36_CSMS: 'pass',
  // It knows no groups.
  TC_C_39_CSMS: 'fail',
} as const;

const STATION = {
  // It sends no SecurityEventNotification when it starts.
  TC_B_01_CS: 'fail',
  TC_B_03_CS: 'pass',
  TC_B_06_CS: 'pass',
  TC_B_09_CS: 'pass',
  // It knows no GetBaseReport.
  TC_B_12_CS: 'fail',
  TC_B_20_CS: 'pass',
  TC_B_32_CS: 'pass',
  TC_B_33_CS: 'pass',
  TC_B_34_CS: 'pass',
  TC_B_35_CS: 'pass',
  TC_B_36_CS: 'pass',
  TC_B_37_CS: 'pass',
  // Nobody can present a token to it.
  TC_B_21_CS: 'inconclusive',
} as const;

test('a CSMS and a station made with ocpp-rpc are judged by what they can do', async () => {
  const lab = new Lab();
  const [ofCsms, ofStation] = await freeAddresses('csms', 'station');
  const csms = lab.configuration('csms', {
    url: `ws://${ofCsms}/ocpp`,
    drivers: driver('listening', packageFile('test/peers/csms.mjs'), ofCsms.split(':')[1] ?? ''),
  });
  const station = lab.configuration('station', {
    listen: ofStation,
    drivers: driver('started', packageFile('test/peers/station.mjs'), `ws://${ofStation}/ocpp`),
  });
  const cases = Object.keys({ ...CSMS, ...STATION }).flatMap((id) => ['--case', id]);
  const { code } = await new Ocppspec('run', '--config', csms, '--config', station, ...cases, '--out', lab.out).ended;
  expect(code).toBe(1);
  for (const [lane, expected] of Object.entries({ csms: CSMS, station: STATION })) {
    const { cases, interrupted } = lab.report(lane);
    const found = verdicts(cases);
    expect({ lane, interrupted, found }).toEqual({
      lane,
      interrupted: false,
      found: Object.fromEntries(Object.entries(expected).map(([id, verdict]) => [id, [verdict]])),
    });
  }
});
