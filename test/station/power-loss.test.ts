import { expect, test } from 'vitest';
import { act, events, present } from './charging.ts';
import { scene } from './kit.ts';

const ENDED = 'Ended AbnormalCondition EVConnected PowerLoss';

async function powerLost(backupPower: boolean) {
  const all = await scene({ capabilities: { backupPower } });
  await act(all, 'plug-in', present());
  all.csms.forget();
  await all.station.stimulate('power-cycle');
  await all.station.idle();
  return all;
}

test('a station with power of its own tells at once that a transaction has ended (E06.FR.16)', async () => {
  const { csms, ...all } = await powerLost(true);
  expect(csms.actions.indexOf('TransactionEvent')).toBeLessThan(csms.actions.indexOf('BootNotification'));
  expect(events({ csms, ...all })).toEqual([ENDED]);
  expect(csms.of('TransactionEvent')[0]).not.toHaveProperty('offline');
});

test('any other tells it after the boot, as something that happened without a connection (E04.FR.03)', async () => {
  const { csms, ...all } = await powerLost(false);
  expect(csms.actions.indexOf('TransactionEvent')).toBeGreaterThan(csms.actions.indexOf('BootNotification'));
  expect(events({ csms, ...all })).toEqual([ENDED]);
  expect(csms.of('TransactionEvent')[0]).toMatchObject({ offline: true });
});

test('the id of a transaction is never used again (E01.FR.08)', async () => {
  const all = await powerLost(false);
  await act(all, 'unplug', 'plug-in');
  const [first, second] = all.csms.of('TransactionEvent').map(({ transactionInfo }) => transactionInfo.transactionId);
  expect(second).toBeDefined();
  expect(second).not.toBe(first);
});
