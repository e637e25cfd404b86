import { expect, test } from 'vitest';
import { defaultStationConfig } from '../../src/station/config.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { ON_THE_WALL, serverTls, stationConfig, tlsShowing } from '../../src/sut/simulators.ts';
import { testPki } from '../pki/kit.ts';

const built = async (more: object = {}) => {
  const choices = { url: 'ws://127.0.0.1:1', securityProfile: 1, password: 'secret', traits: {}, pki: await testPki(), ...more } as const;
  return stationConfig(defaultSutConfig(), choices);
};

test('a station takes the usual time over everything, unless it follows the wall', async () => {
  const usual = defaultStationConfig().durations;
  expect((await built()).durations).toEqual(usual);
  expect(ON_THE_WALL).toMatchObject({ boot: 1, evseReset: 1, firmwareStage: 1 });
  expect((await built({ durations: ON_THE_WALL })).durations).toEqual({ ...usual, ...ON_THE_WALL });
});

test('certificates of the configuration take the place of those of the test PKI, where a case does not ask for a bad one', async () => {
  const pki = await testPki();
  const root = pki.credential('csms-root').certificate;
  const own = { serverCertificate: 'CERTIFICATE', serverKey: 'KEY', stationRoot: 'ROOT' };
  expect(serverTls(pki, own)).toEqual({ cert: 'CERTIFICATE', key: 'KEY', ca: ['ROOT', root] });
  expect(await tlsShowing(pki, 'csms-server-expired', own)).toMatchObject({
    cert: pki.credential('csms-server-expired').chain,
    ca: ['ROOT', root],
  });
  const config = defaultSutConfig({ csmsRoot: 'ROOT', clientCertificate: 'CERTIFICATE', clientKey: 'KEY' });
  const { tls } = stationConfig(config, { url: 'ws://x', securityProfile: 3, password: '', traits: {}, pki });
  expect(tls).toMatchObject({ roots: { CSMSRootCertificate: ['ROOT'] }, certificate: 'CERTIFICATE', key: 'KEY' });
});
