import { describe, expect, test } from 'vitest';
import type { MeterValueType } from '../../src/ocpp/generated/messages.ts';
import { act, present } from './charging.ts';
import { type Scene, scene } from './kit.ts';

const REGISTER = 'Energy.Active.Import.Register';
const ALL = `${REGISTER},Power.Active.Import,Current.Import,Voltage`;
const MINUTES = {
  'AlignedDataCtrlr.Interval': '60',
  'AlignedDataCtrlr.TxEndedInterval': '60',
  'AlignedDataCtrlr.TxEndedMeasurands': REGISTER,
};

const last = ({ csms }: Scene): MeterValueType[] => csms.of('TransactionEvent').at(-1)?.meterValue ?? [];
const signatures = (meterValue: readonly MeterValueType[]) =>
  meterValue.flatMap(({ sampledValue }) => sampledValue.map(({ signedMeterValue }) => signedMeterValue));
const keys = (meterValue: readonly MeterValueType[]) => signatures(meterValue).map((signature) => signature && signature.publicKey !== '');

async function read(evseId: number, variables: Record<string, string>): Promise<Record<string, number>> {
  const all = await scene({
    variables: { 'SampledDataCtrlr.TxUpdatedInterval': '3600', 'SampledDataCtrlr.TxUpdatedMeasurands': ALL, ...variables },
  });
  await all.station.stimulate('present-token', { evseId, idToken: 'A1', type: 'ISO14443' });
  await all.station.idle();
  await all.station.stimulate('plug-in', { evseId });
  await all.pass(3600);
  const [reading] = last(all);
  return Object.fromEntries(
    (reading?.sampledValue ?? []).map(({ measurand, phase, value }) => [[measurand, phase].filter(Boolean).join(' '), value]),
  );
}

describe('what a meter shows', () => {
  test('fits together over three phases, with the register in total (J02.FR.06)', async () => {
    expect(await read(1, {})).toEqual({
      [REGISTER]: expect.closeTo(22_000, -1),
      'Power.Active.Import': 22_000,
      'Current.Import L1': 31.9,
      'Current.Import L2': 31.9,
      'Current.Import L3': 31.9,
      'Voltage L1-N': 230,
      'Voltage L2-N': 230,
      'Voltage L3-N': 230,
    });
  });

  test('has the register of each phase unless RegisterValuesWithoutPhases', async () => {
    const shown = await read(1, {
      'SampledDataCtrlr.RegisterValuesWithoutPhases': 'false',
      'SampledDataCtrlr.TxUpdatedMeasurands': REGISTER,
    });
    expect(Object.keys(shown)).toEqual([REGISTER, `${REGISTER} L1`, `${REGISTER} L2`, `${REGISTER} L3`]);
    expect((shown[REGISTER] ?? 0) / (shown[`${REGISTER} L1`] ?? 0)).toBeCloseTo(3, 2);
  });

  test('has no phases for direct current', async () => {
    expect(await read(2, {})).toEqual({
      [REGISTER]: expect.closeTo(50_000, -1),
      'Power.Active.Import': 50_000,
      'Current.Import': 125,
      Voltage: 400,
    });
  });
});

describe('signatures', () => {
  test('of what is read on the clock depend on AlignedDataCtrlr alone (J01.FR.21)', async () => {
    const all = await scene({
      variables: { ...MINUTES, 'AlignedDataCtrlr.SignReadings': 'true', 'SampledDataCtrlr.TxEndedMeasurands': REGISTER },
    });
    await act(all, 'plug-in', present());
    await all.pass(120);
    expect(signatures(all.csms.of('MeterValues').flatMap(({ meterValue }) => meterValue))).not.toContain(undefined);
    await act(all, 'unplug');
    const signed = last(all).map(({ sampledValue: [value] }) => `${value?.context} ${value?.signedMeterValue !== undefined}`);
    expect(signed).toEqual(['Transaction.Begin false', 'Sample.Clock true', 'Sample.Clock true', 'Transaction.End false']);
  });

  test.each([
    ['EveryMeterValue', [true, true, true]],
    ['OncePerTransaction', [true, false, false]],
    ['Never', [false, false, false]],
  ])('with %s of PublicKeyWithSignedMeterValue', async (when, expected) => {
    const all = await scene({
      variables: {
        'SampledDataCtrlr.SignReadings': 'true',
        'SampledDataCtrlr.TxEndedMeasurands': '',
        'SampledDataCtrlr.TxStartedMeasurands': REGISTER,
        'SampledDataCtrlr.TxUpdatedMeasurands': REGISTER,
        'SampledDataCtrlr.TxUpdatedInterval': '60',
        'OCPPCommCtrlr.PublicKeyWithSignedMeterValue': when,
      },
    });
    await act(all, 'plug-in', present());
    await all.pass(150);
    const readings = all.csms.of('TransactionEvent').flatMap(({ meterValue = [] }) => meterValue);
    expect(keys(readings)).toEqual(expected);
  });
});
