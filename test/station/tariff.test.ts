import { describe, expect, test } from 'vitest';
import { act, events, offline, online, present } from './charging.ts';
import { type Scene, scene } from './kit.ts';

const message = (content: string) => ({ format: 'UTF8', content });
const shown = ({ station }: Scene) => station.state().evses[0]?.shown;
const transactionId = ({ csms }: Scene) => csms.of('TransactionEvent')[0]?.transactionInfo.transactionId ?? '';

const STOPS = { 'TxCtrlr.TxStopPoint': 'Authorized' };

async function charging(variables: Record<string, string> = {}): Promise<Scene> {
  const all = await scene({ variables: { ...STOPS, ...variables } });
  all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted', personalMessage: message('0.40 EUR a kWh') } });
  await act(all, 'plug-in', present());
  return all;
}

describe('the tariff', () => {
  test('is shown as the AuthorizeResponse has it (I01.FR.03)', async () => {
    expect(shown(await charging())).toEqual({ tariff: '0.40 EUR a kWh', cost: null });
  });

  test('changes as a TransactionEventResponse has it (I06.FR.03)', async () => {
    const all = await charging({ 'SampledDataCtrlr.TxUpdatedInterval': '60' });
    all.csms.answers.TransactionEvent = () => ({ updatedPersonalMessage: message('0.50 EUR a kWh') });
    await all.pass(61);
    expect(shown(all)?.tariff).toBe('0.50 EUR a kWh');
  });

  test.each(['online', 'offline'])('is TariffFallbackMessage where none is known, %s (I04.FR.01)', async (where) => {
    const all = await scene({
      variables: { 'TariffCostCtrlr.TariffFallbackMessage': 'Ask inside', 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' },
    });
    if (where === 'offline') await offline(all, present());
    else await act(all, present());
    expect(shown(all)?.tariff).toBe('Ask inside');
  });

  test('is that of the latest driver', async () => {
    const all = await charging();
    await act(all, present(), 'unplug');
    delete all.csms.answers.Authorize;
    await act(all, present({ idToken: 'B2', type: 'ISO14443' }));
    expect(shown(all)).toEqual({ tariff: null, cost: null });
  });
});

describe('the cost', () => {
  test('is shown as a CostUpdatedRequest has it (I02.FR.02, I02.FR.03)', async () => {
    const all = await charging();
    expect(await all.csms.ask('CostUpdated', { transactionId: transactionId(all), totalCost: 1.25 })).toEqual({});
    expect(shown(all)?.cost).toBe(1.25);
  });

  test('of a transaction that is not there is nowhere', async () => {
    const all = await charging();
    expect(await all.csms.ask('CostUpdated', { transactionId: 'none', totalCost: 1.25 })).toEqual({});
    expect(shown(all)?.cost).toBeNull();
  });

  test('is shown as a TransactionEventResponse has it (I02.FR.04)', async () => {
    const all = await charging({ 'SampledDataCtrlr.TxUpdatedInterval': '60' });
    all.csms.answers.TransactionEvent = () => ({ totalCost: 0.75 });
    await all.pass(61);
    expect(shown(all)?.cost).toBe(0.75);
  });

  test('in the end is that of the last TransactionEventResponse (I03.FR.03)', async () => {
    const all = await charging();
    all.csms.answers.TransactionEvent = ({ eventType }) => (eventType === 'Ended' ? { totalCost: 0 } : {});
    await act(all, present());
    expect(events(all).at(-1)).toContain('Ended');
    expect(shown(all)?.cost).toBe(0);
  });

  test('is not told to who has left the parking bay (I03.FR.05)', async () => {
    const all = await charging({ 'TxCtrlr.TxStopPoint': 'ParkingBayOccupancy,Authorized' });
    all.csms.answers.TransactionEvent = ({ eventType }) => (eventType === 'Ended' ? { totalCost: 9 } : {});
    await act(all, present());
    expect(shown(all)?.cost).toBeNull();
  });

  test('is TotalCostFallbackMessage for a transaction that ends offline (I05.FR.02)', async () => {
    const all = await charging({ 'TariffCostCtrlr.TotalCostFallbackMessage': 'See your bill' });
    all.csms.answers.TransactionEvent = () => ({ totalCost: 9 });
    await offline(all, present());
    expect(shown(all)?.cost).toBe('See your bill');
    await online(all);
    expect(shown(all)?.cost).toBe('See your bill');
  });

  test('of one driver is not shown to the next', async () => {
    const all = await charging();
    const first = transactionId(all);
    await act(all, present(), present({ idToken: 'B2', type: 'ISO14443' }));
    await all.csms.ask('CostUpdated', { transactionId: first, totalCost: 1.25 });
    expect(shown(all)?.cost).toBeNull();
  });
});
