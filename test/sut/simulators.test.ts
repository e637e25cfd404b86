import { expect, test } from 'vitest';
import { defaultStationConfig } from '../../src/station/config.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { ON_THE_WALL, stationConfig } from '../../src/sut/simulators.ts';
import { testPki } from '../pki/kit.ts';

const built = async (more: object = {}) => {
  const choices = { url: 'ws://127.0.0.1:1', securityProfile: 1, password: 'secret', traits: {}, pki: await testPki(), ...more } as const;
  return stationConfig(defaultSutConfig(), choices);
};

test('a station takes the usual time over everything, unless it follows the wall', async () => {
  const usual = defaultStationConfig().durations;
  expect((await built()).durations).toEqual(usual);
  expect((await built({ durations: ON_THE_WALL })).durations).toEqual({ ...usual, boot: 1, evseReset: 1, firmwareStage: 1 });
});
