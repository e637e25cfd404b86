import { expect, test } from 'vitest';
import { newCertificates } from '../../bench/certificates.ts';
import { FloorServer } from '../../bench/floor/peers.ts';
import { connectionsIn, emptyFeature } from '../../bench/floor/record.ts';
import { replay } from '../../bench/floor/replay.ts';
import type { CertificateFacts, UpgradeFacts } from '../../src/ocpp/handshake.ts';
import { plansFor, readFeatures } from '../../src/run/scenarios.ts';
import { writeCapture } from '../../src/trace/capture.ts';
import { Trace } from '../../src/trace/trace.ts';

const upgrade: UpgradeFacts = { path: '/CS001', offered: ['ocpp2.0.1'], identity: 'CS001', status: 101 };

function capture(): string {
  const trace = new Trace(() => 0);
  trace.append({ kind: 'refused', connection: 1, refusal: { stage: 'upgrade', reason: 'HTTP status 401' } });
  trace.append({ kind: 'step', connection: 0, text: 'the station connects' });
  trace.append({ kind: 'connected', connection: 2, upgrade });
  trace.append({ kind: 'frame', connection: 2, from: 'station', text: '[2,"1","Heartbeat",{}]' });
  trace.append({ kind: 'frame', connection: 2, from: 'csms', text: '[3,"1",{"currentTime":"2026-01-01T00:00:00Z"}]' });
  trace.append({ kind: 'frame', connection: 2, from: 'csms', text: 'no JSON' });
  return writeCapture(trace.entries);
}

test('the connections of a trace are read with their frames, also those that were refused', () => {
  expect(connectionsIn(capture())).toEqual([
    { refused: true, tls: 'none', frames: [] },
    {
      refused: false,
      tls: 'none',
      frames: [
        { from: 'station', frame: { type: 'CALL', messageId: '1', action: 'Heartbeat', payload: {} } },
        { from: 'csms', frame: { type: 'CALLRESULT', messageId: '1', payload: { currentTime: '2026-01-01T00:00:00Z' } } },
        { from: 'csms', frame: 'no JSON' },
      ],
    },
  ]);
});

test('a replay comes to its end, whatever the frames', async () => {
  const connections = connectionsIn(capture());
  const protectedToo = (['none', 'server', 'both'] as const).flatMap((tls) => connections.map((connection) => ({ ...connection, tls })));
  await expect(replay(protectedToo, await newCertificates())).resolves.toBeUndefined();
});

test('a trace tells which ends of a connection showed certificates', () => {
  const trace = new Trace(() => 0);
  const facts = { version: 'TLSv1.3', cipher: null, serverName: null };
  const peer = { commonName: 'SN-0001' } as CertificateFacts;
  trace.append({ kind: 'connected', connection: 1, upgrade: { ...upgrade, tls: facts }, seenBy: 'csms' });
  trace.append({ kind: 'connected', connection: 2, upgrade: { ...upgrade, tls: { ...facts, peer } }, seenBy: 'csms' });
  trace.append({ kind: 'connected', connection: 3, upgrade: { ...upgrade, tls: { ...facts, peer } }, seenBy: 'station' });
  trace.append({ kind: 'refused', connection: 4, refusal: { stage: 'tls', reason: 'alert' } });
  expect(connectionsIn(writeCapture(trace.entries)).map(({ tls }) => tls)).toEqual(['server', 'both', 'server', 'server']);
});

test('a frame is read at the other end before the next one is sent', async () => {
  const server = await FloorServer.listen();
  const pair = await server.connect();
  await pair.send('station', '[2,"1","Heartbeat",{}]');
  await pair.send('csms', '[3,"1",{}]');
  expect(pair.received).toEqual({ station: 1, csms: 1, invalid: 1 });
  await pair.close();
  await server.close();
});

test('an empty feature has as many scenarios and steps as the real ones', () => {
  const scenarios = readFeatures().filter((scenario) => plansFor('station', [scenario]).some(({ useCase }) => useCase === 'B01'));
  const feature = emptyFeature(scenarios);
  expect(scenarios.length).toBeGreaterThan(0);
  expect(feature.match(/Scenario:/g)).toHaveLength(scenarios.length);
  expect(feature.match(/\* step/g)).toHaveLength(scenarios.reduce((sum, { pickle }) => sum + pickle.steps.length, 0));
});
