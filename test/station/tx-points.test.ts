import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { act, events, POINTS, present, story } from './charging.ts';

const STOPS = ['ParkingBayOccupancy', 'EVConnected', 'Authorized', 'PowerPathClosed', 'EnergyTransfer'];
const STARTS = [...STOPS, 'DataSigned'];
const SIGN = 'SampledDataCtrlr.SignReadings';

const subsets = (points: string[]): string[] =>
  Array.from({ length: 2 ** points.length - 1 }, (_, bits) => points.filter((_point, at) => ((bits + 1) >> at) & 1).join(','));

/** All that happens to an EV from its coming to its going. */
const VISIT = ['park', 'plug-in', present(), present(), 'unplug', 'leave'] as const;

const kinds = (all: Awaited<ReturnType<typeof story>>) => all.csms.of('TransactionEvent').map(({ eventType }) => eventType);

describe('a visit is one transaction', () => {
  test.each(subsets(STARTS))('that starts at %s (E01)', async (start) => {
    const all = await story({ [POINTS.start]: start, [SIGN]: 'true' }, ...VISIT);
    expect(kinds(all).filter((kind) => kind === 'Started')).toHaveLength(1);
    expect([kinds(all)[0], kinds(all).at(-1)]).toEqual(['Started', 'Ended']);
  });

  test.each(subsets(STOPS))('that ends at %s (E06)', async (stop) => {
    const all = await story({ [POINTS.stop]: stop }, ...VISIT);
    expect(kinds(all).filter((kind) => kind === 'Ended')).toHaveLength(1);
    expect([kinds(all)[0], kinds(all).at(-1)]).toEqual(['Started', 'Ended']);
  });
});

describe('signed meter values (E02.FR.14)', () => {
  test('start a transaction with DataSigned before energy flows (E01.FR.04)', async () => {
    const all = await story({ [POINTS.start]: 'DataSigned', [SIGN]: 'true' }, 'plug-in', present());
    expect(events(all)).toEqual(['Started SignedDataReceived EVConnected', 'Updated ChargingStateChanged Charging']);
  });

  test('start none while the meter does not sign', async () => {
    expect(events(await story({ [POINTS.start]: 'DataSigned', [SIGN]: 'false' }, 'plug-in', present()))).toEqual([]);
  });

  test('can be checked with the key that comes with them', async () => {
    const measurands = { 'SampledDataCtrlr.TxStartedMeasurands': 'Energy.Active.Import.Register' };
    const all = await story({ [SIGN]: 'true', ...measurands }, 'plug-in');
    const [value] = all.csms.of('TransactionEvent')[0]?.meterValue?.[0]?.sampledValue ?? [];
    expect(value?.context).toBe('Transaction.Begin');
    const { signedMeterData = '', publicKey = '' } = value?.signedMeterValue ?? {};
    const [, reading = '', signature = '{}'] = Buffer.from(signedMeterData, 'base64').toString().split('|');
    expect(JSON.parse(reading)).toMatchObject({ RV: value?.value, RU: 'Wh' });
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    const signed = (text: string) => verify('sha256', Buffer.from(text), key, Buffer.from(JSON.parse(signature).SD, 'hex'));
    expect([signed(reading), signed(reading.replace('Wh', 'kWh'))]).toEqual([true, false]);
  });
});

describe('an EV that ends the session (E15)', () => {
  test.each(['Authorized', 'PowerPathClosed', 'EnergyTransfer'])('ends the transaction with %s (E15.FR.04)', async (stop) => {
    const all = await story({ [POINTS.stop]: stop }, 'plug-in', present(), 'ev-stop');
    expect(events(all).at(-1)).toBe('Ended StopAuthorized EVConnected StoppedByEV');
  });

  test('ends the authorization alone otherwise (E15.FR.05)', async () => {
    const all = await story({ [POINTS.stop]: 'EVConnected' }, 'plug-in', present(), 'ev-stop');
    expect(events(all).at(-1)).toBe('Updated StopAuthorized EVConnected');
    await act(all, 'ev-stop', 'unplug');
    expect(events(all).slice(4)).toEqual(['Ended EVCommunicationLost Idle StoppedByEV']);
  });
});

test('an EV that is not ready is offered energy and takes none (E01.FR.19)', async () => {
  const all = await story({}, present(), 'ev-not-ready', 'plug-in');
  expect(events(all)).toEqual([
    'Started Authorized Idle',
    'Updated CablePluggedIn EVConnected',
    'Updated ChargingStateChanged SuspendedEV',
  ]);
});

test.each([
  ['ParkingBayOccupancy', 'Updated'],
  ['ParkingBayOccupancy,EVConnected', 'Updated'],
  ['ParkingBayOccupancy,Authorized', 'Ended'],
  ['PowerPathClosed', 'Ended'],
  ['EVConnected', 'Ended'],
])('with TxStopPoint %s, EVConnectionTimeOut brings %s (E03.FR.05, E03.FR.15)', async (stop, eventType) => {
  const all = await story({ [POINTS.stop]: stop, 'TxCtrlr.EVConnectionTimeOut': '30' }, present());
  await all.pass(31);
  expect(all.csms.of('TransactionEvent').at(-1)).toMatchObject({ eventType, triggerReason: 'EVConnectTimeout' });
});
